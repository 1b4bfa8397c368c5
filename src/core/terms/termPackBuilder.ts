import { allInflections, type InflectionRules } from './inflection';
import { KeyWriter, type Size } from './keyWriter';
import { whyUnusable } from './labelForms';
import { isPlain } from './plainLabel';
import { inSteps, runToEnd, type Steps } from './steps';
import type { LabelledEntry, UnusableLabel } from './termIndex';
import { companyWordsOf, labelAt, labelNumbersOf, type TermPack } from './termPack';

export interface BuiltTermPack {
  readonly pack: TermPack;
  readonly unusable: readonly UnusableLabel[];
}

/** Work that is done a little at a time. */
export interface SlicedWork<Result> {
  /**
   * Works on.
   *
   * @param milliseconds How long at most; a single step is much shorter than a millisecond.
   * @returns The result once it is there.
   */
  step(milliseconds: number): Result | undefined;
}

/**
 * Builds the index of one pack in slices.
 *
 * @param now A clock in milliseconds, such as `performance.now`.
 */
export function termPackBuilder(
  entries: readonly LabelledEntry[],
  now: () => number,
  rules: InflectionRules = allInflections,
): SlicedWork<BuiltTermPack> {
  const steps = buildInSteps(entries, rules);
  let built: BuiltTermPack | undefined;
  return {
    step(milliseconds) {
      const end = now() + milliseconds;
      while (built === undefined) {
        const step = steps.next() as IteratorResult<void, BuiltTermPack | undefined>;
        if (step.done === true) {
          // After an exception there is no result, however often one asks.
          if (step.value === undefined) throw new Error('The index could not be built.');
          built = step.value;
        } else if (now() >= end) break;
      }
      return built;
    },
  };
}

/** Builds the index of one pack at once. */
export function buildTermPack(
  entries: readonly LabelledEntry[],
  rules: InflectionRules = allInflections,
): BuiltTermPack {
  return runToEnd(buildInSteps(entries, rules));
}

const LABELS_A_STEP = 64;

function* buildInSteps(
  entries: readonly LabelledEntry[],
  rules: InflectionRules,
): Steps<BuiltTermPack> {
  const unusable: UnusableLabel[] = [];
  const writer = new KeyWriter(rules, yield* sizeOf(entries));
  let index = 0;
  for (const { id: entryId, labels } of entries) {
    for (const label of labels) {
      const message = isPlain(label.text) ? undefined : whyUnusable(label);
      if (message === undefined) writer.add(label, index);
      else unusable.push({ entryId, label, message });
      if (++index % LABELS_A_STEP === 0) yield;
    }
  }
  const labelCount = index;
  const companyWords = yield* companyWordsOf(entries);
  for (const word of companyWords) {
    writer.addCompany(word, index);
    if (++index % LABELS_A_STEP === 0) yield;
  }
  const numbers = yield* labelNumbersOf(entries);
  const signature = (number: number) => {
    if (number >= labelCount) return String(number);
    const { label } = labelAt({ entries, ...numbers }, number);
    const condition = label.condition === undefined ? '' : JSON.stringify(label.condition);
    return `${label.kind} ${label.lang} ${condition} ${label.text}`;
  };
  const { automaton, dropped } = yield* writer.finish(signature);
  for (const number of dropped) {
    if (number >= labelCount) continue;
    const { entryId, label } = labelAt({ entries, ...numbers }, number);
    unusable.push({ entryId, label, message: NO_ROOM });
  }
  return {
    pack: { entries, rules, labelCount, automaton, companyWords, ...numbers },
    unusable,
  };
}

/** How much there is to write, about. */
function* sizeOf(entries: readonly LabelledEntry[]): Steps<Size> {
  let count = 0;
  let letters = 0;
  yield* inSteps(entries.length, (from, to) => {
    for (let i = from; i < to; i++) {
      for (const { text } of entries[i]?.labels ?? []) {
        letters += text.length;
        count++;
      }
    }
  });
  return { labels: count, letters };
}

const NO_ROOM =
  'There are so many labels in this pack that not all forms of this one can be found; divide the pack.';
