import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Library } from '../../core/packs/library';
import type { Term } from '../../core/packs/pack';
import { termCard } from '../../core/render/entryMarkdown';
import {
  createTermCompletion,
  type Completion,
  type TermCompletion,
} from '../../core/terms/termCompletion';
import { openEntryUri, trustedCard } from '../entries/entryCard';
import { settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';

const mostItems = 100;
/** After fewer letters everything would be offered. */
const fewestLetters = 2;
/** Where VS Code suggests while people type, it asks within so many milliseconds of its own delay. */
const askedWithin = 90;
/** Calls for terms anywhere, without the wait for letters. */
const call = '[[';

class TermItem extends vscode.CompletionItem {
  readonly completion: Completion;

  /**
   * @param typed The beginning of the label, after the call if there is one.
   * @param place Among what is offered.
   */
  constructor(completion: Completion, range: vscode.Range, typed: string, place: number) {
    const { label, text } = completion;
    const isOther = label.text !== text;
    super({ label: text, ...(isOther ? { description: label.text } : {}) });
    this.kind = vscode.CompletionItemKind.Reference;
    this.completion = completion;
    this.insertText = text;
    this.range = range;
    // What was typed may be spelled without accents or in another case; it has been compared already.
    const begun = typed.startsWith(call) ? typed.length - call.length : typed.length;
    this.filterText = typed + label.text.slice(begun);
    // Where the letters fit equally well, VS Code sorts by this, and without it by the alphabet.
    this.sortText = String(place).padStart(String(mostItems).length, '0');
  }
}

/**
 * Offers terms whose beginning was typed: in prose when asked, or while typing where the setting says so, and after `[[`
 * everywhere.
 */
export function registerCompletion(
  store: PackStore,
  markdown: () => Promise<MarkdownIt>,
): vscode.Disposable {
  let made:
    | {
        readonly library: Library;
        readonly completion: TermCompletion;
        readonly names: readonly Completion[];
      }
    | undefined;
  const current = () => {
    const { library } = store;
    if (made?.library !== library) {
      const terms = library.packs.flatMap((pack) => pack.terms);
      const completion = createTermCompletion(terms, library.smallWords());
      made = { library, completion, names: termNames(terms) };
    }
    return made;
  };
  const requests = new Requests();
  const provider = vscode.languages.registerCompletionItemProvider(
    '*',
    {
      provideCompletionItems(document, position, _token, context) {
        if (!settings.completionEnabled(document)) return undefined;
        const line = document.lineAt(position).text;
        const before = line.slice(0, position.character);
        const called = before.lastIndexOf(call);
        const isCalled = called >= 0 && !before.slice(called).includes(']');
        if (!isCalled && !(settings.isProse(document) && requests.isWanted(document, context))) {
          return undefined;
        }
        const from = isCalled ? called + call.length : 0;
        const { completion, names } = current();
        // VS Code asks when the brackets are typed, and in Markdown not again unless its list is open by then.
        const found =
          isCalled && from === before.length
            ? { start: 0, items: names.slice(0, mostItems), isCut: true }
            : completion.complete(before.slice(from), isCalled ? 1 : fewestLetters, mostItems);
        if (found === undefined || (isCalled && found.start > 0)) return undefined;
        const start = isCalled ? called : found.start;
        const closing = isCalled && line.startsWith(']]', position.character) ? 2 : 0;
        const range = new vscode.Range(
          position.with({ character: start }),
          position.translate(0, closing),
        );
        const typed = before.slice(start);
        const items = found.items.map((item, place) => new TermItem(item, range, typed, place));
        return new vscode.CompletionList(items, found.isCut || isCalled);
      },
      async resolveCompletionItem(item, token) {
        if (!(item instanceof TermItem)) return item;
        const { library } = store;
        const entry = library.entry(item.completion.entryId);
        if (entry?.type !== 'term') return item;
        const card = termCard(
          library,
          await markdown(),
          entry,
          item.completion.label,
          openEntryUri(entry.id),
        );
        if (!token.isCancellationRequested) item.documentation = trustedCard(card);
        return item;
      },
    },
    '[',
  );
  return vscode.Disposable.from(
    provider,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Told without any when a document is saved, too.
      if (contentChanges.length > 0) requests.textChanged(document);
    }),
  );
}

/**
 * Tells the requests of persons from those that VS Code makes while they type, for it does not. It makes at most one
 * after a change, soon, and none where its suggestions are off, as they are in Markdown unless a setting says otherwise.
 */
class Requests {
  /** The last change of a text, until VS Code has asked about it. */
  #change: { readonly document: vscode.TextDocument; readonly time: number } | undefined;

  textChanged(document: vscode.TextDocument): void {
    this.#change = { document, time: performance.now() };
  }

  /** Whether a request in prose, which is being made, is to be answered. */
  isWanted(document: vscode.TextDocument, { triggerKind }: vscode.CompletionContext): boolean {
    const change = this.#change?.document === document ? this.#change : undefined;
    if (change !== undefined) this.#change = undefined;
    if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return true;
    if (change === undefined || settings.completionAsYouType(document)) return true;
    const delay = suggestionDelay(document);
    return delay === undefined || performance.now() - change.time > delay + askedWithin;
  }
}

/** How long after a key VS Code asks, in milliseconds, or undefined if it suggests nothing while people type. */
function suggestionDelay(document: vscode.TextDocument): number | undefined {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const wanted = editor.get<boolean | Readonly<Record<string, unknown>>>('quickSuggestions', true);
  const each = typeof wanted === 'boolean' ? [wanted] : Object.values(wanted);
  const isOff = each.every((value) => value === false || value === 'off');
  return isOff ? undefined : editor.get('quickSuggestionsDelay', 10);
}

/** Each term by its name, in the order of the alphabet. */
function termNames(terms: readonly Term[]): readonly Completion[] {
  return terms
    .flatMap(({ id, labels }) => {
      const label = labels.find(({ kind }) => kind === 'preferred');
      return label === undefined ? [] : [{ entryId: id, label, text: label.text }];
    })
    .sort((a, b) => a.text.localeCompare(b.text));
}
