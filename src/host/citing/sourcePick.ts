import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { createSourceSearch, type SourceSearch } from '../../core/citing/sourceSearch';
import type { Library } from '../../core/packs/library';
import type { Source } from '../../core/packs/pack';
import { sourceOrigin } from '../../core/render/entryText';
import { disposeAll } from '../base/dispose';
import { inSlices } from '../base/slices';
import { withoutIcons } from '../base/withoutIcons';
import type { PackStore } from '../packs/packStore';

/** A line to choose: one source, several, or none where it only says something. */
interface SourceItem extends vscode.QuickPickItem {
  readonly sources: readonly Source[];
}

/** The search over the newest library's sources, made when it is first asked for. */
export function librarySourceSearch(
  store: PackStore,
  markdown: () => Promise<MarkdownIt>,
): () => Promise<SourceSearch> {
  let made: { readonly library: Library; readonly search: Promise<SourceSearch> } | undefined;
  return () => {
    const { library } = store;
    if (made?.library !== library) made = { library, search: makeSearch(library, markdown) };
    return made.search;
  };
}

async function makeSearch(
  library: Library,
  markdown: () => Promise<MarkdownIt>,
): Promise<SourceSearch> {
  const search = await inSlices(createSourceSearch(library, await markdown()));
  if (search === undefined) throw new Error('The search was given up.');
  return search;
}

/** Lets somebody choose among the few sources of an entry, or take them all. */
export async function pickOfFew(
  sources: readonly Source[],
): Promise<readonly Source[] | undefined> {
  const items = [
    ...sources.map(toItem),
    { sources, label: vscode.l10n.t('All {0} sources', String(sources.length)) },
  ];
  const placeHolder = vscode.l10n.t('A source to cite here');
  const choice = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  return choice?.sources;
}

/** Lets somebody find a source among many. A quick pick finds words only in the order in which they stand, so we do. */
export function pickOfAll(
  sources: readonly Source[],
  search: SourceSearch,
): Promise<readonly Source[] | undefined> {
  const pick = vscode.window.createQuickPick<SourceItem>();
  pick.placeholder = vscode.l10n.t('Find a source to cite here');
  // Keeps our order. Not in the API yet: https://github.com/microsoft/vscode/issues/73904
  Object.assign(pick, { sortByLabel: false });
  const none = { sources: [], label: vscode.l10n.t('No source has all these words.') };
  const update = (): void => {
    const found = search.find(pick.value, sources).map(toItem);
    pick.items = (found.length > 0 ? found : [none]).map((item) => ({ ...item, alwaysShow: true }));
  };
  update();
  return new Promise((resolve) => {
    const disposables = [
      pick,
      pick.onDidChangeValue(update),
      pick.onDidAccept(() => {
        const { items, activeItems } = pick;
        // The active item may still be one of an earlier list: the window tells us of a new one late.
        const choice = activeItems.find((item) => items.includes(item)) ?? items[0];
        if (choice === undefined || choice.sources.length === 0) return;
        resolve(choice.sources);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        disposeAll(disposables);
      }),
    ];
    pick.show();
  });
}

function toItem(source: Source): SourceItem {
  return {
    sources: [source],
    label: withoutIcons(source.title),
    description: withoutIcons(sourceOrigin(source)),
  };
}
