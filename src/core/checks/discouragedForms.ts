import * as l10n from '@vscode/l10n';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import type { Label, LabelAdvice } from '../packs/pack';
import { Quotations } from '../prose/quotation';
import { sentenceAt } from '../terms/conditions';
import type { TermMatch } from '../terms/termIndex';
import type { Finding, Fix } from './finding';
import { isOfOtherLanguage } from './sentenceLanguage';
import { isSpelledAlike } from './spelledAlike';

const POSSESSIVE = /^['’](?:s)?$/i;

/**
 * The forms in a draft that a pack advises against. Words in quotation marks and block quotations are the speaker's:
 * there only what is wrong even in a quotation counts. A text that speaks of the form itself, `formerly Kiev`, has to
 * name it. A sentence of another language has words of its own. Beside a year before the term's first date the words mean
 * something else: `the Ukraine conflict of 2014`.
 *
 * @returns Ascending.
 */
export function findDiscouragedForms(
  library: Library,
  { text, prose, matches }: Draft,
): readonly Finding[] {
  const quotations = new Quotations(text, prose);
  return matches
    .labelled(({ advice }) => advice !== undefined)
    .flatMap((match) => {
      const { advice } = match.label;
      if (advice === undefined || (advice.quotable && quotations.has(match))) return [];
      if (isOfOtherLanguage(text, match, match.label.lang)) return [];
      if (isOfEarlierYear(library, text, match) || isNamed(text, match, advice.use)) return [];
      return [toFinding(text, match, match.label, advice)];
    });
}

/** UTF-16 code units. */
const NEAR = 120;
const SENTENCE_END = /[.!?]\s|\n\s*\n/;

/** Before a form that is spoken of. */
const NAMING =
  /(?:^|[^\p{L}])(?:formerly|previously|once|spell(?:ed|t|ing|ings|s)?|called|known as|written|transliterated|romani[sz]ed|früher|ehemals|genannt|Schreibweise|anciennement|appelée?s?|graphie|колишн\p{L}+)(?:\s+as)?[\s:,]+[["“„«‘*_(]*$/iu;
/** Behind it. */
const NAMED =
  /^["”“»’*_)\]]*\s+(?:spelling|was\s+the\s+(?:\p{L}+\s+)?spelling|is\s+the\s+(?:\p{L}+\s+)?spelling)/iu;
/** Between the form and the right one. */
const BESIDE =
  /^["”“»’*_)\]]*(?:\s*[/|]\s*|\s+\(|,?\s+(?:or|not|now|formerly|and\s+not|rather\s+than|instead\s+of)\s+)["“„«‘*_([]*$/i;

/** Whether a text speaks of a form and does not just use it: `formerly Kiev`, `Kyiv/Kiev`. */
function isNamed(text: string, { start, end }: TermMatch, use: string): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const behind = text.slice(end, end + NEAR);
  if (NAMING.test(before) || NAMED.test(behind)) return true;
  if (use === '') return false;
  const last = before.lastIndexOf(use);
  const next = behind.indexOf(use);
  return (
    (last >= 0 && BESIDE.test(before.slice(last + use.length))) ||
    (next >= 0 && BESIDE.test(behind.slice(0, next)))
  );
}

function isOfEarlierYear(library: Library, text: string, match: TermMatch): boolean {
  const term = library.entry(match.entryId);
  if (term?.type !== 'term') return false;
  const years = term.facts.map(({ value }) => Number(/^\d{4}(?=-|$)/.exec(String(value))?.[0]));
  const first = Math.min(...years.filter((year) => year > 0));
  if (!Number.isFinite(first)) return false;
  // Near it, in its sentence: all of a long one would be read again for each match.
  const before = text.slice(Math.max(0, match.start - NEAR), match.start);
  const behind = text.slice(match.end, match.end + NEAR);
  const near = (before.split(SENTENCE_END).at(-1) ?? '') + (behind.split(SENTENCE_END)[0] ?? '');
  const written = near.match(/\b(?:1[89]|20)\d\d\b/g);
  return written?.some((year) => Number(year) < first) === true;
}

function toFinding(text: string, match: TermMatch, label: Label, advice: LabelAdvice): Finding {
  const { start, end, entryId } = match;
  const written = text.slice(start, end);
  const fix = replacement(written, label.text, advice.use, isSentenceStart(text, start));
  const use = advice.use === '' ? '' : ` ${l10n.t('Write “{0}”.', advice.use)}`;
  return {
    ...{ rule: 'discouragedForm', start, end, entryId, form: label.text },
    message: `${l10n.t('“{0}” is a discouraged form.', written)} ${advice.reason}${use}`,
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
 * @returns Undefined if there is nothing. Safe only if it is the same name, spelled otherwise: of any other words only a
 * person can tell whether article, number and meaning fit. Not safe if the ending is one that only a person can carry over.
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
  const isCarried = isPrefix && (ending === '' || POSSESSIVE.test(ending) || isPlural);
  const isSafe = isCarried && isSpelledAlike(label, use);
  const text = capitalised(written, label, use, isSentenceStart) + (isCarried ? ending : '');
  const title = isCarried
    ? l10n.t('Replace with “{0}”', text)
    : l10n.t('Replace with “{0}” (check the ending)', text);
  return { text, isSafe, title };
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

/** A sentence that is longer is looked at no further back. UTF-16 code units. */
const LONGEST = 1500;
const MARKS = String.raw`[\s#>*_"“‘«([\-–—\d.]*$`;
const ONLY_MARKS = new RegExp(`^${MARKS}`, 'u');
/** A line that begins an item, a heading or a cell, whatever stands above, or that stands below a heading. */
const OWN_LINE = new RegExp(
  String.raw`(?:^|[\r\n])(?:[ \t>]*(?:#{1,6}[ \t]|[-*+•|][ \t]|\d+[.)][ \t])|#{1,6}[ \t][^\r\n]*\r?\n)${MARKS}`,
  'u',
);
const BEHIND_COLON = new RegExp(String.raw`[:…]["'’”»)\]]*\s${MARKS}`, 'u');

/** Whether a sentence, an item or a heading begins at an offset. A line alone begins nothing: text may be hard-wrapped. */
export function isSentenceStart(text: string, offset: number): boolean {
  const from = Math.max(0, offset - LONGEST);
  // With the letter at the offset: behind a full stop a small one begins no sentence.
  const near = text.slice(from, offset + 2);
  const at = offset - from;
  const { start } = sentenceAt(near, { start: at, end: at });
  const before = near.slice(0, at);
  return ONLY_MARKS.test(before.slice(start)) || OWN_LINE.test(before) || BEHIND_COLON.test(before);
}
