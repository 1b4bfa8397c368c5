import { paragraphAt } from '../terms/conditions';
import type { Span } from '../terms/span';
import { SpanList } from '../terms/spanList';
import type { Prose } from './prose';

/** Opening marks with what may close each. German opens with „, as Polish does, Danish with », LaTeX with accents. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '„': ['“', '”'],
  '«': ['»'],
  '»': ['«'],
  '‹': ['›'],
  '›': ['‹'],
  '"': ['"'],
  '‘': ['’'],
  "'": ["'"],
  '`': ["'", '’'],
  '``': ["''", '"'],
  '<<': ['>>'],
};
const MARK =
  /``|''|<<|>>|[“”„"«»‹›‘’'`]|\\(?:[gf][lr]qq?|[of]g|guillem[eo]t(?:left|right))(?![A-Za-z])|&(?:[lr]dquo|[lr]squo|bdquo|quot|apos|[lr]aquo|#(?:34|39|171|187|8216|8217|8220|8221|8222)|#x(?:22|27|ab|bb|201[8cde]|2019));/gi;
/** Marks as HTML writes them. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', bdquo: '„', quot: '"', apos: "'" },
  ...{ laquo: '«', raquo: '»' },
};
/** Marks as LaTeX writes them in commands. */
const COMMANDS: Readonly<Record<string, string>> = {
  ...{ glqq: '„', grqq: '“', glq: '‹', grq: '›', flqq: '«', frqq: '»', flq: '‹', frq: '›' },
  ...{ og: '«', fg: '»', guillemotleft: '«', guillemotright: '»' },
  ...{ guillemetleft: '«', guillemetright: '»' },
};
/** `'90s`, `'tis`: what begins with an apostrophe. */
const CUT = /^(?:\d\ds|tis|twas|em|til|cause)(?![\p{L}\p{N}])/iu;
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
      const { start: from, end: to } = this.#paragraph;
      const { exclude } = this.#prose;
      this.#quoted = SpanList.of(
        quotationsIn(this.#text.slice(from, to), (offset) =>
          exclude.overlaps(from + offset, from + offset + 1),
        ),
      );
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
 * @param isMarkup Whether an offset lies in code or other markup, whose marks are none.
 * @returns Ascending; quotations within quotations are part of the outer one.
 */
export function quotationsIn(
  paragraph: string,
  isMarkup: (offset: number) => boolean = () => false,
): readonly Span[] {
  const found: Span[] = [];
  // A single mark behind a stop closes; where one comes later, that behind a plural's s is an apostrophe.
  const lastStop = lastIndexOf(paragraph, STOPPED);
  let start = -1;
  let closing: readonly string[] = [];
  for (const { 0: written, index } of paragraph.matchAll(MARK)) {
    const mark = markOf(written);
    if (mark === written && isMarkup(index)) continue;
    const end = index + written.length;
    const isAfterWord = WORD.test(paragraph.charAt(index - 1));
    const isBeforeWord = WORD.test(paragraph.charAt(end));
    const isSingle = mark === "'" || mark === '’' || mark === '‘' || mark === '`';
    if (start < 0) {
      // A straight mark behind a digit is an inch or a foot.
      const isInch = (mark === '"' || mark === "'") && /\d/.test(paragraph.charAt(index - 1));
      const close = PAIRS[mark];
      if (close === undefined || isInch || (isSingle && (isAfterWord || !isBeforeWord))) continue;
      if (isSingle && CUT.test(paragraph.slice(end, end + 8))) continue;
      start = index;
      closing = close;
    } else if (closing.includes(mark) || (closing[0] === '”' && mark === '“' && isAfterWord)) {
      const isPossessive = index < lastStop && /s$/i.test(paragraph.charAt(index - 1));
      if (isSingle && (isBeforeWord || isPossessive)) continue;
      found.push({ start, end });
      start = -1;
    }
  }
  if (start >= 0 && !["'", '’', '>>'].includes(closing[0] ?? ''))
    found.push({ start, end: paragraph.length });
  return found;
}

const STOPPED = /[.,!?;:…][’'](?!\p{L})/gu;

function lastIndexOf(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

/** The sign that a mark of HTML or LaTeX stands for; any other is itself. */
function markOf(written: string): string {
  if (written.startsWith('\\')) return COMMANDS[written.slice(1)] ?? written;
  if (!written.startsWith('&')) return written;
  const name = written.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return ENTITIES[name] ?? written;
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return String.fromCharCode(code);
}
