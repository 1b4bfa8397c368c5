import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { addPreviewTerms } from '../../core/render/previewTerms';
import { Disposable } from '../base/dispose';
import { previewMentionsKey, settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';

/** Explains terms in VS Code's own preview of Markdown, which asks for it when a preview is first opened. */
export class MarkdownPreview extends Disposable {
  readonly #store: PackStore;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #log: vscode.LogOutputChannel;
  /** Reads the Markdown of packs, once a preview has asked. */
  #packMarkdown: MarkdownIt | undefined;

  constructor(store: PackStore, markdown: () => Promise<MarkdownIt>, log: vscode.LogOutputChannel) {
    super();
    this.#store = store;
    this.#markdown = markdown;
    this.#log = log;
    this._register(store.onDidChangeLibrary(() => this.#refresh()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(previewMentionsKey)) this.#refresh();
      }),
    );
  }

  /** What `contributes.markdown.markdownItPlugins` promises. */
  readonly extendMarkdownIt = (renderer: MarkdownIt): MarkdownIt => {
    void this.#start();
    return addPreviewTerms(renderer, () => {
      if (this.#packMarkdown === undefined || this.isDisposed) return undefined;
      return {
        library: this.#store.library,
        markdown: this.#packMarkdown,
        mentions: settings.previewMentions(),
      };
    });
  };

  async #start(): Promise<void> {
    try {
      this.#packMarkdown ??= await this.#markdown();
      this.#refresh();
    } catch (error) {
      this.#log.error(`Terms cannot be shown in the preview of Markdown: ${String(error)}`);
    }
  }

  #refresh(): void {
    // Before a preview asked for terms there is none to refresh.
    if (this.#packMarkdown === undefined) return;
    vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, (error: unknown) => {
      this.#log.warn(`The preview of Markdown was not refreshed: ${String(error)}`);
    });
  }
}
