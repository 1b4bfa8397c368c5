import type { Label } from '../packs/pack';
import {
  CharKind,
  TILDE,
  codePointBefore,
  isBindingKind,
  isCyrillic,
  isSkippedKind,
  isWordKind,
  kindOf,
  unitsOf,
} from './characters';
import { foldCodePoint, isCapital, isLetterMaking, isSmall } from './foldText';
import { Gap, gapAt, isTie } from './separators';

/**
 * A label as it is compared with text: folded symbols (positive), and joints between words (negative: the gaps
 * of the text that suit the joint, as bits of `Gap`).
 */
export interface LabelPattern {
  readonly tokens: readonly number[];
  /** For each token, whether the text must have a capital there. */
  readonly capitals: readonly boolean[];
  /** For the first token of a word that may be written with dots (`U.N.`), the index of its last; else -1. */
  readonly dottedTo: readonly number[];
}

/** Longer labels are no names, and every match would have to look that far. */
export const LONGEST_LABEL = 500;

const MOST_LOOSE_JOINTS = 3;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;

/** A tie of LaTeX between two words is a space. */
function withoutTies(text: string): string {
  if (!text.includes('~')) return text;
  return text.replaceAll('~', (tilde, offset: number) => (isTie(text, offset) ? ' ' : tilde));
}

/** Takes the dots out of abbreviations in capitals: `U.N. Charter` is `UN Charter`. */
function withoutAbbreviationDots(text: string): string {
  if (!text.includes('.')) return text;
  return text.replace(
    /(?<![\p{L}\p{N}\p{M}.])(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}\p{M}]))?/gu,
    (dotted) => dotted.replaceAll('.', ''),
  );
}

/** Whether a text is an abbreviation in capitals: UN, MNF-U, G7. One character alone is none. */
export function isAbbreviation(text: string): boolean {
  let letters = 0;
  let digits = 0;
  const composed = text.normalize('NFC');
  for (let at = 0; at < composed.length;) {
    const code = composed.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    at += unitsOf(code);
    if (kind === CharKind.Digit) digits++;
    if (kind !== CharKind.Letter) continue;
    if (!isCapital(code)) return false;
    letters++;
  }
  return letters > 0 && letters + digits > 1;
}

interface Piece {
  /** Letters and numbers that stand together, one other character, or a gap. */
  readonly text: string;
  readonly kind: 'word' | 'sign' | 'gap';
  /** Of a gap, whether it has a dash. */
  readonly dash: boolean;
  /** Of its first character, and of its last that is no accent. */
  readonly first: CharKind;
  readonly last: CharKind;
}

type OpenPiece = { -readonly [Key in keyof Piece]: Piece[Key] };

function piecesOf(text: string): Piece[] {
  const pieces: OpenPiece[] = [];
  let open: OpenPiece | undefined;
  for (const char of text) {
    const kind = kindOf(char.codePointAt(0) ?? 0);
    const isAccent = kind === CharKind.Diacritic;
    // An accent on nothing, or on a sign, is skipped as it is in text.
    if (kind === CharKind.ZeroWidth || (isAccent && open?.kind !== 'word')) continue;
    const isGap = kind === CharKind.Space || kind === CharKind.LineEnd || kind === CharKind.Dash;
    const pieceKind = isGap ? 'gap' : isAccent || isWordKind(kind) ? 'word' : 'sign';
    const dash = kind === CharKind.Dash;
    if (open?.kind === pieceKind && pieceKind !== 'sign') {
      open.text += char;
      open.dash ||= dash;
      if (!isAccent) open.last = kind;
    } else {
      open = { text: char, kind: pieceKind, dash, first: kind, last: kind };
      pieces.push(open);
    }
  }
  while (pieces[0]?.kind === 'gap') pieces.shift();
  while (pieces.at(-1)?.kind === 'gap') pieces.pop();
  return pieces;
}

/** A letter beside a number, as in `F-16`, `F16` and `F 16`. */
function isDesignation(before: CharKind, after: CharKind): boolean {
  return (
    (before === CharKind.Letter && after === CharKind.Digit) ||
    (before === CharKind.Digit && after === CharKind.Letter)
  );
}

function jointOf(dash: boolean, before: CharKind, after: CharKind): number {
  if (dash) {
    const closed = before === CharKind.Digit && after === CharKind.Digit ? 0 : Gap.None;
    return Gap.Space | Gap.Dash | Gap.SpacedDash | closed;
  }
  return Gap.Space | Gap.Dash | (isDesignation(before, after) ? Gap.None : 0);
}

