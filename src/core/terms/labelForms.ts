import type { Label } from '../packs/pack';
import { CharKind, isWordKind, kindOf } from './characters';
import { inflect, matchEnding, type Ending, type InflectionRules } from './inflection';
import {
  isAbbreviation,
  isBoundaryAfter,
  LONGEST_LABEL,
  matchPattern,
  parseLabel,
  type LabelPattern,
} from './labelPattern';

/** One spelling by which a label is found, with the endings that may follow it. */
export interface LabelForm {
  readonly text: string;
  readonly pattern: LabelPattern;
  readonly endings: readonly Ending[];
  /** Whether endings must be in small letters, as the spelling ends in capitals. */
  readonly smallEndings: boolean;
  /** Whether the spelling is not the label's own. */
  readonly inflected: boolean;
}

/**
 * Every form of a label.
 *
 * @param ignoreCase True for company and phrases, in which case does not count: unless the whole is an abbreviation, as
 * the French `un` is no company of the UN.
 */
export function formsOf(label: Label, rules: InflectionRules, ignoreCase = false): LabelForm[] {
  const foldAll =
    (ignoreCase && !isAbbreviation(label.text)) || label.condition?.case !== undefined;
  const { forms, endings, formEndings } = inflect(label, rules);
  const texts = [label.text, ...new Set(forms)];
  return texts.map((text, index) => {
    const pattern = parseLabel(text, foldAll);
    return {
      text,
      pattern,
      endings: index === 0 ? endings : formEndings,
      smallEndings: pattern.capitals.at(-1) ?? false,
      inflected: index > 0,
    };
  });
}

/** Why no text can match the label, in a sentence, or undefined. Cost: at most the longest label's length. */
export function whyUnusable(label: Label): string | undefined {
  if (label.text.length > LONGEST_LABEL) {
    return `This label has ${String(label.text.length)} characters; at most ${String(LONGEST_LABEL)} can be found.`;
  }
  let words = 0;
  let ideographs = 0;
  for (const char of label.text) {
    const kind = kindOf(char.codePointAt(0) ?? 0);
    if (isWordKind(kind)) words++;
    if (kind === CharKind.Ideograph) ideographs++;
  }
  if (label.text.trim() === '') return 'This label is empty.';
  if (words === 0) return `The label "${label.text}" has no letter or number to find it by.`;
  const short = words === 1 && ideographs === 0 && label.text.trim().normalize('NFC').length === 1;
  if (short && label.condition?.case !== 'exact') {
    return `The label "${label.text}" is one character, which would be found everywhere; give it "case: exact" or a longer form.`;
  }
  return undefined;
}

/** A way in which a form stands at a place. */
export interface FormMatch {
  readonly end: number;
  /** Whether an ending follows, or the form is not the label's own. */
  readonly inflected: boolean;
}

/** All ends that a form has at `start`, where a word must be able to begin. */
export function matchForm(form: LabelForm, text: string, start: number): FormMatch[] {
  const bare = matchPattern(form.pattern, text, start);
  if (bare < 0) return [];
  const matches: FormMatch[] = [];
  if (isBoundaryAfter(text, bare)) matches.push({ end: bare, inflected: form.inflected });
  for (const ending of form.endings) {
    const end = matchEnding(text, bare, ending, form.smallEndings);
    if (end >= 0 && isBoundaryAfter(text, end)) matches.push({ end, inflected: true });
  }
  return matches;
}
