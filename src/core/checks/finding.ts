import type { EntryId } from '../packs/pack';
import type { Span } from '../terms/span';

/** The rules that a draft is held to, each of which can be switched off. */
export const rules = ['discouragedForm', 'unexplainedAbbreviation', 'recordedFact'] as const;
export type Rule = (typeof rules)[number];

/** A place in a draft that a rule has something to say about. */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly entryId: EntryId;
  /** The form that is spoken of, by which it can be ignored: a label, or a term with a figure. */
  readonly form: string;
  /** A sentence or two for the writer. */
  readonly message: string;
  /** Where it can be checked. */
  readonly source?: EntryId;
  readonly fixes: readonly Fix[];
}

/** What could stand in the place of a finding. */
export interface Fix {
  readonly title: string;
  /** Replaces the finding's span. */
  readonly text: string;
  /** Whether it is right without a look at it, so that all of a file may be made at once. */
  readonly isSafe: boolean;
}
