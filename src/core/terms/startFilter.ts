import { CharKind, isWordKind, kindOf } from './characters';
import { BREVE, DIAERESIS, foldCodePoint } from './foldText';
import { isWordSymbol } from './labelKeys';

/**
 * A filter on the first four letters of a word. Most words of a text begin no label, and with this a scan passes
 * them at the cost of two look-ups a letter and no decision.
 *
 * Each letter is one of 31 codes, and 0 ends a word. While the codes of a word are read, they are shifted into one
 * number:
 *
 *     N          14
 *     NA         14 << 5  | 1
 *     NATO      (14 << 15 | 1 << 10 | 20 << 5) | 15
 *     UN.       (21 << 10 | 14 << 5)           | 0
 *
 * The numbers below 2 ** 20 are those of up to four letters, or of up to three and the end of their word. A bitmap
 * has a bit for each such number with which a label can begin; it is asked at every letter, and answers at the
 * fourth one or behind a shorter word. What is not sure is let through.
 */
const StartCode = {
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

const CODE_BITS = 5;
const BITS = 4 * CODE_BITS;
const DIGITS = 27;
const DIGIT_CODES = 5;

/** Five letters, about which the filter is no longer asked. */
const LONG = 0x108421;

/** How many numbers of 32 bits a filter has. */
export const FILTER_LENGTH = 2 ** (BITS - 5);

/** The code of a folded symbol in a label. */
function symbolCode(symbol: number): number {
  if (symbol > 0xffff || !isWordSymbol(symbol)) return StartCode.Break;
  if (symbol >= 0x61 && symbol <= 0x7a) return symbol - 0x60;
  if (symbol >= 0x30 && symbol <= 0x39) return DIGITS + (symbol % DIGIT_CODES);
  return 1 + (symbol % StartCode.Letters);
}

/** The code of a UTF-16 code unit in a text. */
function unitCode(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return StartCode.Special;
  const kind = kindOf(unit);
  if (kind === CharKind.Ideograph) return StartCode.Special;
  if (kind === CharKind.ZeroWidth || kind === CharKind.Diacritic) return StartCode.Wild;
  if (!isWordKind(kind)) return StartCode.Break;
  const folded = foldCodePoint(unit);
  const marked = folded.length === 2 && isMark(folded[1] ?? 0);
  if (folded.length !== 1 && !marked) return StartCode.Wild;
  return symbolCode(folded[0] ?? 0);
}

/** The marks that are symbols of their own in a label, and of which a text may have one unit with their letter. */
function isMark(symbol: number): boolean {
  return symbol === BREVE || symbol === DIAERESIS;
}

/**
 * Sets the bits of every beginning that a text may have where a key stands.
 *
 * @param key The first symbols of the key, eight at least if it has so many.
 * @param dotsAfter Lengths behind which the text may have a full stop, which ends a word for the filter.
 * @param endings What may follow the key.
 */
export function addStarts(
  filter: Uint32Array,
  key: ArrayLike<number>,
  dotsAfter: readonly number[],
  endings: readonly string[],
): void {
  let codes = 0;
  let letters = 0;
  for (let index = 0; index < key.length; index++) {
    const symbol = key[index] ?? 0;
    if (dotsAfter.includes(index)) addBit(filter, codes << CODE_BITS);
    if (isMark(symbol)) continue;
    const code = symbolCode(symbol);
    codes = (codes << CODE_BITS) | code;
    if (code === StartCode.Break || ++letters === 4) {
      addBit(filter, codes);
      return;
    }
  }
  addBit(filter, codes << CODE_BITS);
  for (const ending of endings) addEnding(filter, codes, letters, ending);
}

/** Sets the bit of a key of fewer than four letters and the ending behind it. */
function addEnding(filter: Uint32Array, codes: number, letters: number, ending: string): void {
  let ended = codes;
  let count = letters;
  for (let i = 0; i < ending.length; i++) {
    const code = symbolCode(ending.charCodeAt(i));
    ended = (ended << CODE_BITS) | code;
    if (code === StartCode.Break || ++count === 4) {
      addBit(filter, ended);
      return;
    }
  }
  addBit(filter, ended << CODE_BITS);
}

function addBit(filter: Uint32Array, codes: number): void {
  if (codes === 0) return;
  const word = codes >>> 5;
  filter[word] = (filter[word] ?? 0) | (1 << (codes & 31));
}

/** The codes of all code units, each found when it is first asked for. */
const codes = new Uint8Array(0x10000).fill(StartCode.Unknown);

/** What a filter must know of a vocabulary. */
export interface Starts {
  /** `FILTER_LENGTH` numbers, written by `addStarts`. */
  readonly filter: Uint32Array;
  /** Symbols other than letters that a label begins with. */
  readonly oddStarts: Uint32Array;
}

/** Text is searched in pieces of this many units, so that the list of places stays small. */
const PIECE = 1 << 14;
/** The most places that are found at once. */
export const LONGEST_LIST = PIECE + 2;

/** The places of one piece. This and the codes are no members, as V8 reads arrays that are constants a quarter faster. */
const places = new Int32Array(LONGEST_LIST);

/** Finds the places where a label of some vocabularies may begin. */
export class StartFinder {
  /** Where the last search stopped. */
  stopped = 0;
  readonly #filter: Uint32Array;

  constructor(vocabularies: readonly Starts[]) {
    this.#filter = unionOf(vocabularies);
    for (const { oddStarts } of vocabularies) markOddStarts(oddStarts);
  }

  /**
   * Fills `starts`, which has room for `LONGEST_LIST`, with the places from `from` on where a word begins that may begin
   * a label: up to `to`, but not farther than a piece, and in any case to the end of a word. `from` must not be inside
   * a word.
   *
   * @returns How many there are.
   */
  find(text: string, from: number, to: number, starts: Int32Array): number {
    const end = this.#wordEnd(text, Math.min(to, from + PIECE));
    this.stopped = end;
    let count = this.#findQuickly(text, from, end);
    if (count < 0) count = this.#findAnywhere(text, from, end);
    starts.set(places.subarray(0, count));
    return count;
  }

  /**
   * Finds the places in text without wild units. Where most of a scan's time goes if few words of the text
   * begin a label: each unit is written to the list, and the next one over it unless the filter lets it through, which
   * is quicker than to ask.
   *
   * @returns How many, or -1 if the text has wild units or such as were not met before.
   */
  #findQuickly(text: string, from: number, end: number): number {
    const filter = this.#filter;
    let count = 0;
    let hash = 0;
    let all = 0;
    for (let at = from; at < end; at++) {
      const code = codes[text.charCodeAt(at)] ?? 0;
      const letter = code & StartCode.Letters;
      all |= code;
      hash = (hash << CODE_BITS) | letter;
      places[count] = at + 1 - codesIn(hash);
      const isShort = ((hash >>> BITS) - 1) >>> 31;
      count += ((filter[(hash >>> 5) & (FILTER_LENGTH - 1)] ?? 0) >>> hash) & isShort;
      places[count] = at;
      count += code >>> CODE_BITS;
      // Behind the end of a word nothing of it is kept.
      hash &= -letter >> 31;
    }
    if (all >= StartCode.Wild) return -1;
    if (this.#isListed(hash << CODE_BITS)) places[count++] = end + 1 - codesIn(hash << CODE_BITS);
    return count;
  }

  /** As `#findQuickly`, for any text. */
  #findAnywhere(text: string, from: number, end: number): number {
    let count = 0;
    let hash = 0;
    for (let at = from; at < end; at++) {
      const code = codeAt(text, at);
      if (code === StartCode.Wild) {
        if (hash >>> (BITS - CODE_BITS) === 0) places[count++] = at - codesIn(hash);
        hash = LONG;
        continue;
      }
      hash <<= CODE_BITS;
      if (code <= StartCode.Letters) hash |= code;
      if (this.#isListed(hash)) places[count++] = at + 1 - codesIn(hash);
      if (code === StartCode.Special) places[count++] = at;
      if (code === StartCode.Break || code === StartCode.Special) hash = 0;
    }
    if (this.#isListed(hash << CODE_BITS)) places[count++] = end + 1 - codesIn(hash << CODE_BITS);
    return count;
  }

  /** Where the word that `offset` is in starts, or `offset`. */
  wordStart(text: string, offset: number): number {
    let at = offset;
    if (at < text.length && isPart(text, at)) {
      while (at > 0 && isPart(text, at - 1)) at--;
    }
    return at;
  }

  /** Where the word that `offset` is in ends, or `offset`. */
  #wordEnd(text: string, offset: number): number {
    let at = offset;
    if (at > 0 && isPart(text, at - 1)) {
      while (at < text.length && isPart(text, at)) at++;
    }
    return at;
  }

  #isListed(hash: number): boolean {
    return hash >>> BITS === 0 && (((this.#filter[hash >>> 5] ?? 0) >>> hash) & 1) !== 0;
  }
}

function isPart(text: string, offset: number): boolean {
  const code = codeAt(text, offset);
  return (code !== StartCode.Break && code <= StartCode.Letters) || code === StartCode.Wild;
}

function codeAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const code = codes[unit] ?? 0;
  if (code !== StartCode.Unknown) return code;
  const found = unitCode(unit);
  codes[unit] = found;
  return found;
}

/** How many codes a number below 2 ** 20 holds: its bits by five, rounded up. */
function codesIn(hash: number): number {
  return ((36 - Math.clz32(hash)) * 13) >> 6;
}

function unionOf(vocabularies: readonly Starts[]): Uint32Array {
  const [only] = vocabularies;
  if (only !== undefined && vocabularies.length === 1) return only.filter;
  const union = new Uint32Array(FILTER_LENGTH);
  for (const { filter } of vocabularies) {
    for (let i = 0; i < FILTER_LENGTH; i++) union[i] = (union[i] ?? 0) | (filter[i] ?? 0);
  }
  return union;
}

/** Lets the signs through, for every vocabulary, with which the labels of one begin. */
function markOddStarts(symbols: Uint32Array): void {
  const signs = new Set([...symbols].filter((symbol) => symbol <= 0xffff));
  if ([...signs].every((symbol) => unitCode(symbol) === StartCode.Special)) return;
  for (let unit = 0; unit < 0x10000; unit++) {
    const isSign =
      unit < 0x80 || (unit >= 0x2000 && unit < 0x2100) || signs.has(unit) || isQuote(unit);
    if (isSign && signs.has(foldCodePoint(unit)[0] ?? -1)) codes[unit] = StartCode.Special;
  }
}

function isQuote(unit: number): boolean {
  const [symbol] = unit >= 0x80 && unitCode(unit) === StartCode.Break ? foldCodePoint(unit) : [];
  return symbol === 0x27 || symbol === 0x22;
}