/** With many joints that may be open or closed, each keeps to how the label has it. */
function tighten(tokens: number[], asWritten: readonly number[]): void {
  const loose = tokens.filter((token) => token < 0 && (-token & Gap.None) !== 0).length;
  if (loose <= MOST_LOOSE_JOINTS) return;
  tokens.forEach((token, index) => {
    if (token >= 0 || (-token & Gap.None) === 0) return;
    tokens[index] = asWritten[index] === Gap.None ? -Gap.None : -(-token & ~Gap.None);
  });
}

class PatternWriter {
  readonly tokens: number[] = [];
  readonly capitals: boolean[] = [];
  readonly dottedTo: number[] = [];
  readonly asWritten: number[] = [];

  token(token: number, capital: boolean, written: number): void {
    this.tokens.push(token);
    this.capitals.push(capital);
    this.dottedTo.push(-1);
    this.asWritten.push(written);
  }

  word(text: string, capitals: boolean): void {
    const first = this.tokens.length;
    let lettersOnly = true;
    let before: CharKind | 0 = 0;
    let letters = 0;
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0;
      const kind = kindOf(code);
      if (before !== 0 && isDesignation(before, kind)) {
        this.token(-(Gap.None | Gap.Space | Gap.Dash), false, Gap.None);
      }
      if (kind !== CharKind.Letter && kind !== CharKind.Diacritic) lettersOnly = false;
      if (kind !== CharKind.Diacritic) {
        before = kind;
        letters++;
        for (const symbol of foldCodePoint(code))
          this.token(symbol, capitals && kind === CharKind.Letter, 0);
      } else if (isLetterMaking(code, this.tokens.at(-1) ?? 0)) {
        this.token(code, false, 0);
      }
    }
    const dotted = capitals && lettersOnly && letters > 1 && this.tokens.length - first === letters;
    if (dotted) this.dottedTo[first] = this.tokens.length - 1;
  }
}

/**
 * Reads a label, or a form of one, into a pattern.
 *
 * @param text As the pack spells it.
 * @param ignoreCase True where capitals do not count even in abbreviations.
 * @returns A pattern without tokens if the text has nothing that could be matched.
 */
export function parseLabel(text: string, ignoreCase: boolean): LabelPattern {
  const plain = withoutAbbreviationDots(withoutTies(text.normalize('NFC')));
  const all = !ignoreCase && isAbbreviation(plain);
  const pieces = piecesOf(plain);
  const writer = new PatternWriter();
  pieces.forEach((piece, index) => {
    if (piece.kind === 'word') {
      writer.word(piece.text, all || (!ignoreCase && isAbbreviation(piece.text)));
    } else if (piece.kind === 'gap') {
      const before = pieces[index - 1]?.last ?? CharKind.Other;
      const after = pieces[index + 1]?.first ?? CharKind.Other;
      const joint = jointOf(piece.dash, before, after);
      writer.token(-joint, false, Gap.Space);
    } else {
      for (const symbol of foldCodePoint(piece.text.codePointAt(0) ?? 0))
        writer.token(symbol, false, 0);
    }
  });
  tighten(writer.tokens, writer.asWritten);
  return writer;
}

function isBinding(codePoint: number): boolean {
  return codePoint !== -1 && isBindingKind(kindOf(codePoint));
}

/**
 * Whether a word could begin at `offset`: nothing before it makes one word with what stands there. An underscore
 * between letters makes one word of them, as in the names of programs.
 */
export function isBoundaryBefore(text: string, offset: number): boolean {
  const code = text.codePointAt(offset) ?? 0;
  if (!isBindingKind(kindOf(code))) return true;
  let at = offset;
  let before = codePointBefore(text, at);
  while (before !== -1 && isSkippedKind(kindOf(before))) {
    at -= unitsOf(before);
    before = codePointBefore(text, at);
  }
  if (before === -1) return true;
  if (before === UNDERSCORE) return !isBinding(codePointBefore(text, at - 1));
  if (kindOf(before) !== CharKind.Apostrophe) return !isBinding(before);
  return !(isCyrillic(code) && isCyrillic(codePointBefore(text, at - 1)));
}

/** Whether the word that ends at `offset` ends there: nothing behind it makes one word with it. */
export function isBoundaryAfter(text: string, offset: number): boolean {
  let last = offset;
  let code = codePointBefore(text, last);
  while (code !== -1 && isSkippedKind(kindOf(code))) {
    last -= unitsOf(code);
    code = codePointBefore(text, last);
  }
  if (code === -1 || !isBindingKind(kindOf(code))) return true;
  const at = skipForward(text, offset);
  const next = text.codePointAt(at) ?? -1;
  if (next === -1) return true;
  if (next === UNDERSCORE) return !isBinding(text.codePointAt(at + 1) ?? -1);
  if (kindOf(next) !== CharKind.Apostrophe)
    return !(isBindingKind(kindOf(next)) || isLetterMark(next, code));
  return !(isCyrillic(code) && isCyrillic(text.codePointAt(at + 1) ?? 0));
}

