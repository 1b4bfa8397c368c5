import * as vscode from 'vscode';
import {
  joinEdits,
  readDraft,
  toTextEdit,
  updateDraft,
  type Draft,
  type DraftReader,
  type PendingEdit,
} from '../../core/drafts/draft';
import type { Library } from '../../core/packs/library';
import { runToEnd } from '../../core/terms/steps';
import { Disposable } from '../base/dispose';
import { inSlices } from '../base/slices';
import type { PackStore } from '../packs/packStore';
import { isDraft } from './isDraft';
import type { ProseReaders } from './proseReaders';

/** Something that looks at drafts. */
export interface DraftWatcher {
  /** Whether it wants to know the draft of a document now. Asked before anything is read. */
  wants(document: vscode.TextDocument): boolean;
  /**
   * A draft is new, or brought up to date.
   *
   * @param isWhole False for the beginning of a long document of which the rest is being read.
   */
  show(document: vscode.TextDocument, draft: Draft, isWhole: boolean): void;
  /** A document is longer than any that is read. */
  skip?(document: vscode.TextDocument): void;
}

/** A pause in typing, in milliseconds, after which a draft is brought up to date. */
const typingPause = 250;
/** Of longer documents the beginning is read first. UTF-16 code units. */
const beginning = 16_384;
/** Longer documents are data. UTF-16 code units. */
const longestDraft = 5_000_000;

interface Read {
  readonly reader: DraftReader;
  draft: Draft | undefined;
  pending: PendingEdit | undefined;
  /** The text, kept with each edit: to ask VS Code for a long one costs more than all the rest. */
  text: string;
  isReading: boolean;
}

/** How long after start, in milliseconds, when nobody waits for anything. */
const untilWarmUp = 1500;
/** So much is read then. UTF-16 code units. */
const sampleLength = 65_536;

/** Reads the prose that is on screen, after each pause in typing, for those who want to know. */
export class DraftStore extends Disposable {
  readonly #store: PackStore;
  readonly #readers: ProseReaders;
  readonly #log: vscode.LogOutputChannel;
  readonly #watchers: DraftWatcher[] = [];
  readonly #read = new Map<vscode.TextDocument, Read>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  #warmUp: ReturnType<typeof setTimeout> | undefined;

