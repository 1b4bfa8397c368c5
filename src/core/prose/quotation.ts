import { paragraphAt } from '../terms/conditions';
import type { Span } from '../terms/span';
import { SpanList } from '../terms/spanList';
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

/** Tells what in a document is somebody else's words. Of the paragraph asked about last it remembers what it has found. */
export class Quotations {
  readonly #text: string;
  readonly #prose: Prose;
  #paragraph: Span = { start: 0, end: -1 };
  #quoted = SpanList.empty;

  constructor(text: string, prose: Prose) {
    this.#text = text;
    this.#prose = prose;
  }

  /** The paragraph around an offset. */
  paragraphAt(offset: number): Span {
    const { start, end } = this.#paragraph;
    if (offset < start || offset >= end) {
      this.#paragraph = paragraphAt(this.#text, offset);
      const text = this.#text.slice(this.#paragraph.start, this.#paragraph.end);
      this.#quoted = SpanList.of(quotationsIn(text));
    }
    return this.#paragraph;
  }

  /** Whether a stretch is in a block quotation or between quotation marks. */
  has({ start, end }: Span): boolean {
    const { start: from } = this.paragraphAt(start);
    return (
      this.#prose.quoted.overlaps(start, end) || this.#quoted.overlaps(start - from, end - from)
    );
  }
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
