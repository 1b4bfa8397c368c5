import type { Span } from '../terms/span';

/** A whole number as English text has it. */
export interface WrittenNumber extends Span {
  readonly value: number;
}

const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORDS = `(?:${TENS.join('|')})(?:[- ](?:${SMALL.slice(1, 10).join('|')}))?|${[...SMALL].reverse().join('|')}`;

/** The source of a regular expression that finds a number without what would make it another. */
export const NUMBER = `(?<![\\p{L}\\p{N}.,$€£-])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,7}|${WORDS})(?![\\p{N}%]|[.,]\\d)`;

/** What a number found by `NUMBER` is worth. */
export function valueOf(text: string): number {
  if (/^\d/.test(text)) return Number(text.replaceAll(',', ''));
  const [first = '', second] = text.toLowerCase().split(/[- ]/);
  const tens = TENS.indexOf(first);
  const small = SMALL.indexOf(second ?? first);
  return tens < 0 ? small : (tens + 2) * 10 + (second === undefined ? 0 : small);
}
