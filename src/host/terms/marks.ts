import * as vscode from 'vscode';
import type { Draft } from '../../core/drafts/draft';
import { mentionsToMark } from '../../core/terms/mentions';
import type { TermMatch } from '../../core/terms/termIndex';
import { Disposable } from '../base/dispose';
import { colorIds } from '../base/ids';
import { toRange } from '../base/range';
import { marksKey, settings } from '../base/settings';
import type { DraftStore } from '../drafts/draftStore';
import type { PackStore } from '../packs/packStore';

/** Scrolling, in milliseconds, after which more is marked. */
const scrollPause = 100;

/** Marks known terms in the editors that can be seen, and only what can be seen, with a screen more on both sides. */
export class Marks extends Disposable {
  readonly #store: PackStore;
  readonly #drafts: DraftStore;
  readonly #ordinary = this._register(markOf(colorIds.termMark));
  readonly #contested = this._register(markOf(colorIds.contestedMark));
  /** What each editor's marks reach to; nothing is done while what can be seen is within. */
  readonly #marked = new Map<vscode.TextEditor, vscode.Range>();
  readonly #ranges = new WeakMap<vscode.TextEditor, readonly vscode.Range[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: PackStore, drafts: DraftStore) {
    super();
    this.#store = store;
    this.#drafts = drafts;
    this._register(
      drafts.watch({
        wants: (document) => settings.marks(document) !== 'none',
        show: (document, draft) => {
          for (const editor of vscode.window.visibleTextEditors) {
            if (editor.document === document) this.#mark(editor, draft);
          }
        },
      }),
    );
    this._register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#scrolled(textEditor);
      }),
    );
    this._register(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of this.#marked.keys()) {
          if (!editors.includes(editor)) this.#marked.delete(editor);
        }
      }),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(marksKey)) this.#markAgain();
      }),
    );
  }

  /** What is marked in an editor now, in order. */
  rangesIn(editor: vscode.TextEditor): readonly vscode.Range[] {
    return this.#ranges.get(editor) ?? [];
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  #markAgain(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (settings.marks(editor.document) === 'none') this.#set(editor, [], []);
    }
    this.#drafts.refresh();
  }

  #scrolled(editor: vscode.TextEditor): void {
    const seen = visibleRange(editor);
    if (seen === undefined || this.#marked.get(editor)?.contains(seen) === true) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const each of vscode.window.visibleTextEditors) {
        const draft = this.#drafts.draft(each.document);
        // While somebody types, the draft is older than the text; it is marked when typing pauses.
        if (draft !== undefined && this.#drafts.isUpToDate(each.document)) this.#mark(each, draft);
      }
    }, scrollPause);
  }

  #mark(editor: vscode.TextEditor, draft: Draft): void {
    const { document } = editor;
    const seen = visibleRange(editor);
    if (seen === undefined) return;
    const lines = seen.end.line - seen.start.line + 1;
    const range = document.validateRange(
      new vscode.Range(
        seen.start.line - Math.min(lines, seen.start.line),
        0,
        seen.end.line + lines,
        0,
      ),
    );
    const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const matches = mentionsToMark(draft.matches, settings.marks(document), within);
    const isContested = ({ entryId }: TermMatch): boolean => {
      const entry = this.#store.library.entry(entryId);
      return entry?.type === 'term' && entry.contested !== undefined;
    };
    const toRanges = (of: readonly TermMatch[]) => of.map((match) => toRange(document, match));
    const [contested, ordinary] = [
      matches.filter(isContested),
      matches.filter((match) => !isContested(match)),
    ];
    this.#set(editor, toRanges(ordinary), toRanges(contested));
    this.#marked.set(editor, range);
  }

  #set(
    editor: vscode.TextEditor,
    ordinary: readonly vscode.Range[],
    contested: readonly vscode.Range[],
  ): void {
    editor.setDecorations(this.#ordinary, ordinary);
    editor.setDecorations(this.#contested, contested);
    this.#ranges.set(
      editor,
      [...ordinary, ...contested].sort((a, b) => a.start.compareTo(b.start)),
    );
  }
}

/** A dotted line under a word, in a colour that themes can set. */
function markOf(color: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    borderWidth: '0 0 1px 0',
    borderStyle: 'none none dotted none',
    borderColor: new vscode.ThemeColor(color),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** From the first line that can be seen to the last, folded ones between them included. */
function visibleRange({ visibleRanges }: vscode.TextEditor): vscode.Range | undefined {
  const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
  return first === undefined || last === undefined ? undefined : first.union(last);
}
