import type { Span } from '../terms/span';

/** A date as English text has it, as exactly as it is given there. */
export interface WrittenDate extends Span {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:1[89]|20)\\d\\d)';
const DATE = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`,
    `(?<![\\p{L}\\p{N}])${MONTH}\\s+${DAY},?\\s+${YEAR}`,
    `(?<![\\p{L}\\p{N}])${MONTH},?\\s+(?:of\\s+)?${YEAR}`,
    `(?<![\\p{L}\\p{N}.,/-])${YEAR}-(\\d\\d)-(\\d\\d)`,
    `(?<![\\p{L}\\p{N}.,/$€£-])${YEAR}`,
  ]
    .map((form) => `${form}(?![\\p{L}\\p{N}]|[.,]\\d)`)
    .join('|'),
  'gu',
);

/**
 * The dates in an English sentence that name a year. A year alone is one if nothing makes it another number.
 *
 * @returns Ascending.
 */
export function findDates(sentence: string): readonly WrittenDate[] {
  return [...sentence.matchAll(DATE)].map(({ 0: text, 1: d1, 2: m1, 3: y1, ...rest }) => {
    const span = { start: rest.index, end: rest.index + text.length };
    if (y1 !== undefined) return { ...span, year: Number(y1), month: toMonth(m1), day: Number(d1) };
    const {
      4: m2,
      5: d2,
      6: y2,
      7: m3,
      8: y3,
      9: y4,
      10: m4,
      11: d4,
      12: y5,
    } = rest as Readonly<Record<number, string | undefined>>;
    if (y2 !== undefined) return { ...span, year: Number(y2), month: toMonth(m2), day: Number(d2) };
    if (y3 !== undefined) return { ...span, year: Number(y3), month: toMonth(m3) };
    if (y4 !== undefined) return { ...span, year: Number(y4), month: Number(m4), day: Number(d4) };
    return { ...span, year: Number(y5) };
  });
}

function toMonth(name = ''): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

/**
 * Whether a written date can be a recorded one: it agrees as far as both are exact.
 *
 * @param recorded EDTF; an interval holds every day in it.
 */
export function agrees(date: WrittenDate, recorded: string): boolean {
  const [from = '', to = from] = recorded.replace(/[~?%]/g, '').split('/');
  const written = toEdtf(date);
  const cut = (date: string) => date.slice(0, Math.min(date.length, written.length));
  return cut(from) <= written.slice(0, from.length) && written.slice(0, to.length) <= cut(to);
}

/**
 * Whether a written date is later than a recorded one, as far as it is exact.
 *
 * @param recorded EDTF; of an interval its beginning counts.
 */
export function isLater(date: WrittenDate, recorded: string): boolean {
  const written = toEdtf(date);
  return written > recorded.slice(0, written.length);
}

function toEdtf({ year, month, day }: WrittenDate): string {
  return [year, month, day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-');
}
