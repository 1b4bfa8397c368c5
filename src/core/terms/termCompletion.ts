import type { EntryId, Label, LabelKind, Term } from '../packs/pack';
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
   * The labels that the end of a text begins. Of several ends that begin one, the longest counts: after `for security gu`
   * it is `security gu`. Terms that preferred and alternative labels lead to come first, then those of discouraged forms;
   * among them those in the very letters typed, then shorter ones. The labels of a term stay together, those of the
   * pack's language first; but what hidden labels lead to is last of all.
   *
   * @param before The line up to the cursor.
   * @param fewest So many letters the beginning must have.
   * @param most So many completions at most.
   * Cost: logarithmic in the number of labels for each of the last words; sorts the labels that begin so.
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

  const beginningWith = (typed: string, beginning: string): readonly Completion[] => {
    const isSmallTyped = isSmall(typed.codePointAt(0) ?? 0);
    const written = (text: string) => (isSmallTyped ? smallLabel(text, smallWords) : text);
    const byTerm = new Map<Term, Found[]>();
    for (let at = firstFrom(beginning); ; at++) {
      const next = labels[at];
      if (next?.folded.startsWith(beginning) !== true) break;
      const { term, label } = next;
      const isOtherCase = !written(label.text).startsWith(typed);
      const rank = [kindOrder[label.kind], Number(isOtherCase), label.text.length];
      const found = byTerm.get(term) ?? [];
      if (found.length === 0) byTerm.set(term, found);
      found.push({ label, rank });
    }
    return [...byTerm]
      .map(([term, found]) => ({
        term,
        found,
        best: found.map(({ rank }) => rank).sort(compare)[0] ?? [],
      }))
      .sort((a, b) => compare(a.best, b.best))
      .flatMap(({ term, found }) => ofTerm(term, found))
      .sort((a, b) => Number(a.label.kind === 'hidden') - Number(b.label.kind === 'hidden'))
      .map((item) => ({ ...item, text: written(item.text) }));
  };

  return {
    complete(before, fewest, most) {
      const starts = [...before.matchAll(WORD_STARTS)].map(({ index }) => index);
      for (const start of starts.slice(-MOST_WORDS)) {
        const typed = before.slice(start);
        const beginning = foldText(typed);
        if (beginning.length < fewest) return undefined;
        const items = beginningWith(typed, beginning);
        if (items.length === 0) continue;
        return { start, items: items.slice(0, most), isCut: items.length > most };
      }
      return undefined;
    },
  };
}

/** A label that begins as typed, and by what it is sorted. */
interface Found {
  readonly label: Label;
  /** Its kind's place, whether it is in other letters than the very ones typed, its length. */
  readonly rank: readonly number[];
}

const kindOrder: Readonly<Record<LabelKind, number>> = {
  ...{ preferred: 0, alternative: 0, discouraged: 1, hidden: 2 },
};

/** Which of two lists of numbers is first, by the first that differs. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * What to offer for the labels of a term, no two with the same text. What the pack's language says, also of a
 * discouraged form, comes before other languages, where that very form may be the usual one.
 */
function ofTerm(term: Term, found: readonly Found[]): readonly Completion[] {
  const isOwn = (lang: string): boolean =>
    term.labels.some(
      (label) => label.kind === 'preferred' && label.text === term.title && label.lang === lang,
    );
  const order = ({ label, rank }: Found): readonly number[] => [
    ...[Number(label.kind === 'hidden'), Number(!isOwn(label.lang)), ...rank],
  ];
  const items = new Map<string, Completion>();
  for (const { label } of [...found].sort((a, b) => compare(order(a), order(b)))) {
    const text = preferredText(term, label);
    const known = items.get(text);
    // Of several labels that lead to the same words the words themselves are named.
    if (known === undefined || (known.label.text !== text && label.text === text)) {
      items.set(text, { entryId: term.id, label, text });
    }
  }
  return [...items.values()];
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
