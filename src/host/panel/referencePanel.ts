import * as vscode from 'vscode';
import type { LinkTarget } from '../../core/packs/entryId';
import type { EntryId } from '../../core/packs/pack';
import { tabTitle } from '../../core/render/entryText';
import type { FromPanel, ToPanel } from '../../protocol/panelMessages';
import { parsePanelMessage, parsePanelState } from '../../protocol/parsePanelMessage';
import { Disposable, toDisposable } from '../base/dispose';
import { panelViewType } from '../base/ids';
import { settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';
import type { EntryPages } from './entryPages';
import { PanelHistory } from './panelHistory';
import { panelPage } from './panelPage';

/** Shown for an id that no pack has. */
const entryGone = vscode.l10n.t(
  'This entry is not in the reference any more. Choose another in the sidebar.',
);

/** The reference panel: one webview beside the text, used again for every entry. */
export class ReferencePanel extends Disposable implements vscode.WebviewPanelSerializer {
  readonly #store: PackStore;
  readonly #pages: EntryPages;
  readonly #extensionUri: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #history = new PanelHistory();
  readonly #showed = this._register(new vscode.EventEmitter<EntryId>());
  readonly onDidShow = this.#showed.event;

  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  /** Where a page that is not ready yet is to begin. */
  #pendingScroll: 'begin' | 'keep' = 'keep';
  #drawing = 0;

  constructor(
    store: PackStore,
    pages: EntryPages,
    extensionUri: vscode.Uri,
    log: vscode.LogOutputChannel,
  ) {
    super();
    this.#store = store;
    this.#pages = pages;
    this.#extensionUri = extensionUri;
    this.#log = log;
    this._register(vscode.window.registerWebviewPanelSerializer(panelViewType, this));
    this._register(
      pages.onDidChange(() => {
        void this.#draw('keep');
      }),
    );
  }

  override dispose(): void {
    super.dispose();
    this.#panel?.dispose();
  }

  /** Shows an entry without taking the focus. The panel stays where it is unless it has to open, or `toSide` moves it. */
  async show(target: LinkTarget, toSide = false): Promise<void> {
    this.#history.push(target);
    if (this.#panel === undefined) {
      this.#open(toSide || settings.panelLocation() === 'beside');
    } else {
      const column = toSide && isWhereTextIs(this.#panel) ? vscode.ViewColumn.Beside : undefined;
      this.#panel.reveal(column, true);
    }
    await this.#draw('begin');
  }

  async goBack(): Promise<void> {
    const from = this.shown?.entryId;
    if (this.#history.goBack()) await this.#draw(this.#scrollFrom(from));
  }

  async goForward(): Promise<void> {
    const from = this.shown?.entryId;
    if (this.#history.goForward()) await this.#draw(this.#scrollFrom(from));
  }

  /** A step within one entry goes to the section itself; another entry is found where the reader left it. */
  #scrollFrom(entryId: EntryId | undefined): 'begin' | 'keep' {
    return entryId === this.shown?.entryId ? 'begin' : 'keep';
  }

  /** What is on show, or was when the panel was closed. */
  get shown(): LinkTarget | undefined {
    return this.#history.current;
  }

  // Called by VS Code for a panel that was open when the window was closed or loaded again.
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = parsePanelState(state);
    if (kept !== undefined) this.#history.push({ entryId: kept.entryId });
    this.#adopt(panel);
    await this.#draw('keep');
  }

  #open(beside: boolean): void {
    const hasText = vscode.window.tabGroups.activeTabGroup.tabs.length > 0;
    const column = beside && hasText ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const place = { viewColumn: column, preserveFocus: true };
    this.#adopt(
      vscode.window.createWebviewPanel(panelViewType, vscode.l10n.t('Reference'), place, {
        enableFindWidget: true,
      }),
    );
  }

  #adopt(panel: vscode.WebviewPanel): void {
    if (this.#panel !== undefined && this.#panel !== panel) this.#panel.dispose();
    this.#panel = panel;
    this.#ready = false;
    const media = vscode.Uri.joinPath(this.#extensionUri, 'media');
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'panel-light.svg'),
      dark: vscode.Uri.joinPath(media, 'panel-dark.svg'),
    };
    const listeners = toDisposable(
      panel.webview.onDidReceiveMessage((value: unknown) => this.#receive(value)),
      panel.onDidChangeViewState(() => {
        // The page of a hidden panel is gone. It says again that it is ready when the panel is seen.
        if (!panel.visible) this.#ready = false;
      }),
      panel.onDidDispose(() => {
        listeners.dispose();
        if (this.#panel === panel) this.#panel = undefined;
      }),
    );
    panel.webview.html = panelPage(panel.webview, this.#extensionUri, 'panel');
  }

  async #receive(value: unknown): Promise<void> {
    const message: FromPanel | undefined = parsePanelMessage(value);
    if (message === undefined) {
      this.#log.warn(
        `The panel sent a message that is not in its protocol: ${JSON.stringify(value)?.slice(0, 200)}`,
      );
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#draw(this.#pendingScroll);
      case 'goBack':
        return this.goBack();
      case 'goForward':
        return this.goForward();
      case 'openEntry':
        if (this.#store.library.entry(message.entryId) === undefined) {
          this.#log.warn(`The panel asked for an entry that is not there: ${message.entryId}`);
          return;
        }
        return this.show(message);
      case 'find':
        // What the command opens is a field of the active editor, which the panel may not be yet when its button is pressed.
        this.#panel?.reveal(undefined, false);
        return this.#pages.receive(message);
      default:
        return this.#pages.receive(message);
    }
  }

  /** Draws what the history is at. `keep` stays at the place where the reader was in that entry. */
  async #draw(scroll: 'begin' | 'keep'): Promise<void> {
    const drawing = ++this.#drawing;
    this.#pendingScroll = this.#ready ? 'keep' : scroll;
    const target = this.#history.current;
    const entry = target === undefined ? undefined : this.#store.library.entry(target.entryId);
    const page = entry === undefined ? undefined : await this.#pages.page(entry);
    const panel = this.#panel;
    // Before the page says that it is ready nobody listens, and "ready" draws anyway.
    if (drawing !== this.#drawing || panel === undefined) return;
    if (target === undefined || entry === undefined || page === undefined) {
      if (this.#store.state === 'loading') return;
      panel.title = vscode.l10n.t('Reference');
      await this.#post({ type: 'showEmpty', message: entryGone, ...this.#steps() });
      return;
    }
    panel.title = tabTitle(entry);
    this.#showed.fire(entry.id);
    const anchor =
      scroll === 'begin' && target.anchor !== undefined ? { anchor: target.anchor } : {};
    await this.#post({ ...page, scroll, ...anchor, ...this.#steps() });
  }

  #steps(): { readonly canGoBack: boolean; readonly canGoForward: boolean } {
    const { canGoBack, canGoForward } = this.#history;
    return { canGoBack, canGoForward };
  }

  async #post(message: ToPanel): Promise<void> {
    if (this.#ready) await this.#panel?.webview.postMessage(message);
  }
}

/** True if the panel lies over the place where the person writes. */
function isWhereTextIs(panel: vscode.WebviewPanel): boolean {
  return panel.viewColumn === vscode.window.activeTextEditor?.viewColumn || panel.active;
}
