import * as vscode from 'vscode';
import type { EntrySearch, SearchHit } from '../../core/search/searchEntries';
import { registerCommand, showError } from '../base/commands';
import { disposeAll } from '../base/dispose';
import { commandIds } from '../base/ids';
import { insertLink } from '../links/entryLinks';
import type { PackStore } from '../packs/packStore';

/** More hits than these nobody reads. */
const mostHits = 50;

interface HitItem extends vscode.QuickPickItem {
  readonly hit: SearchHit;
}

const toSideButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('split-horizontal'),
  tooltip: 'Open to the Side',
};
const insertButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link'),
  tooltip: 'Insert Link at Cursor',
};

const icons = {
  topic: 'question',
  term: 'symbol-keyword',
  event: 'calendar',
  source: 'link',
  overview: 'graph',
} as const;

/** "Search…": a quick pick over everything in the library. */
export function registerSearch(
  store: PackStore,
  search: () => Promise<EntrySearch>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand(commandIds.search, log, (query) => {
    new SearchPick(store, search, log).show(typeof query === 'string' ? query : '');
  });
}

/** One visit to the search, from the key to the choice. */
class SearchPick {
  readonly #pick = vscode.window.createQuickPick<HitItem>();
  readonly #disposables: vscode.Disposable[];
  readonly #store: PackStore;
  readonly #search: () => Promise<EntrySearch>;
  readonly #log: vscode.LogOutputChannel;
  /** The query that the list answers. */
  #itemsFor: string | undefined;

  constructor(store: PackStore, search: () => Promise<EntrySearch>, log: vscode.LogOutputChannel) {
    this.#store = store;
    this.#search = search;
    this.#log = log;
    const pick = this.#pick;
    pick.placeholder = 'Search topics, terms, events and sources';
    pick.matchOnDescription = false;
    // Keeps our order. Not in the API yet: https://github.com/microsoft/vscode/issues/73904
    Object.assign(pick, { sortByLabel: false });
    this.#disposables = [
      pick,
      pick.onDidChangeValue(() => void this.#update()),
      pick.onDidAccept(() => void this.#accept()),
      pick.onDidTriggerItemButton(({ item, button }) => {
        if (button === toSideButton) this.#open(item, commandIds.openEntryToSide);
        else void this.#insert(item);
      }),
      pick.onDidHide(() => {
        disposeAll(this.#disposables);
      }),
      store.onDidChangeLibrary(() => void this.#update()),
    ];
  }

  show(query: string): void {
    this.#pick.value = query;
    this.#pick.show();
    void this.#update();
  }

  async #update(): Promise<void> {
    const { value } = this.#pick;
    if (this.#store.state === 'loading') {
      this.#pick.busy = true;
      return;
    }
    try {
      const search = await this.#search();
      if (value !== this.#pick.value) return;
      this.#pick.items = this.#hits(search, value).map((hit) => this.#toItem(hit));
      this.#itemsFor = value;
      this.#pick.busy = false;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#pick.busy = false;
    }
  }

  #hits(search: EntrySearch, value: string): readonly SearchHit[] {
    return value.trim() === '' ? this.#topics() : search.search(value, mostHits);
  }

  /** Opens the choice, or the best hit where the Enter key was quicker than the list. */
  async #accept(): Promise<void> {
    const { value, items, activeItems } = this.#pick;
    // The active item may still be one of an earlier list: the window tells us of a new one late.
    const chosen =
      this.#itemsFor === value ? activeItems.find((item) => items.includes(item)) : undefined;
    const best = chosen === undefined ? this.#hits(await this.#search(), value)[0] : undefined;
    this.#open(
      chosen ?? (best === undefined ? undefined : this.#toItem(best)),
      commandIds.openEntry,
    );
  }

  /** What to choose from before anything is typed. */
  #topics(): readonly SearchHit[] {
    return this.#store.library.packs.flatMap((pack) =>
      pack.topics.map((topic) => ({
        entryId: topic.id,
        title: topic.title,
        detail: topic.question,
      })),
    );
  }

  #toItem(hit: SearchHit): HitItem {
    const type = this.#store.library.entry(hit.entryId)?.type ?? 'term';
    return {
      hit,
      label: withoutIcons(hit.title),
      description: withoutIcons(hit.detail),
      iconPath: new vscode.ThemeIcon(hit.anchor === undefined ? icons[type] : 'symbol-string'),
      // The search decides what fits; the quick pick must not filter its answers again.
      alwaysShow: true,
      buttons: [insertButton, toSideButton],
    };
  }

  #open(item: HitItem | undefined, command: string): void {
    if (item === undefined) return;
    this.#pick.hide();
    void vscode.commands.executeCommand(command, item.hit.entryId, item.hit.anchor);
  }

  async #insert(item: HitItem): Promise<void> {
    this.#pick.hide();
    const entry = this.#store.library.entry(item.hit.entryId);
    if (entry === undefined) return;
    try {
      await insertLink(entry, item.hit.anchor);
    } catch (error) {
      showError(error, this.#log);
    }
  }
}

/** Text in which `$(name)` stays as it is: a quick pick would draw an icon. */
function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}
