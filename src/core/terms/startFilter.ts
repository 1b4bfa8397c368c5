import { CharKind, isWordKind, kindOf } from './characters';
import { BREVE, DIAERESIS, foldCodePoint } from './foldText';
import { DOT_SYMBOL, GAP_SYMBOL, isWordSymbol } from './labelKeys';

/**
 * A filter on the first four letters of a word: a set of bits, one for each hash that a label begins with. Most
 * words of a text begin no label, and with this a scan passes them at the cost of a few look-ups.
 *
 * Each character is one of 64 codes. Four of them make the 24 bits that are hashed; behind the end of the word
 * the codes are zero. What is not sure is let through.
 */
export const StartCode = {
  /** Ends a word. */
  Break: 0,
  /** The full stop behind fewer than four letters: ends a word too, but tells `U.N.` from the many words `u…`. */
  Dot: 1,
  /** May begin a label, whatever follows, and ends a word: ideographs, the first half of a surrogate pair. */
  Special: 2,
  /** Part of a word, but not one letter that counts: accents, zero-width characters, ligatures. */
  Wild: 3,
  /** The first letter's code. */
  First: 4,
  Unknown: 255,
} as const;

const DIGITS = 30;
const OTHERS = 40;
const OTHER_COUNT = 24;

/** The code of a folded symbol in a label: of a letter its own, of everything that ends a word zero. */
function symbolCode(symbol: number): number {
  if (symbol === DOT_SYMBOL) return StartCode.Dot;
  if (symbol === GAP_SYMBOL || symbol > 0xffff || !isWordSymbol(symbol)) return StartCode.Break;
  if (symbol >= 0x61 && symbol <= 0x7a) return StartCode.First + symbol - 0x61;
  if (symbol >= 0x30 && symbol <= 0x39) return DIGITS + symbol - 0x30;
  return OTHERS + (symbol % OTHER_COUNT);
}

/** The code of a UTF-16 code unit in a text. */
export function unitCode(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return StartCode.Special;
  const kind = kindOf(unit);
  if (kind === CharKind.Ideograph) return StartCode.Special;
  if (kind === CharKind.ZeroWidth || kind === CharKind.Diacritic) return StartCode.Wild;
  if (!isWordKind(kind)) return StartCode.Break;
  const folded = foldCodePoint(unit);
  const marked = folded.length === 2 && (folded[1] === BREVE || folded[1] === DIAERESIS);
  if (folded.length !== 1 && !marked) return StartCode.Wild;
  return symbolCode(folded[0] ?? 0);
}

/** The codes of all code units, found as they are asked for. */
export function createStartCodes(): Uint8Array {
  return new Uint8Array(0x10000).fill(StartCode.Unknown);
}

const GOLDEN = 0x9e3779b1;

/** The bit of a filter of `2 ** bits` bits that four codes fall on. */
export function filterBit(codes: number, bits: number): number {
  return Math.imul(codes, GOLDEN) >>> (32 - bits);
}

/** The 24 bits of a key's first four letters, of which only `length` count, and of what follows the key. */
function codesOfKey(key: ArrayLike<number>, length: number, ending: string): number {
  let codes = 0;
  let count = 0;
  let open = true;
  for (let index = 0; index < length && count < 4 && open; index++) {
    const symbol = key[index] ?? 0;
    if (symbol === BREVE || symbol === DIAERESIS) continue;
    const code = symbolCode(symbol);
    open = code > StartCode.Dot;
    codes = (codes << 6) | code;
    count++;
  }
  for (let index = 0; open && count < 4 && index < ending.length; index++) {
    codes = (codes << 6) | symbolCode(ending.charCodeAt(index));
    count++;
  }
  return codes << (6 * (4 - count));
}

/**
 * Calls `add` with the codes of every beginning that a text may have where a key stands.
 *
 * @param dotsAfter Lengths behind which the text may have a full stop, which ends a word for the filter.
 */
export function addStarts(
  key: ArrayLike<number>,
  length: number,
  dotsAfter: readonly number[],
  endings: readonly string[],
  add: (codes: number) => void,
): void {
  add(codesOfKey(key, length, ''));
  const isShort = length < 4 || Array.prototype.some.call(key, isMark);
  if (isShort) {
    for (const ending of ['', ...endings]) {
      add(codesOfKey(key, length, ending));
      add(codesOfKey(key, length, `${ending}.`));
    }
  }
  for (const dot of dotsAfter) if (dot < 8) add(codesOfKey(key, dot, '.'));
}

function isMark(symbol: unknown): boolean {
  return symbol === BREVE || symbol === DIAERESIS;
}
