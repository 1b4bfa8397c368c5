import { paragraphAt } from '../terms/conditions';
import type { Span } from '../terms/span';
import type { Prose } from './prose';

/** Opening marks with what closes each. German opens with „, Danish with », LaTeX with two accents. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '"': '"',
  '‘': '’',
  "'": "'",
  '``': "''",
};
const MARK = /``|''|[“”„"«»‹›‘’']/g;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether a stretch of a document is somebody else's words: in a block quotation or between quotation marks. */
export function isQuoted(text: string, prose: Prose, span: Span): boolean {
  if (prose.quoted.overlaps(span.start, span.end)) return true;
  const paragraph = paragraphAt(text, span.start);
  return quotationsIn(text.slice(paragraph.start, paragraph.end)).some(
    ({ start, end }) => paragraph.start + start < span.end && paragraph.start + end > span.start,
  );
}

/**
 * What stands between quotation marks in a paragraph, the marks included. A quotation that is not closed lasts to the
 * paragraph's end, for it may go on in the next. An apostrophe closes nothing, and opens nothing.
 *
 * @returns Ascending; quotations within quotations are part of the outer one.
 */
export function quotationsIn(paragraph: string): readonly Span[] {
  const found: Span[] = [];
  let start = -1;
  let closing = '';
  for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
    const isAfterWord = WORD.test(paragraph.charAt(index - 1));
    const isBeforeWord = WORD.test(paragraph.charAt(index + mark.length));
    const isSingle = mark === "'" || mark === '’' || mark === '‘';
    if (start < 0) {
      const close = PAIRS[mark];
      // A straight mark behind a digit is an inch or a foot.
      const isInch = (mark === '"' || mark === "'") && /\d/.test(paragraph.charAt(index - 1));
      if (close === undefined || isInch || (isSingle && (isAfterWord || !isBeforeWord))) continue;
      start = index;
      closing = close;
    } else if (mark === closing || (closing === '”' && mark === '“' && isAfterWord)) {
      if (isSingle && isBeforeWord) continue;
      found.push({ start, end: index + mark.length });
      start = -1;
    }
  }
  if (start >= 0 && closing !== "'" && closing !== '’')
    found.push({ start, end: paragraph.length });
  return found;
}
