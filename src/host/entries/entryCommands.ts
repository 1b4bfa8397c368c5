import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { isEntryId, type LinkTarget } from '../../core/packs/entryId';
import type { Entry } from '../../core/packs/pack';
import { hasSection } from '../../core/packs/sections';
import { citationText } from '../../core/render/citationText';
import { sectionMarkdown } from '../../core/render/sectionMarkdown';
import { registerCommand, UserError } from '../base/commands';
import { toDisposable } from '../base/dispose';
import { commandIds } from '../base/ids';
import { entryUri } from '../links/entryLinks';
import type { PackStore } from '../packs/packStore';
import type { ReferencePanel } from '../panel/referencePanel';
import { saveAsHtml, writeHtml } from './saveAsHtml';

/** Commands on one entry. They take its id and an anchor, or a node of the sidebar, which has both. */
export function registerEntryCommands(
  store: PackStore,
  panel: ReferencePanel,
  markdown: () => Promise<MarkdownIt>,
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const find = (args: readonly unknown[]): { entry: Entry; target: LinkTarget } => {
    const target = toTarget(args);
    const entry = target === undefined ? undefined : store.library.entry(target.entryId);
    if (target !== undefined && entry !== undefined) return { entry, target };
    throw new UserError(
      vscode.l10n.t('The reference has no such entry. Search for it with “Aide-Mémoire: Search…”.'),
    );
  };
  const open = async (args: readonly unknown[], toSide: boolean): Promise<void> => {
    const { entry, target } = find(args);
    await panel.show(target, toSide);
    if (target.anchor === undefined || hasSection(entry, target.anchor)) return;
    const message = vscode.l10n.t(
      'The link leads to a section that “{0}” does not have. The entry is shown from its beginning.',
      entry.title,
    );
    void vscode.window.showWarningMessage(message);
  };
  return toDisposable(
    registerCommand(commandIds.openEntry, log, (...args) => open(args, false)),
    registerCommand(commandIds.openEntryToSide, log, (...args) => open(args, true)),
    registerCommand(commandIds.copyLink, log, async (...args) => {
      const { entryId, anchor } = find(args).target;
      await vscode.env.clipboard.writeText(entryUri(entryId, anchor).toString());
    }),
    registerCommand(commandIds.copyCitation, log, async (...args) => {
      const text = citationText(store.library, await markdown(), find(args).entry);
      await vscode.env.clipboard.writeText(text);
    }),
    registerCommand(commandIds.copySection, log, async (...args) => {
      const { entry, target } = find(args);
      const text = sectionMarkdown(
        store.library,
        entry,
        ({ entryId, anchor }) => entryUri(entryId, anchor).toString(),
        target.anchor,
      );
      if (text === undefined) throw new UserError(vscode.l10n.t('The entry has no such section.'));
      await vscode.env.clipboard.writeText(text);
    }),
    registerCommand(commandIds.saveAsHtml, log, async (...args) => {
      const [, where] = args;
      const { entry } = args[0] === undefined ? { entry: onShow(store, panel) } : find(args);
      const { library } = store;
      if (where instanceof vscode.Uri) {
        await writeHtml(library, await markdown(), entry, extensionUri, where);
      } else await saveAsHtml(library, await markdown(), entry, extensionUri);
    }),
    registerCommand(commandIds.openSample, log, async () => {
      const content = store.library.packs.find(({ sample }) => sample !== undefined)?.sample;
      if (content === undefined) throw new UserError(vscode.l10n.t('No pack has a sample text.'));
      const sample = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(sample);
    }),
    registerCommand(commandIds.showReference, log, async () => {
      const first = store.library.packs[0]?.topics[0];
      const target = panel.shown ?? (first === undefined ? undefined : { entryId: first.id });
      if (target === undefined)
        throw new UserError(vscode.l10n.t('The reference is empty: no pack is loaded.'));
      await panel.show(target);
    }),
    registerCommand(commandIds.goBack, log, () => panel.goBack()),
    registerCommand(commandIds.goForward, log, () => panel.goForward()),
  );
}

/** What the panel shows, for commands that are run without saying on what. */
function onShow(store: PackStore, panel: ReferencePanel): Entry {
  const entry = panel.shown === undefined ? undefined : store.library.entry(panel.shown.entryId);
  if (entry !== undefined) return entry;
  throw new UserError(vscode.l10n.t('Open an entry in the reference panel first.'));
}

function toTarget([first, second]: readonly unknown[]): LinkTarget | undefined {
  const { entryId, anchor } =
    typeof first === 'object' && first !== null
      ? (first as { entryId?: unknown; anchor?: unknown })
      : { entryId: first, anchor: second };
  if (!isEntryId(entryId)) return undefined;
  return typeof anchor === 'string' ? { entryId, anchor } : { entryId };
}
