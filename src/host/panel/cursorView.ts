import * as vscode from 'vscode';
import type { EntryId } from '../../core/packs/pack';
import type { ToPanel } from '../../protocol/panelMessages';
import { parsePanelMessage } from '../../protocol/parsePanelMessage';
import { registerCommand } from '../base/commands';
import { Disposable, toDisposable } from '../base/dispose';
import { commandIds, viewIds, viewPinnedKey } from '../base/ids';
import { settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';
import type { EntryPages } from './entryPages';
import { panelPage } from './panelPage';

/** How long, in milliseconds, the cursor must rest before the view follows it. */
const rest = 150;

/** "Reference at the cursor": the entry for the term that somebody is writing. A hidden view looks at nothing. */
export class CursorView extends Disposable implements vscode.WebviewViewProvider {
  readonly #store: PackStore;
  readonly #pages: EntryPages;
  readonly #extensionUri: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #isPinned = false;
  #entryId: EntryId | undefined;
  #drawing = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    this._register(vscode.window.registerWebviewViewProvider(viewIds.cursor, this));
    const later = (): void => {
      this.#followLater();
    };
    this._register(vscode.window.onDidChangeTextEditorSelection(later));
    this._register(vscode.window.onDidChangeActiveTextEditor(later));
    this._register(
      pages.onDidChange(() => {
        void this.#draw('keep');
      }),
    );
    this._register(registerCommand(commandIds.pinCursorView, log, () => this.#pin(true)));
    this._register(registerCommand(commandIds.unpinCursorView, log, () => this.#pin(false)));
  }

  /** The entry on show. */
  get shown(): EntryId | undefined {
    return this.#view?.visible === true ? this.#entryId : undefined;
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  // Called by VS Code when the view is opened, not before.
  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    const media = vscode.Uri.joinPath(this.#extensionUri, 'media');
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist');
    view.webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
    const listeners = toDisposable(
      view.webview.onDidReceiveMessage((value: unknown) => this.#receive(value)),
      view.onDidChangeVisibility(() => {
        // The page of a hidden view is gone. It says again that it is ready when the view is seen.
        if (!view.visible) this.#ready = false;
        else this.#followLater();
      }),
      view.onDidDispose(() => {
        listeners.dispose();
        if (this.#view === view) this.#view = undefined;
      }),
    );
    view.webview.html = panelPage(view.webview, this.#extensionUri, 'view');
    this.#follow();
  }

  #followLater(): void {
    if (this.#view?.visible !== true || this.#isPinned) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#follow();
    }, rest);
  }

  /** Shows the term at the cursor. Where there is none the last one stays. */
  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || this.#isPinned || this.#view?.visible !== true) return;
    const { document, selection } = editor;
    if (!settings.hoverEnabled(document)) return;
    const text = document.getText();
    const offset = document.offsetAt(selection.active);
    const { terms } = this.#store.library;
    // Just behind a word is where the cursor is when somebody has written it.
    const match = terms.at(text, offset) ?? (offset > 0 ? terms.at(text, offset - 1) : undefined);
    if (match === undefined || match.entryId === this.#entryId) return;
    this.#entryId = match.entryId;
    void this.#draw('begin');
  }

  async #pin(isPinned: boolean): Promise<void> {
    this.#isPinned = isPinned;
    await vscode.commands.executeCommand('setContext', viewPinnedKey, isPinned);
    if (!isPinned) this.#follow();
  }

  async #receive(value: unknown): Promise<void> {
    const message = parsePanelMessage(value);
    if (message === undefined) {
      this.#log.warn('The view at the cursor sent a message that is not in its protocol.');
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#draw('keep');
      case 'openEntry':
        await vscode.commands.executeCommand(commandIds.openEntry, message.entryId, message.anchor);
        return;
      case 'goBack':
      case 'goForward':
        return;
      default:
        return this.#pages.receive(message);
    }
  }

  async #draw(scroll: 'begin' | 'keep'): Promise<void> {
    const view = this.#view;
    if (view?.visible !== true || !this.#ready) return;
    const drawing = ++this.#drawing;
    const steps = { canGoBack: false, canGoForward: false };
    const entry =
      this.#entryId === undefined ? undefined : this.#store.library.entry(this.#entryId);
    const message: ToPanel =
      entry === undefined
        ? {
            type: 'showEmpty',
            message: vscode.l10n.t('Put the cursor on a term that the reference knows.'),
            ...steps,
          }
        : { ...(await this.#pages.page(entry)), scroll, ...steps };
    if (drawing !== this.#drawing) return;
    view.description = entry?.title ?? '';
    await view.webview.postMessage(message);
  }
}
