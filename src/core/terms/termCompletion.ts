import type { EntryId, Label, Term } from '../packs/pack';
import { foldText, isSmall } from './foldText';
import { withSmallFirst } from './smallWords';

/** A term that what was typed may be the beginning of. */
export interface Completion {
  readonly entryId: EntryId;
  /** The label that begins so. */
  readonly label: Label;
  /**
   * What to write: the label itself or, for a hidden or discouraged one, the form to be preferred. Labels head entries
   * with a capital; where a small letter was typed, and the label is no name, it begins with one too.
   */
  readonly text: string;
}

/** The completions of a text, and how much of its end they replace. */
export interface Completions {
  /** UTF-16 code units from here to the end of the text are the beginning of each label. */
  readonly start: number;
  readonly items: readonly Completion[];
  /** Whether there are more, which longer beginnings would show. */
  readonly isCut: boolean;
}

/** Completes beginnings of labels. */
export interface TermCompletion {
  /**
   * The labels that the end of a text begins, in the order of the alphabet. Of several ends that begin one, the longest
   * counts: after `for security gu` it is `security gu`.
   *
   * @param before The line up to the cursor.
   * @param fewest So many letters the beginning must have.
   * @param most So many completions at most.
   * Cost: logarithmic in the number of labels for each of the last words.
   */
  complete(before: string, fewest: number, most: number): Completions | undefined;
}

/** No label is looked for that began so many words ago. */
const MOST_WORDS = 8;
const WORD_STARTS = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu;

/**
 * Prepares the labels of some terms.
 *
 * @param smallWords The words that are no names.
 * Cost: sorts the labels.
 */
export function createTermCompletion(
  terms: readonly Term[],
  smallWords: ReadonlySet<string>,
): TermCompletion {
  const labels = terms.flatMap((term) =>
    term.labels.map((label) => ({ term, label, folded: foldText(label.text) })),
  );
  labels.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));

  const firstFrom = (beginning: string): number => {
    let low = 0;
    let high = labels.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((labels[middle]?.folded ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const beginningWith = (beginning: string, most: number) => {
    const items = new Map<string, Completion>();
    let at = firstFrom(beginning);
    for (; items.size < most; at++) {
      const found = labels[at];
      if (found?.folded.startsWith(beginning) !== true) break;
      const text = preferredText(found.term, found.label);
      const key = `${found.term.id} ${text}`;
      // Of several labels that lead to the same words the words themselves are named.
      if (items.has(key) && found.label.text !== text) continue;
      items.set(key, { entryId: found.term.id, label: found.label, text });
    }
    const isCut = labels[at]?.folded.startsWith(beginning) === true;
    return { items: [...items.values()], isCut };
  };

  return {
    complete(before, fewest, most) {
      const starts = [...before.matchAll(WORD_STARTS)].map(({ index }) => index);
      for (const start of starts.slice(-MOST_WORDS)) {
        const beginning = foldText(before.slice(start));
        if (beginning.length < fewest) return undefined;
        const { items, isCut } = beginningWith(beginning, most);
        if (items.length === 0) continue;
        const isSmallTyped = isSmall(before.codePointAt(start) ?? 0);
        const adapted = isSmallTyped
          ? items.map((item) => ({ ...item, text: smallLabel(item.text, smallWords) }))
          : items;
        return { start, items: adapted, isCut };
      }
      return undefined;
    },
  };
}

/** A label as it stands inside a sentence: with a small first letter if no other letter of it is a capital. */
export function smallLabel(text: string, smallWords: ReadonlySet<string>): string {
  const rest = text.slice(1);
  return rest === rest.toLowerCase() ? withSmallFirst(text, smallWords) : text;
}

/** What to write for a label: never a hidden or discouraged form. */
function preferredText(term: Term, label: Label): string {
  if (label.kind === 'preferred' || label.kind === 'alternative') return label.text;
  if (label.advice !== undefined && label.advice.use !== '') return label.advice.use;
  const ofLanguage = term.labels.find(
    ({ kind, lang }) => kind === 'preferred' && lang === label.lang,
  );
  return ofLanguage?.text ?? term.title;
}
