import { CharKind, isWordKind, kindOf } from './characters';
import { foldCodePoint, isLetterMakingMark } from './foldText';
import { isWordSymbol } from './labelKeys';

/**
 * The alphabet in which the filter knows the beginnings of labels. Each letter is one of 31 codes, and 0 ends a word.
 * While the codes of a word are read, they are shifted into one number, its *head*:
 *
 *     N          14
 *     NA         14 << 5  | 1
 *     NATO      (14 << 15 | 1 << 10 | 20 << 5) | 15
 *     UN.       (21 << 10 | 14 << 5)           | 0
 *
 * A head is complete with four letters, or with up to three and the end of their word. Complete heads are below
 * 2 ** 20. Two codes more are what stands *behind* it: the next two of the word, or behind one space those of the next
 * word. Where a label ends, or has a sign, they are 0.
 *
 *     NATO allies           NATO, then 0 A
 *     UN Charter            UN., then C H
 *     reassurance force     REAS, then S U
 */
export const StartCode = {
  /** Ends a word. */
  Break: 0,
  /** From 1 to 31: a letter or number. Latin letters have their own. */
  Letters: 31,
  /** May begin a label, whatever follows, and ends a word: ideographs, the first half of a surrogate pair. One bit. */
  Special: 32,
  /** Part of a word, but not one letter that counts: accents, zero-width characters, ligatures. */
  Wild: 64,
  Unknown: 255,
} as const;

export const CODE_BITS = 5;
export const HEAD_LETTERS = 4;
export const HEAD_BITS = HEAD_LETTERS * CODE_BITS;

const DIGITS = 27;
const DIGIT_CODES = 5;

/** A bit for each complete head. */
export const HEADS_LENGTH = 2 ** (HEAD_BITS - 5);

const WHOLE_BITS = 19;
/** A bit for many heads with what stands behind them: there are more of these than bits. */
export const WHOLES_LENGTH = 2 ** (WHOLE_BITS - 5);
/**
 * 2 ** 32 over the golden ratio: multiplied by it, numbers that are near each other come far apart (Knuth, "Sorting and
 * Searching", 6.4).
 */
const SPREAD = 0x9e3779b1 | 0;

/** The bit of a head with what stands behind it: others may share it, so it can say no for sure, but not yes. */
export function wholeBit(head: number, behind: number): number {
  return Math.imul((head << (2 * CODE_BITS)) | behind, SPREAD) >>> (32 - WHOLE_BITS);
}

/** Whether a symbol of a label has a code above 0. */
export function isWord(symbol: number): boolean {
  return symbol <= 0xffff && isWordSymbol(symbol);
}

/** The code of a folded symbol in a label. */
export function symbolCode(symbol: number): number {
  if (symbol >= 0x61 && symbol <= 0x7a) return symbol - 0x60;
  if (!isWord(symbol)) return StartCode.Break;
  if (symbol >= 0x30 && symbol <= 0x39) return DIGITS + (symbol % DIGIT_CODES);
  return 1 + (symbol % StartCode.Letters);
}

/** The code of a UTF-16 code unit in a text, or of a code point beyond them. */
export function unitCode(unit: number): number {
  if (unit > 0xffff || (unit >= 0xd800 && unit <= 0xdbff)) return StartCode.Special;
  const kind = kindOf(unit);
  if (kind === CharKind.Ideograph) return StartCode.Special;
  if (kind === CharKind.ZeroWidth || kind === CharKind.Diacritic) return StartCode.Wild;
  if (!isWordKind(kind)) return StartCode.Break;
  const folded = foldCodePoint(unit);
  const marked = folded.length === 2 && isLetterMakingMark(folded[1] ?? 0);
  if (folded.length !== 1 && !marked) return StartCode.Wild;
  return symbolCode(folded[0] ?? 0);
}
