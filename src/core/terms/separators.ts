import { CharKind, TILDE, isSkippedKind, isWordKind, kindOf, unitsOf } from './characters';

/**
 * What stands between two words of a term. The values are bits, so that a joint of a label can name all that
 * suit it.
 */
export const Gap = {
  /** Nothing, or characters that have no width. */
  None: 1,
  /** Spaces, or one line end with the leader of the next line. */
  Space: 2,
  /** A dash without spaces, or with a line end behind it; two or three dashes count as one, as in LaTeX. */
  Dash: 4,
  /** A dash with spaces. */
  SpacedDash: 8,
} as const;

export interface GapInText {
  /** One of `Gap`, or 0 where a term cannot go on: an empty line, a rule of dashes. */
  readonly gap: number;
  /** Where the next word may begin. */
  readonly end: number;
}

const MOST_DASHES = 3;
/** Signs at the beginning of a line that belong to the syntax around the prose, each with what names it. */
const LEADER = /[ \t]*(?:((?:>[ \t]?)+)|(\/\/[/!]?)|(\/?\*+)|(#+)|(%+)|(--)|(;+))(?=[ \t\r\n]|$)/y;

interface Leader {
  readonly name: string;
  readonly indented: boolean;
  readonly end: number;
}

function leaderAt(text: string, lineStart: number): Leader | undefined {
  LEADER.lastIndex = lineStart;
  const found = LEADER.exec(text);
  if (found === null) return undefined;
  const sign = found[0].trimStart();
  return {
    name: sign.startsWith('/*') ? '*' : sign.startsWith('//') ? '//' : (sign[0] ?? ''),
    indented: found[0].length > sign.length,
    end: LEADER.lastIndex,
  };
}

/** Nobody writes a leader on a longer line, and looking for its start would take long in hostile text. */
const LONGEST_LINE = 1000;

/** The leader of the line that ends at `lineEnd`, if it has one and is not overlong. */
function leaderOfLine(text: string, lineEnd: number): Leader | undefined {
  let start = lineEnd;
  while (start > 0 && kindOf(text.charCodeAt(start - 1)) !== CharKind.LineEnd) {
    start--;
    if (lineEnd - start > LONGEST_LINE) return undefined;
  }
  return leaderAt(text, start);
}

/**
 * Whether the line of `offset` has no leader, and would have none whatever stood from `offset` on: some word begins it.
 * False too where the line begins too far away to be looked for.
 */
export function isBehindFirstWord(text: string, offset: number): boolean {
  for (let at = offset; at >= 0 && offset - at <= LONGEST_LINE; at--) {
    if (at > 0 && kindOf(text.charCodeAt(at - 1)) !== CharKind.LineEnd) continue;
    let first = at;
    while (first < offset && kindOf(text.charCodeAt(first)) === CharKind.Space) first++;
    return first < offset && isWordKind(kindOf(text.charCodeAt(first)));
  }
  return false;
}

/**
 * Skips the leader of the line at `lineStart` if the line before it carries the same one (`> ` of a quotation,
 * ` * ` of a comment). A `//` needs no such proof, as it may follow code on the line before; a `*` without
 * indentation is a list.
 */
function afterLeader(text: string, lineEnd: number, lineStart: number): number {
  const leader = leaderAt(text, lineStart);
  if (leader === undefined) return lineStart;
  if (leader.name === '//') return leader.end;
  if (leader.name === '*' && !leader.indented) return lineStart;
  return leaderOfLine(text, lineEnd)?.name === leader.name ? leader.end : lineStart;
}

const NO_WAY = 0;

/**
 * Reads what stands between two words: spaces, dashes and at most one line end with the next line's leader.
 *
 * @param offset Just behind a character of a term.
 */
export function gapAt(text: string, offset: number): GapInText {
  let at = offset;
  let dashes = 0;
  let lastDash = -1;
  let spaced = false;
  let lineEnds = 0;
  let spacedBeforeLineEnd = false;
  for (;;) {
    const code = text.codePointAt(at) ?? -1;
    if (code === -1) break;
    const kind = kindOf(code);
    if (kind === CharKind.Space || (code === TILDE && isTie(text, at))) {
      spaced = true;
    } else if (kind === CharKind.Dash) {
      if (dashes > 0 && at !== lastDash + 1) return { gap: NO_WAY, end: at };
      if (++dashes > MOST_DASHES) return { gap: NO_WAY, end: at };
      if (spaced || lineEnds > 0) spacedBeforeLineEnd = true;
      lastDash = at;
    } else if (kind === CharKind.LineEnd) {
      if (++lineEnds > 1) return { gap: NO_WAY, end: at };
      const next = at + (code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1);
      at = afterLeader(text, at, next);
      continue;
    } else if (!isSkippedKind(kind)) {
      break;
    }
    at += unitsOf(code);
  }
  return { gap: gapOf(dashes, spaced, spacedBeforeLineEnd, lineEnds), end: at };
}

function gapOf(dashes: number, spaced: boolean, dashSpaced: boolean, lineEnds: number): number {
  if (dashes === 0) return spaced || lineEnds > 0 ? Gap.Space : Gap.None;
  if (lineEnds > 0) return dashSpaced ? Gap.SpacedDash : Gap.Dash;
  return spaced ? Gap.SpacedDash : Gap.Dash;
}

/** LaTeX's `~` is a space where no line may end: between two words. */
export function isTie(text: string, offset: number): boolean {
  if (offset === 0 || offset + 1 >= text.length) return false;
  const before = kindOf(text.charCodeAt(offset - 1));
  const after = kindOf(text.charCodeAt(offset + 1));
  return isTied(before) && isTied(after);
}

function isTied(kind: CharKind): boolean {
  return kind === CharKind.Letter || kind === CharKind.Digit || kind === CharKind.Dot;
}
