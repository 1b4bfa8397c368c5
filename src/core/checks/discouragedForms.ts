import type { Draft } from '../drafts/draft';
import type { Label, LabelAdvice } from '../packs/pack';
import { Quotations } from '../prose/quotation';
import type { TermMatch } from '../terms/termIndex';
import type { Finding, Fix } from './finding';

const POSSESSIVE = /^['’](?:s)?$/i;

/**
 * The forms in a draft that a pack advises against. Words in quotation marks and block quotations are the speaker's:
 * there only what is wrong even in a quotation counts.
 *
 * @returns Ascending.
 */
export function findDiscouragedForms({ text, prose, matches }: Draft): readonly Finding[] {
  const quotations = new Quotations(text, prose);
  return matches
    .labelled(({ advice }) => advice !== undefined)
    .flatMap((match) => {
      const { advice } = match.label;
      if (advice === undefined || (advice.quotable && quotations.has(match))) return [];
      return [toFinding(text, match, match.label, advice)];
    });
}

function toFinding(text: string, match: TermMatch, label: Label, advice: LabelAdvice): Finding {
  const { start, end, entryId } = match;
  const written = text.slice(start, end);
  const fix = replacement(written, label.text, advice.use, isSentenceStart(text, start));
  const use = advice.use === '' ? '' : ` Write “${advice.use}”.`;
  return {
    ...{ rule: 'discouragedForm', start, end, entryId, form: label.text },
    message: `“${written}” is a discouraged form. ${advice.reason}${use}`,
    ...(advice.source === undefined ? {} : { source: advice.source }),
    fixes: fix === undefined ? [] : [fix],
  };
}

/**
 * What to write for a discouraged form as it stands in the text: with its capitals, its possessive and its plural.
 *
 * @param written As it stands, for example `KIEV'S`.
 * @param label As the pack has it.
 * @param use What the pack has instead; empty if it has nothing.
 * @returns Undefined if there is nothing. Not safe if the ending is one that only a person can carry over.
 */
export function replacement(
  written: string,
  label: string,
  use: string,
  isSentenceStart: boolean,
): Fix | undefined {
  if (use === '') return undefined;
  const isPrefix = written.slice(0, label.length).toLowerCase() === label.toLowerCase();
  const ending = isPrefix ? written.slice(label.length) : '';
  const isPlural = /^s(?:['’])?$/i.test(ending) && !/[sxzy]$/i.test(use);
  const isSafe = isPrefix && (ending === '' || POSSESSIVE.test(ending) || isPlural);
  const text = capitalised(written, label, use, isSentenceStart) + (isSafe ? ending : '');
  const title = `Replace by “${text}”`;
  return { text, isSafe, title: isSafe ? title : `${title} (check the ending)` };
}

function capitalised(
  written: string,
  label: string,
  use: string,
  isSentenceStart: boolean,
): string {
  const isAllCapitals =
    written === written.toUpperCase() && label !== label.toUpperCase() && /\p{L}{2}/u.test(written);
  if (isAllCapitals) return use.toUpperCase();
  const isRaised = startsWithCapital(written) && (isSentenceStart || !startsWithCapital(label));
  return isRaised ? use.charAt(0).toUpperCase() + use.slice(1) : use;
}

function startsWithCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether a sentence, a line or a heading begins at an offset. */
export function isSentenceStart(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 40), offset);
  return /(?:^|[\r\n]|[.!?…:]["'’”»)\]]*\s)[\s#>*_"“‘«([\-–—\d.]*$/u.test(before);
}
