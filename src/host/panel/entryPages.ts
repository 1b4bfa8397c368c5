import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { isOutOfDate } from '../../core/packs/freshness';
import type { Entry } from '../../core/packs/pack';
import { asOfText, entryHtml } from '../../core/render/entryHtml';
import type { FromPanel, ToPanel } from '../../protocol/panelMessages';
import { Disposable } from '../base/dispose';
import { commandIds } from '../base/ids';
import { pagesKeys, settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';
import { LibraryBackLinks } from './libraryBackLinks';

/** What of a message on an entry depends on the entry alone. */
export type EntryPage = Pick<
  Extract<ToPanel, { type: 'showEntry' }>,
  'type' | 'entryId' | 'asOf' | 'outOfDate' | 'html' | 'textSize'
>;

/** Makes the pages that the panel and the view at the cursor show, and does what both can be asked for. */
export class EntryPages extends Disposable {
  readonly #store: PackStore;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #backLinks: LibraryBackLinks;
  readonly #changed = this._register(new vscode.EventEmitter<undefined>());
  /** Tells that a page on show has to be made again. */
  readonly onDidChange = this.#changed.event;

  constructor(store: PackStore, markdown: () => Promise<MarkdownIt>, log: vscode.LogOutputChannel) {
    super();
    this.#store = store;
    this.#markdown = markdown;
    this.#backLinks = this._register(new LibraryBackLinks(store, markdown, log));
    const change = (): void => {
      this.#changed.fire(undefined);
    };
    this._register(store.onDidChangeLibrary(change));
    this._register(this.#backLinks.onDidFind(change));
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (pagesKeys.some((key) => event.affectsConfiguration(key))) change();
      }),
    );
  }

  async page(entry: Entry): Promise<EntryPage> {
    const markdown = await this.#markdown();
    const { library } = this.#store;
    return {
      ...{ type: 'showEntry', entryId: entry.id, asOf: asOfText(entry) },
      ...(isOutOfDate(entry, settings.reviewedSince())
        ? { outOfDate: vscode.l10n.t('Past its review date') }
        : {}),
      html: entryHtml(library, markdown, entry, this.#backLinks.of(entry.id)),
      textSize: settings.textSize(),
    };
  }

  /** Does what is asked of an entry's page. */
  async receive(
    message: Exclude<FromPanel, { type: 'ready' | 'openEntry' | 'goBack' | 'goForward' }>,
  ): Promise<void> {
    switch (message.type) {
      case 'copyLink':
      case 'copySection': {
        const { type, entryId, anchor } = message;
        await vscode.commands.executeCommand(commandIds[type], { entryId, anchor });
        return;
      }
      case 'saveAsHtml':
        await vscode.commands.executeCommand(commandIds.saveAsHtml, message.entryId);
        return;
      case 'find':
        await vscode.commands.executeCommand('editor.action.webvieweditor.showFind');
        return;
      case 'setTextSize':
        await settings.setTextSize(message.percent);
        return;
      default:
        message satisfies never;
    }
  }
}
