import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { findBackLinks, type BackLinks } from '../../core/packs/backLinks';
import type { Library } from '../../core/packs/library';
import type { EntryId } from '../../core/packs/pack';
import { Disposable } from '../base/dispose';
import { inSlices } from '../base/slices';
import type { PackStore } from '../packs/packStore';

/** Which entries mention which, in the newest library: found in the background when first asked for. */
export class LibraryBackLinks extends Disposable {
  readonly #store: PackStore;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #log: vscode.LogOutputChannel;
  readonly #found = this._register(new vscode.EventEmitter<undefined>());
  readonly onDidFind = this.#found.event;
  #library: Library | undefined;
  #links: BackLinks = new Map();

  constructor(store: PackStore, markdown: () => Promise<MarkdownIt>, log: vscode.LogOutputChannel) {
    super();
    this.#store = store;
    this.#markdown = markdown;
    this.#log = log;
  }

  /** The entries that mention one; none as long as they are not found. `onDidFind` tells when they are. */
  of(entryId: EntryId): readonly EntryId[] {
    if (this.#library !== this.#store.library) void this.#find();
    return this.#links.get(entryId) ?? [];
  }

  async #find(): Promise<void> {
    const { library } = this.#store;
    this.#library = library;
    this.#links = new Map();
    try {
      const isWanted = (): boolean => library === this.#library && !this.isDisposed;
      const found = await inSlices(findBackLinks(library, await this.#markdown()), isWanted);
      if (found === undefined || !isWanted()) return;
      this.#links = found;
      this.#found.fire(undefined);
    } catch (error) {
      this.#log.error(`What mentions what could not be found: ${String(error)}`);
    }
  }
}
