import { CharKind, isCyrillic, kindOf } from './characters';
import { isCapital } from './foldText';
import type { Span } from './span';

const BLANK_LINE =
  /[ \t]*(?:(?:(?:>[ \t]?)+|\/\/[/!]?|\/?\*+\/?|#+|%+|;+)[ \t]*)?(?=[\r\n\u2028\u2029]|$)/y;

/** Whether a line ends at `offset`. Asked of each unit of a paragraph. */
function isLineEnd(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit <= 0x0d ? unit === 0x0a || unit === 0x0d : unit === 0x2028 || unit === 0x2029;
}

function isBlankLine(text: string, lineStart: number): boolean {
  BLANK_LINE.lastIndex = lineStart;
  return BLANK_LINE.test(text);
}

/** Where the line that holds `offset` starts. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  return start;
}

/** Where the line that holds `offset` ends, before its line end; or `last`, if it goes on so far. */
export function lineEndAt(text: string, offset: number, last = text.length): number {
  let end = offset;
  while (end < last && !isLineEnd(text, end)) end++;
  return end;
}

/** The start of the line after the one that ends at `lineEnd`, or -1. */
function nextLine(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return -1;
  return (
    lineEnd + (text.charCodeAt(lineEnd) === 0x0d && text.charCodeAt(lineEnd + 1) === 0x0a ? 2 : 1)
  );
}

/** The start of the line before the one that starts at `lineStart`, or -1. */
function previousLine(text: string, lineStart: number): number {
  if (lineStart <= 0) return -1;
  const crLf = text.charCodeAt(lineStart - 1) === 0x0a && text.charCodeAt(lineStart - 2) === 0x0d;
  return lineStartAt(text, lineStart - (crLf ? 2 : 1));
}

/**
 * The paragraph around `offset`: lines up to the next that is empty or holds nothing but the leader of a
 * quotation or comment. Such a line is a paragraph of its own.
 */
export function paragraphAt(text: string, offset: number): Span {
  let start = lineStartAt(text, offset);
  if (isBlankLine(text, start)) return { start, end: lineEndAt(text, offset) };
  for (let line = previousLine(text, start); line !== -1; line = previousLine(text, line)) {
    if (isBlankLine(text, line)) break;
    start = line;
  }
  let end = lineEndAt(text, offset);
  for (let line = nextLine(text, end); line !== -1; line = nextLine(text, end)) {
    if (isBlankLine(text, line)) break;
    end = lineEndAt(text, line);
  }
  return { start, end };
}

/** Before these a full stop ends no sentence, whatever follows. */
const ABBREVIATIONS =
  /(?:^|[^\p{L}\p{M}])(?:art|arts|no|nos|mr|mrs|ms|dr|st|prof|gen|col|lt|maj|capt|sgt|sen|rep|gov|sec|secs|ch|fig|vs|cf|pp?|para|paras|ed|eds|vol|approx|e\.g|i\.e|z\.b|d\.h|u\.a|bzw|vgl|nr|abs|ca|ст|п|ч|ім|див|рис|им|см|\p{L})$/iu;
const LOOK_BACK = 8;
const CLOSERS = /["'’”»)\]}*_]/;
/** A sentence ends with no more signs than these: every one of a long row would be followed to its end. */
const MOST_CLOSERS = 64;

/** Whether a code unit is one of `.!?…。！？`. Asked of each one of a sentence: most are none. */
function isEndingSign(unit: number): boolean {
  if (unit <= 0x3f) return unit === 0x2e || unit === 0x21 || unit === 0x3f;
  return unit === 0x2026 || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

/** If a sentence ends with the sign at `offset`, the offset behind the sign and what closes after it; else -1. */
function sentenceEndAt(text: string, offset: number): number {
  if (!isEndingSign(text.charCodeAt(offset))) return -1;
  const sign = text.charAt(offset);
  if ('。！？'.includes(sign)) return offset + 1;
  let end = offset + 1;
  while (
    end < text.length &&
    (CLOSERS.test(text.charAt(end)) || '.!?…'.includes(text.charAt(end)))
  ) {
    if (end++ - offset > MOST_CLOSERS) return -1;
  }
  if (end >= text.length) return end;
  let next = end;
  while (isSpace(text, next)) next++;
  if (next === end) return -1;
  if (sign !== '.') return end;
  if (ABBREVIATIONS.test(text.slice(Math.max(0, offset - LOOK_BACK), offset))) return -1;
  const after = text.codePointAt(next) ?? 0x20;
  const isSmall =
    kindOf(after) === CharKind.Letter && !isCapital(after) && (after < 0x250 || isCyrillic(after));
  return isSmall ? -1 : end;
}

function isSpace(text: string, offset: number): boolean {
  if (offset >= text.length) return false;
  const kind = kindOf(text.charCodeAt(offset));
  return kind === CharKind.Space || kind === CharKind.LineEnd;
}

/**
 * The sentences that a match from `start` to `end` reaches into: from the end of the sentence before to the end
 * of its own. A sentence ends with `.`, `!`, `?` or `…`, closing signs included, before a space, unless a small
 * letter follows or an abbreviation or initial stands before the full stop; and it ends with its paragraph.
 *
 * @param paragraph The paragraph of `start`, if it is known already.
 */
export function sentenceAt(
  text: string,
  { start, end }: Span,
  paragraph = paragraphAt(text, start),
): Span {
  let first = paragraph.start;
  for (let at = start - 1; at >= paragraph.start; at--) {
    const ended = sentenceEndAt(text, at);
    if (ended !== -1 && ended <= start) {
      first = ended;
      break;
    }
  }
  for (let at = Math.max(start, end - 1); at < paragraph.end; at++) {
    const ended = sentenceEndAt(text, at);
    if (ended !== -1) return { start: first, end: Math.max(end, Math.min(ended, paragraph.end)) };
  }
  return { start: first, end: Math.max(end, paragraph.end) };
}