function isLetterMark(mark: number, letter: number): boolean {
  return isLetterMaking(mark, foldCodePoint(letter).at(-1) ?? 0);
}

/** Skips characters without width and accents that make no other letter. */
function skipForward(text: string, offset: number, symbol = 0): number {
  let at = offset;
  for (;;) {
    const code = text.codePointAt(at) ?? -1;
    if (code === -1 || !isSkippedKind(kindOf(code)) || isLetterMaking(code, symbol)) return at;
    at += unitsOf(code);
  }
}

/** Where the accents on the letter that ends at `offset` end. */
export function endOfAccents(text: string, offset: number, symbol: number): number {
  let at = offset;
  for (;;) {
    const code = text.codePointAt(at) ?? -1;
    if (code === -1 || kindOf(code) !== CharKind.Diacritic || isLetterMaking(code, symbol))
      return at;
    at += unitsOf(code);
  }
}

/**
 * Compares a pattern with the text at `start`.
 *
 * @returns Where the pattern ends, accents on its last letter included, or -1. Boundaries are not looked at,
 * except that a dotted abbreviation must not go on (`U.S.` in `U.S.A.`).
 */
export function matchPattern(pattern: LabelPattern, text: string, start: number): number {
  const { tokens, capitals, dottedTo } = pattern;
  let at = start;
  let symbol = 0;
  let dottedEnd = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? 0;
    if (token < 0) {
      const { gap, end } = gapAt(text, at);
      if ((-token & gap) === 0) return -1;
      at = end;
      symbol = 0;
      continue;
    }
    if (index > 0) at = skipForward(text, at, symbol);
    const code = text.codePointAt(at) ?? -1;
    if (code === -1 || (code === TILDE && isTie(text, at))) return -1;
    const folded = isLetterMaking(code, symbol) ? [code] : foldCodePoint(code);
    if (folded.length === 0) return -1;
    for (let i = 0; i < folded.length; i++) if (folded[i] !== tokens[index + i]) return -1;
    if (capitals[index] === true && !isCapital(code)) return -1;
    at += unitsOf(code);
    const last = dottedTo[index] ?? -1;
    if (last >= 0 && text.charCodeAt(at) === DOT) {
      if (isDottedBefore(text, start, at)) return -1;
      dottedEnd = last;
    }
    index += folded.length - 1;
    symbol = tokens[index] ?? 0;
    if (dottedEnd < 0) continue;
    const next = afterDot(text, at, index === dottedEnd);
    if (next < 0) return -1;
    at = next;
    if (index === dottedEnd) dottedEnd = -1;
  }
  return endOfAccents(text, at, symbol);
}

/** Behind the dot that follows each letter of a dotted abbreviation; the last letter may go without. */
function afterDot(text: string, offset: number, isLast: boolean): number {
  if (text.charCodeAt(offset) !== DOT) return isLast ? offset : -1;
  if (!isLast) return offset + 1;
  const next = text.codePointAt(offset + 1) ?? -1;
  return next !== -1 && isBindingKind(kindOf(next)) ? -1 : offset + 1;
}

/** Whether the abbreviation whose first letter ends at `offset` is only the end of a longer one: `G.U.N.` */
function isDottedBefore(text: string, start: number, offset: number): boolean {
  return (
    start + 1 >= offset - 1 &&
    text.charCodeAt(start - 1) === DOT &&
    isBindingKind(kindOf(codePointBefore(text, start - 1)))
  );
}

/** Whether the condition on case, if the label has one, holds for the matched words. */
export function hasRightCase(label: Label, text: string, start: number, end: number): boolean {
  const rule = label.condition?.case;
  if (rule === undefined) return true;
  if (rule === 'initial') {
    const first =
      text
        .slice(start, end)
        .match(/[\p{L}\p{N}]/u)?.[0]
        .codePointAt(0) ?? 0;
    return !isSmall(first);
  }
  const wanted = lettersOf(label.text);
  return lettersOf(text.slice(start, end)).startsWith(wanted);
}

function lettersOf(text: string): string {
  return [...text.normalize('NFC')]
    .filter((char) => isWordKind(kindOf(char.codePointAt(0) ?? 0)))
    .join('');
}
