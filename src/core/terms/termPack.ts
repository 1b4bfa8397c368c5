import type { EntryId, Label, LabelCondition, LanguageTag } from '../packs/pack';
import { CompanyNumbers } from './companyNumbers';
import { LAST_ITEM, type DoubleArray } from './doubleArray';
import type { InflectionRules } from './inflection';
import type { Starts } from './startWriter';
import { inSteps, type Steps } from './steps';
import type { LabelledEntry } from './termIndex';

/** What is known of an item, a key with the label it belongs to. */
export const ItemFlag = {
  /** The key alone decides: no capitals, full stops or conditions on case. */
  Simple: 1,
  /** The text must begin with a capital. */
  CapitalFirst: 2,
  /** The key is not of the label's own form. */
  Inflected: 4,
  S: 8,
  Es: 16,
  Possessive: 32,
  /** No more items with the same key. */
  Last: LAST_ITEM,
  /** The label has a condition. */
  Condition: 128,
} as const;

/** The letters with which an ending may begin are the last so many classes of words. */
export const ENDING_CLASSES = 2;

/**
 * The labels of a pack and the words that their conditions ask for, compiled into typed arrays. A label is an *item* of
 * each of its keys. At a leaf, the number of an item has in its upper 24 bits that of its label, or the count of labels and the number of its company
 * word, and in the lower 8 `ItemFlag`s.
 */
export interface TermAutomaton extends DoubleArray, Starts {
  /**
   * The symbols by rank, of which `classesOf` makes classes: those of words come first, and of these `e` and `s` last if
   * labels have them.
   */
  readonly symbols: Uint32Array;
  readonly wordClasses: number;
  /** The most letters and numbers that a match can have. */
  readonly longest: number;
  /** The most letters and numbers that a company word can have. */
  readonly longestCompany: number;
}

/** A word or phrase that conditions ask for. */
export interface CompanyWord {
  readonly text: string;
  readonly lang: LanguageTag;
}

/** One pack's labels, ready to be searched. Immutable. */
export interface TermPack {
  readonly entries: readonly LabelledEntry[];
  /** The endings that counted when the pack was built. */
  readonly rules: InflectionRules;
  readonly labelCount: number;
  readonly automaton: TermAutomaton;
  /** What conditions ask for. */
  readonly companyWords: readonly CompanyWord[];
  /** For each entry, the number of its first label. */
  readonly labelStarts: Uint32Array;
  /** For each label, the number of its entry. */
  readonly labelEntries: Uint32Array;
}

/** The lists of words in a condition. */
function listsOf({ requires, refuses, phrases }: LabelCondition): readonly (readonly string[])[] {
  return [requires?.anyOf ?? [], refuses?.anyOf ?? [], phrases ?? []];
}

export interface LabelOfEntry {
  readonly entryId: EntryId;
  readonly label: Label;
}

/** The label with a number, and its entry. */
export function labelAt(
  { entries, labelStarts, labelEntries }: Pick<TermPack, 'entries' | keyof LabelNumbers>,
  index: number,
): LabelOfEntry {
  const of = labelEntries[index] ?? 0;
  const entry = entries[of];
  const label = entry?.labels[index - (labelStarts[of] ?? 0)];
  if (entry === undefined || label === undefined) throw new RangeError(`no label ${String(index)}`);
  return { entryId: entry.id, label };
}

/** Which numbers the labels of some entries have: counted through, entry by entry. */
export interface LabelNumbers {
  readonly labelStarts: Uint32Array;
  readonly labelEntries: Uint32Array;
}

/** Numbers the labels of some entries. */
export function* labelNumbersOf(entries: readonly LabelledEntry[]): Steps<LabelNumbers> {
  const labelStarts = new Uint32Array(entries.length + 1);
  yield* inSteps(entries.length, (from, to) => {
    for (let i = from; i < to; i++) {
      labelStarts[i + 1] = (labelStarts[i] ?? 0) + (entries[i]?.labels.length ?? 0);
    }
  });
  const labelEntries = new Uint32Array(labelStarts[entries.length] ?? 0);
  yield* inSteps(entries.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const end = labelStarts[i + 1] ?? 0;
      for (let label = labelStarts[i] ?? 0; label < end; label++) labelEntries[label] = i;
    }
  });
  return { labelStarts, labelEntries };
}

/** All words that the conditions of some entries ask for, each once, in the order of the entries. */
export function* companyWordsOf(entries: readonly LabelledEntry[]): Steps<CompanyWord[]> {
  const words: CompanyWord[] = [];
  const numbers = new CompanyNumbers();
  yield* inSteps(entries.length, (from, to) => {
    for (let i = from; i < to; i++) {
      for (const label of entries[i]?.labels ?? []) {
        if (label.condition === undefined) continue;
        for (const list of listsOf(label.condition)) {
          for (const text of list) {
            const word = { text, lang: label.lang };
            if (numbers.add(word) === words.length) words.push(word);
          }
        }
      }
    }
  });
  return words;
}
