import { CharKind, isWordKind, kindOf } from './characters';
import { BREVE, DIAERESIS, foldCodePoint } from './foldText';
import { GAP_SYMBOL, isWordSymbol } from './labelKeys';

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

const SPACE = 0x20;
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
  if (!isWord(symbol)) return StartCode.Break;
  if (symbol >= 0x61 && symbol <= 0x7a) return symbol - 0x60;
  if (symbol >= 0x30 && symbol <= 0x39) return DIGITS + (symbol % DIGIT_CODES);
  return 1 + (symbol % StartCode.Letters);
}

/** The code of a UTF-16 code unit in a text, or of a code point beyond them. */
function unitCode(unit: number): number {
  if (unit > 0xffff || (unit >= 0xd800 && unit <= 0xdbff)) return StartCode.Special;
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

/** What a scan asks to know where a label of a vocabulary may begin. */
export interface Starts {
  /** A bit for each number with which a label can begin; `FILTER_LENGTH` numbers of 32. */
  readonly filter: Uint32Array;
  /** At the codes of a first word of up to three letters, a bit for each code that may follow behind the next space. */
  readonly followers: Uint32Array;
  /** Signs that a label has before its first letter. */
  readonly leadingSigns: Uint32Array;
  /** Other symbols that a label begins with. */
  readonly oddStarts: Uint32Array;
}

/** As many symbols of a key say where it may begin: three letters with their marks, a gap and what follows. */
export const LONGEST_BEGINNING = 8;

/** Collects where the keys of a vocabulary may begin. */
export class StartWriter {
  readonly #filter = new Uint32Array(FILTER_LENGTH);
  readonly #followers = new Uint32Array(FILTER_LENGTH);
  readonly #leadingSigns = new Set<number>();
  readonly #oddStarts = new Set<number>();

  /**
   * Adds every beginning that a text may have where a key stands.
   *
   * @param key The first symbols of the key: `length` of them, `LONGEST_BEGINNING` if it has so many.
   * @param dotsAfter Lengths behind which the text may have a full stop, which ends a word for the filter.
   * @param endings What may follow the key.
   */
  add(
    key: Uint32Array,
    length: number,
    dotsAfter: readonly number[],
    endings: readonly string[],
  ): void {
    const first = key[0] ?? 0;
    const second = length > 1 ? (key[1] ?? 0) : 0;
    let start = 0;
    if (!isWord(first)) {
      if (unitCode(first) === StartCode.Special) return;
      if (!isWord(second)) {
        this.#oddStarts.add(first);
        return;
      }
      this.#leadingSigns.add(first);
      start = 1;
    }
    let codes = 0;
    let letters = 0;
    for (let index = start; index < length; index++) {
      const symbol = key[index] ?? 0;
      if (dotsAfter.includes(index)) this.#addShort(codes, ANYTHING);
      if (isMark(symbol)) continue;
      const code = symbolCode(symbol);
      if (code === StartCode.Break) {
        const next =
          symbol === GAP_SYMBOL
            ? symbolCode(index + 1 < length ? (key[index + 1] ?? 0) : 0)
            : StartCode.Break;
        this.#addShort(codes, next === StartCode.Break ? ANYTHING : 1 << next);
        return;
      }
      codes = (codes << CODE_BITS) | code;
      if (++letters === 4) {
        addBit(this.#filter, codes);
        return;
      }
    }
    this.#addShort(codes, ANYTHING);
    for (const ending of endings) this.#addEnding(codes, letters, ending);
  }

  /** Adds a key of fewer than four letters and the ending behind it. */
  #addEnding(codes: number, letters: number, ending: string): void {
    let ended = codes;
    let count = letters;
    for (let i = 0; i < ending.length; i++) {
      const code = symbolCode(ending.charCodeAt(i));
      if (code === StartCode.Break) break;
      ended = (ended << CODE_BITS) | code;
      if (++count === 4) {
        addBit(this.#filter, ended);
        return;
      }
    }
    this.#addShort(ended, ANYTHING);
  }

  /** Adds a first word of fewer than four letters. */
  #addShort(codes: number, followers: number): void {
    addBit(this.#filter, codes << CODE_BITS);
    this.#followers[codes] = (this.#followers[codes] ?? 0) | followers;
  }

  get starts(): Starts {
    return {
      filter: this.#filter,
      followers: this.#followers,
      leadingSigns: Uint32Array.from(this.#leadingSigns),
      oddStarts: Uint32Array.from(this.#oddStarts),
    };
  }
}

/** The bits of all codes. */
const ANYTHING = -1;

function isWord(symbol: number): boolean {
  return symbol <= 0xffff && isWordSymbol(symbol);
}

function addBit(filter: Uint32Array, codes: number): void {
  const word = codes >>> 5;
  filter[word] = (filter[word] ?? 0) | (1 << (codes & 31));
}

/** The codes of all code units, each found when it is first asked for. */
const codes = new Uint8Array(0x10000).fill(StartCode.Unknown);

/** Text is searched in pieces of this many units, so that the list of places stays small. */
const PIECE = 1 << 14;
/** The most places that are found at once: words, and signs before them. */
export const LONGEST_LIST = PIECE + 2;

/**
 * The places of one piece: where the filter answered, and the codes that it was asked about. These two, the codes above
 * and the filter of the finder that searched last are no members, as V8 reads arrays that are constants a quarter
 * faster.
 */
const places = new Int32Array(PIECE + 2);
const hashes = new Int32Array(PIECE + 2);
const filter = new Uint32Array(FILTER_LENGTH);
let filterInUse: Uint32Array | undefined;

/** Finds the places where a label of some vocabularies may begin. */
export class StartFinder {
  /** Where the last search stopped. */
  stopped = 0;
  readonly #filter: Uint32Array;
  readonly #followers: Uint32Array;
  /** Units that may stand before the first letter of a label. */
  readonly #leading: ReadonlySet<number>;

  constructor(vocabularies: readonly Starts[]) {
    this.#filter = unionOf(vocabularies.map((starts) => starts.filter));
    this.#followers = unionOf(vocabularies.map(({ followers }) => followers));
    this.#leading = new Set(vocabularies.flatMap(({ leadingSigns }) => unitsLike(leadingSigns)));
    for (const { oddStarts } of vocabularies) {
      for (const unit of unitsLike(oddStarts)) codes[unit] = StartCode.Special;
    }
  }

  /**
   * Fills `starts`, which has room for `LONGEST_LIST`, with the places from `from` on where a word begins that may begin
   * a label, ascending: up to `to`, but not farther than a piece, and in any case to the end of a word. `from` must not
   * be inside a word.
   *
   * @returns How many there are.
   */
  find(text: string, from: number, to: number, starts: Int32Array): number {
    if (filterInUse !== this.#filter) {
      filterInUse = this.#filter;
      filter.set(filterInUse);
    }
    const end = this.#wordEnd(text, Math.min(to, from + PIECE));
    this.stopped = end;
    let found = findQuickly(text, from, end);
    if (found < 0) found = findAnywhere(text, from, end);
    let count = 0;
    for (let i = 0; i < found; i++) {
      const at = places[i] ?? 0;
      const hash = hashes[i] ?? 0;
      if (!this.#mayFollow(text, at, hash)) continue;
      const start = at + 1 - codesIn(hash);
      if (start > from && this.#isLedBySign(text, start)) starts[count++] = start - 1;
      starts[count++] = start;
    }
    return count;
  }

  /** Whether what stands behind a word of up to three letters, at the end of which the filter answered, may be there. */
  #mayFollow(text: string, at: number, hash: number): boolean {
    if ((hash & StartCode.Letters) !== 0 || text.charCodeAt(at) !== SPACE) return true;
    const next = at + 1 < text.length ? codeAt(text, at + 1) : StartCode.Break;
    if (next === StartCode.Break || next > StartCode.Letters) return true;
    return (((this.#followers[hash >>> CODE_BITS] ?? 0) >>> next) & 1) !== 0;
  }

  /** Where the word that stands at `offset` starts, with a sign that may belong to it, or `offset`. */
  wordStart(text: string, offset: number): number {
    if (offset >= text.length || !isPart(text, offset)) return offset;
    let at = offset;
    while (at > 0 && isPart(text, at - 1)) at--;
    return this.#isLedBySign(text, at) ? at - 1 : at;
  }

  /** Where the word ends that `offset` is in, or before which a sign stands that may belong to it; or `offset`. */
  #wordEnd(text: string, offset: number): number {
    let at = offset;
    if (at > 0 && (isPart(text, at - 1) || this.#isLedBySign(text, at))) {
      while (at < text.length && isPart(text, at)) at++;
    }
    return at;
  }

  #isLedBySign(text: string, start: number): boolean {
    if (start === 0 || this.#leading.size === 0) return false;
    const before = text.charCodeAt(start - 1);
    return before !== SPACE && this.#leading.has(before);
  }
}

/**
 * Finds the places in text without wild and special units. Where most of a scan's time goes if few words of the text
 * begin a label: each unit is written to the list, and the next one over it unless the filter lets it through, which is
 * quicker than to ask.
 *
 * @returns How many, or -1 if the text has other units, or some that were not met before.
 */
function findQuickly(text: string, from: number, end: number): number {
  let count = 0;
  let hash = 0;
  let all = 0;
  for (let at = from; at < end; at++) {
    const code = codes[text.charCodeAt(at)] ?? 0;
    all |= code;
    hash = (hash << CODE_BITS) | code;
    places[count] = at;
    hashes[count] = hash;
    const isShort = ((hash >>> BITS) - 1) >>> 31;
    count += ((filter[(hash >>> 5) & (FILTER_LENGTH - 1)] ?? 0) >>> hash) & isShort;
    // Behind the end of a word nothing of it is kept.
    hash &= -code >> 31;
  }
  return all > StartCode.Letters ? -1 : addIfListed(end, hash << CODE_BITS, count);
}

/** As `findQuickly`, for any text. */
function findAnywhere(text: string, from: number, end: number): number {
  let count = 0;
  let hash = 0;
  for (let at = from; at < end; at++) {
    const code = codeAt(text, at);
    if (code === StartCode.Wild) {
      // As if the letters before it were the word.
      if (hash === 0) count = addPlace(at, 1, count);
      else if (hash >>> (BITS - CODE_BITS) === 0) count = addPlace(at - 1, hash, count);
      hash = LONG;
      continue;
    }
    const letter = code & StartCode.Letters;
    hash = (hash << CODE_BITS) | letter;
    count = addIfListed(at, hash, count);
    if (code === StartCode.Special) count = addPlace(at, 1, count);
    if (letter === StartCode.Break) hash = 0;
  }
  return addIfListed(end, hash << CODE_BITS, count);
}

function addIfListed(at: number, hash: number, count: number): number {
  const isListed = hash >>> BITS === 0 && (((filter[hash >>> 5] ?? 0) >>> hash) & 1) !== 0;
  return isListed ? addPlace(at, hash, count) : count;
}

function addPlace(at: number, hash: number, count: number): number {
  places[count] = at;
  hashes[count] = hash;
  return count + 1;
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

function unionOf(bitmaps: readonly Uint32Array[]): Uint32Array {
  const [only] = bitmaps;
  if (only !== undefined && bitmaps.length === 1) return only;
  const union = new Uint32Array(FILTER_LENGTH);
  for (const bitmap of bitmaps) {
    for (let i = 0; i < FILTER_LENGTH; i++) union[i] = (union[i] ?? 0) | (bitmap[i] ?? 0);
  }
  return union;
}

/** The code units that fold to one of some symbols, letters aside. */
function unitsLike(symbols: Uint32Array): number[] {
  if (symbols.length === 0) return [];
  const wanted = new Set(symbols);
  const units: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const isSign =
      unit < 0x80 || (unit >= 0x2000 && unit < 0x2100) || wanted.has(unit) || isQuote(unit);
    if (isSign && wanted.has(foldCodePoint(unit)[0] ?? -1)) units.push(unit);
  }
  return units;
}

function isQuote(unit: number): boolean {
  const [symbol] = unit >= 0x80 && unitCode(unit) === StartCode.Break ? foldCodePoint(unit) : [];
  return symbol === 0x27 || symbol === 0x22;
}