  constructor(store: PackStore, readers: ProseReaders, log: vscode.LogOutputChannel) {
    super();
    this.#store = store;
    this.#readers = readers;
    this.#log = log;
    this._register(
      store.onDidChangeLibrary((library) => {
        this.#read.clear();
        this.refresh();
        this.#warmUp ??= setTimeout(() => void this.#readSample(library), untilWarmUp);
      }),
    );
    this._register(
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.refresh();
      }),
    );
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#noteChanges(document, contentChanges);
      }),
    );
    // A document whose language is changed is closed and opened again.
    this._register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document);
      }),
    );
    this._register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (visibleDocuments().has(document)) this.#settle(document);
      }),
    );
  }

  /** Reads a text that nobody waits for: whoever opens the first draft then finds the parser loaded, and quick. */
  async #readSample(library: Library): Promise<void> {
    const sections = library.packs.flatMap(({ topics }) =>
      topics.flatMap((topic) => topic.sections),
    );
    const text = sections
      .map(({ body }) => body)
      .join('\n\n')
      .slice(0, sampleLength);
    try {
      const reader = {
        terms: library.terms,
        prose: await this.#readers({ languageId: 'markdown' }),
      };
      await inSlices(readDraft(reader, text), () => !this.isDisposed);
    } catch (error) {
      this.#log.debug(`Nothing was read ahead: ${String(error)}`);
    }
  }

  /** What is known of a document: undefined until somebody has wanted to know. May be older than the document. */
  draft(document: vscode.TextDocument | undefined): Draft | undefined {
    return document === undefined ? undefined : this.#read.get(document)?.draft;
  }

  /** Whether terms are looked for in a document: people write it, and in prose. */
  isRead(document: vscode.TextDocument): boolean {
    return isDraft(document);
  }

  /** Whether a document has not changed since its draft was read. */
  isUpToDate(document: vscode.TextDocument): boolean {
    const read = this.#read.get(document);
    return read?.draft !== undefined && read.pending === undefined;
  }

  /** True if a document is too long to be read. */
  isTooLong(document: vscode.TextDocument): boolean {
    return (this.#read.get(document)?.text.length ?? 0) > longestDraft;
  }

  /** The draft of a document as it is now, for somebody who asked; undefined if it is too long. */
  async current(document: vscode.TextDocument): Promise<Draft | undefined> {
    const read = await this.#start(document);
    if (this.isTooLong(document)) return undefined;
    // Somebody waits: what is being read a little at a time is read at once, beside it.
    if (read.isReading) return runToEnd(readDraft(read.reader, read.text));
    this.#bringUpToDate(document, read);
    if (read.draft === undefined) {
      read.pending = undefined;
      read.draft = runToEnd(readDraft(read.reader, read.text));
    }
    return read.draft;
  }

  watch(watcher: DraftWatcher): vscode.Disposable {
    this.#watchers.push(watcher);
    return {
      dispose: () => {
        this.#watchers.splice(this.#watchers.indexOf(watcher), 1);
      },
    };
  }

  /** Looks again who wants to know what: a setting, or what is visible, has changed. */
  refresh(documents: Iterable<vscode.TextDocument> = visibleDocuments()): void {
    for (const document of documents) this.#settle(document);
  }

  override dispose(): void {
    clearTimeout(this.#warmUp);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    super.dispose();
  }

  #noteChanges(
    document: vscode.TextDocument,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const read = this.#read.get(document);
    if (changes.length === 0) return;
    if (read !== undefined) {
      for (const { rangeOffset, rangeLength, text } of changes) {
        const edit = { start: rangeOffset, end: rangeOffset + rangeLength, newLength: text.length };
        read.pending = joinEdits(read.pending, edit);
        const after = read.text.slice(rangeOffset + rangeLength);
        read.text = read.text.slice(0, rangeOffset) + text + after;
      }
    }
    // What cannot be seen is brought up to date when it is.
    if (!visibleDocuments().has(document)) return;
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => {
        this.#settle(document);
      }, typingPause),
    );
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#read.delete(document);
  }

  #settle(document: vscode.TextDocument): void {
    this.#timers.delete(document);
    const isWanted = this.#watchers.some((watcher) => watcher.wants(document));
    if (!isWanted || !this.isRead(document) || this.#store.state === 'loading' || this.isDisposed) {
      return;
    }
    this.#readNow(document).catch((error: unknown) => {
      this.#log.error(`${document.uri.toString()} cannot be looked through: ${String(error)}`);
    });
  }

  async #readNow(document: vscode.TextDocument): Promise<void> {
    const read = await this.#start(document);
    if (read.isReading) return;
    if (this.isTooLong(document)) {
      for (const watcher of this.#watchers) if (watcher.wants(document)) watcher.skip?.(document);
      return;
    }
    if (read.draft === undefined) {
      read.isReading = true;
      try {
        await this.#readFirst(document, read);
      } finally {
        read.isReading = false;
      }
    }
    if (this.#read.get(document) !== read) return;
    this.#bringUpToDate(document, read);
    this.#show(document, read.draft, true);
  }

  async #start(document: vscode.TextDocument): Promise<Read> {
    const known = this.#read.get(document);
    if (known !== undefined) return known;
    const prose = await this.#readers(document);
    // Not asked for earlier: packs may have changed while the parser was loaded.
    const { terms } = this.#store.library;
    const text = document.getText();
    const read: Read = {
      ...{ reader: { terms, prose }, draft: undefined, pending: undefined },
      ...{ isReading: false, text },
    };
    const meanwhile = this.#read.get(document);
    if (meanwhile !== undefined) return meanwhile;
    this.#read.set(document, read);
    if (text.length > longestDraft) {
      this.#log.info(
        `${document.uri.toString()} is too long to be looked through for terms: ${String(text.length)} characters.`,
      );
    }
    return read;
  }

  /** Reads a document for the first time: its beginning at once, all of it a little at a time. */
  async #readFirst(document: vscode.TextDocument, read: Read): Promise<void> {
    const { text } = read;
    const isWanted = () => this.#read.get(document) === read;
    read.pending = undefined;
    if (text.length > beginning) {
      const end = text.indexOf('\n', beginning);
      const start = text.slice(0, end < 0 ? beginning : end);
      const part = await inSlices(readDraft(read.reader, start), isWanted);
      if (part !== undefined && read.pending === undefined) this.#show(document, part, false);
    }
    read.draft = await inSlices(readDraft(read.reader, text), isWanted);
  }

  #bringUpToDate(document: vscode.TextDocument, read: Read): void {
    if (read.draft === undefined || read.pending === undefined) return;
    const { pending } = read;
    read.pending = undefined;
    const { end } = document.lineAt(document.lineCount - 1).range;
    if (document.offsetAt(end) === read.text.length) {
      const edit = toTextEdit(pending, read.text);
      read.draft = updateDraft(read.reader, read.draft, read.text, edit);
    } else {
      this.#log.warn(`${document.uri.toString()} is read afresh: its edits do not give its text.`);
      read.text = document.getText();
      read.draft = runToEnd(readDraft(read.reader, read.text));
    }
  }

  #show(document: vscode.TextDocument, draft: Draft | undefined, isWhole: boolean): void {
    if (draft === undefined || document.isClosed || this.isDisposed) return;
    for (const watcher of this.#watchers) {
      if (watcher.wants(document)) watcher.show(document, draft, isWhole);
    }
  }
}

function visibleDocuments(): ReadonlySet<vscode.TextDocument> {
  return new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
}
