import * as vscode from 'vscode';
import { listEntries } from '../../core/search/listEntries';
import { nothingFound } from '../../core/search/nothingFound';
import type { EntrySearch, SearchHit } from '../../core/search/searchEntries';
import { registerCommand, showError } from '../base/commands';
import { disposeAll, toDisposable } from '../base/dispose';
import { commandIds } from '../base/ids';
import { withoutIcons } from '../base/withoutIcons';
import { insertLink } from '../links/entryLinks';
import type { Entry } from '../../core/packs/pack';
import type { RecentEntries } from '../entries/recentEntries';
import type { PackStore } from '../packs/packStore';

/** More hits than these nobody reads. */
const mostHits = 50;
/** So many of the entries that were opened last come first. */
const mostRecent = 7;

/** A hit, or a line that is none: a heading, or a word on there being nothing. */
interface SearchItem extends vscode.QuickPickItem {
  readonly hit?: SearchHit;
}

const icons = {
  topic: 'question',
  term: 'symbol-keyword',
  event: 'calendar',
  source: 'link',
  overview: 'graph',
} as const;

/** "Search…", and "Insert Link to Entry…": a quick pick over everything in the library. */
export function registerSearch(
  store: PackStore,
  search: () => Promise<EntrySearch>,
  recent: RecentEntries,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return toDisposable(
    registerCommand(commandIds.search, log, (query) => {
      const pick = new SearchPick(store, search, recent, 'open', log);
      pick.show(typeof query === 'string' ? query : '');
    }),
    registerCommand(commandIds.insertLink, log, () => {
      new SearchPick(store, search, recent, 'insert', log).show('');
    }),
  );
}

/** One visit to the search, from the key to the choice. */
class SearchPick {
  readonly #pick = vscode.window.createQuickPick<SearchItem>();
  readonly #disposables: vscode.Disposable[];
  readonly #store: PackStore;
  readonly #search: () => Promise<EntrySearch>;
  readonly #recent: RecentEntries;
  /** What is done with the choice. */
  readonly #purpose: 'open' | 'insert';
  readonly #toSideButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('split-horizontal'),
    tooltip: vscode.l10n.t('Open to the Side'),
  };
  readonly #insertButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('link'),
    tooltip: vscode.l10n.t('Insert Link at Cursor'),
  };
  readonly #log: vscode.LogOutputChannel;
  /** The query that the list answers. */
  #itemsFor: string | undefined;

  constructor(
    store: PackStore,
    search: () => Promise<EntrySearch>,
    recent: RecentEntries,
    purpose: 'open' | 'insert',
    log: vscode.LogOutputChannel,
  ) {
    this.#store = store;
    this.#search = search;
    this.#recent = recent;
    this.#purpose = purpose;
    this.#log = log;
    const pick = this.#pick;
    pick.placeholder = vscode.l10n.t(
      'Search everything · # topics · @ people and organisations · ! events · " beginning of a name',
    );
    pick.matchOnDescription = false;
    // Keeps our order. Not in the API yet: https://github.com/microsoft/vscode/issues/73904
    Object.assign(pick, { sortByLabel: false });
    this.#disposables = [
      pick,
      pick.onDidChangeValue(() => void this.#update()),
      pick.onDidAccept(() => void this.#accept()),
      pick.onDidTriggerItemButton(({ item, button }) => {
        if (button === this.#toSideButton) this.#open(item, commandIds.openEntryToSide);
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
      this.#pick.items = this.#items(search, value);
      this.#itemsFor = value;
      this.#pick.busy = false;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#pick.busy = false;
    }
  }

  #items(search: EntrySearch, value: string): readonly SearchItem[] {
    if (value.trim() === '') return this.#unasked();
    const hits = search.search(value, mostHits);
    return hits.length === 0 ? [noHit(value)] : hits.map((hit) => this.#toItem(hit));
  }

  /** Opens or inserts the choice, or the best hit where the Enter key was quicker than the list. */
  async #accept(): Promise<void> {
    const { value, items, activeItems } = this.#pick;
    // The active item may still be one of an earlier list: the window tells us of a new one late.
    const chosen =
      this.#itemsFor === value ? activeItems.find((item) => items.includes(item)) : undefined;
    const best =
      chosen ?? this.#items(await this.#search(), value).find(({ hit }) => hit !== undefined);
    if (this.#purpose === 'open') this.#open(best, commandIds.openEntry);
    else if (best !== undefined) await this.#insert(best);
  }

  /** What to choose from before anything is typed: what was opened last, then all topics. */
  #unasked(): readonly SearchItem[] {
    const { library } = this.#store;
    const recent = library.entries(this.#recent.ids).slice(0, mostRecent);
    const topics = library.packs
      .flatMap((pack) => pack.topics)
      .filter((topic) => !recent.includes(topic));
    const group = (title: string, entries: readonly Entry[]): readonly SearchItem[] =>
      entries.length === 0
        ? []
        : [
            { label: title, kind: vscode.QuickPickItemKind.Separator },
            ...listEntries(library, entries).map((hit) => this.#toItem(hit)),
          ];
    return [
      ...group(vscode.l10n.t('Recently opened'), recent),
      ...group(vscode.l10n.t('Topics'), topics),
    ];
  }

  #toItem(hit: SearchHit): SearchItem {
    const type = this.#store.library.entry(hit.entryId)?.type ?? 'term';
    return {
      hit,
      label: withoutIcons(hit.title),
      description: withoutIcons(hit.detail),
      ...(hit.excerpt === undefined ? {} : { detail: withoutIcons(hit.excerpt) }),
      iconPath: new vscode.ThemeIcon(hit.anchor === undefined ? icons[type] : 'symbol-string'),
      // The search decides what fits; the quick pick must not filter its answers again.
      alwaysShow: true,
      buttons: [this.#insertButton, this.#toSideButton],
    };
  }

  #open(item: SearchItem | undefined, command: string): void {
    if (item?.hit === undefined) return;
    this.#pick.hide();
    void vscode.commands.executeCommand(command, item.hit.entryId, item.hit.anchor);
  }

  async #insert({ hit }: SearchItem): Promise<void> {
    this.#pick.hide();
    const entry = hit === undefined ? undefined : this.#store.library.entry(hit.entryId);
    if (entry === undefined) return;
    try {
      await insertLink(entry, hit?.anchor);
    } catch (error) {
      showError(error, this.#log);
    }
  }
}

/** Stands where hits would; to choose it does nothing. */
function noHit(query: string): SearchItem {
  const { title, advice } = nothingFound(query);
  return {
    label: withoutIcons(title),
    detail: advice,
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
  };
}
