import { SPACE } from './characters';
import { foldCodePoint } from './foldText';
import {
  CODE_BITS,
  HEAD_BITS,
  HEADS_LENGTH,
  StartCode,
  unitCode,
  wholeBit,
  WHOLES_LENGTH,
} from './startCodes';
import type { Starts } from './startWriter';

/**
 * A filter on the first six letters of a word. Most words of a text begin no label, and with this a scan passes them
 * at the cost of two look-ups a letter and no decision: a bitmap has a bit for each head with which a label can begin;
 * it is asked at every letter, and answers at the fourth one or behind a shorter word. Where it says yes, a second one
 * is asked about what stands behind the head. What is not sure is let through.
 */
/** Five letters, about which the filter is no longer asked. */
const LONG = 0x108421;

/** The codes of all code units, each found when it is first asked for; special those that the finder in use calls odd. */
const codes = new Uint8Array(0x10000).fill(StartCode.Unknown);

/** Text is searched in pieces of this many units, so that the list of places stays small. */
const PIECE = 1 << 14;
/** The most starts that are found at once: a unit may begin a label, and be the sign before one. */
export const LONGEST_LIST = 2 * PIECE + 2;

/**
 * The places of one piece: where the filter answered, and the codes that it was asked about. These two, the codes above
 * and the heads of the finder that searched last are no members, as V8 reads arrays that are constants a quarter
 * faster.
 */
const places = new Int32Array(PIECE + 2);
const hashes = new Int32Array(PIECE + 2);
const heads = new Uint32Array(HEADS_LENGTH);
const wholes = new Uint32Array(WHOLES_LENGTH);
let headsInUse: Uint32Array | undefined;
let oddInUse: readonly number[] = [];

/** Finds the places where a label of some vocabularies may begin. */
export class StartFinder {
  /** Where the last search stopped. */
  stopped = 0;
  readonly #heads: Uint32Array;
  readonly #wholes: Uint32Array;
  /** Whether the last piece had wild or special units: then the next is likely to. */
  #isOdd = false;
  /** Units that begin a label and are no part of a word, and no sign before one either. */
  readonly #odd: readonly number[];
  /** Units that may stand before the first letter of a label. */
  readonly #leading: ReadonlySet<number>;

  constructor(vocabularies: readonly Starts[]) {
    this.#heads = unionOf(
      vocabularies.map((starts) => starts.heads),
      HEADS_LENGTH,
    );
    this.#wholes = unionOf(
      vocabularies.map((starts) => starts.wholes),
      WHOLES_LENGTH,
    );
    this.#leading = new Set(vocabularies.flatMap(({ leadingSigns }) => unitsLike(leadingSigns)));
    this.#odd = vocabularies.flatMap(({ oddStarts }) => unitsLike(oddStarts));
  }

  /**
   * Fills `starts`, which has room for `LONGEST_LIST`, with the places from `from` on where a word begins that may begin
   * a label, ascending: up to `to`, but not farther than a piece, and in any case to the end of a word. `from` must not
   * be inside a word.
   *
   * @returns How many there are.
   */
  find(text: string, from: number, to: number, starts: Int32Array): number {
    if (headsInUse !== this.#heads) this.#takeOver();
    const end = this.#wordEnd(text, Math.min(to, from + PIECE));
    this.stopped = end;
    const quick = this.#isOdd ? -1 : findQuickly(text, from, end);
    const found = keepLikely(text, quick < 0 ? this.#findAnywhere(text, from, end) : quick);
    if (this.#leading.size === 0) {
      for (let i = 0; i < found; i++) starts[i] = startOf(i);
      return found;
    }
    let count = 0;
    for (let i = 0; i < found; i++) {
      const start = startOf(i);
      if (start > from && this.#isLedBySign(text, start)) starts[count++] = start - 1;
      starts[count++] = start;
    }
    return count;
  }

  /** As `findQuickly`, for any text. */
  #findAnywhere(text: string, from: number, end: number): number {
    let count = 0;
    let hash = 0;
    let all = 0;
    for (let at = from; at < end; at++) {
      const code = codeAt(text, at);
      all |= code;
      if (code === StartCode.Wild) {
        // As if the letters before it were the word.
        if (hash === 0) count = addPlace(at, 1, count);
        else if (hash >>> (HEAD_BITS - CODE_BITS) === 0) count = addPlace(at - 1, hash, count);
        hash = LONG;
        continue;
      }
      const letter = code & StartCode.Letters;
      hash = (hash << CODE_BITS) | letter;
      count = addIfListed(at, hash, count);
      if (code === StartCode.Special) count = addPlace(at, 1, count);
      if (letter === StartCode.Break) hash = 0;
    }
    this.#isOdd = all > StartCode.Letters;
    return addIfListed(end, hash << CODE_BITS, count);
  }

  /** Puts what this finder knows into the arrays that are no members. */
  #takeOver(): void {
    headsInUse = this.#heads;
    heads.set(this.#heads);
    wholes.set(this.#wholes);
    for (const unit of oddInUse) codes[unit] = unitCode(unit);
    for (const unit of this.#odd) codes[unit] = StartCode.Special;
    oddInUse = this.#odd;
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
    const isShort = ((hash >>> HEAD_BITS) - 1) >>> 31;
    count += ((heads[(hash >>> 5) & (HEADS_LENGTH - 1)] ?? 0) >>> hash) & isShort;
    // Behind the end of a word nothing of it is kept.
    hash &= -code >> 31;
  }
  return all > StartCode.Letters ? -1 : addIfListed(end, hash << CODE_BITS, count);
}

/**
 * Takes out the places where what stands behind the head is behind it in no label. What is not as simple as letters
 * and one space is left in. Without decisions, as half of them would be guessed wrong.
 *
 * @returns How many are left.
 */
function keepLikely(text: string, found: number): number {
  let kept = 0;
  const last = text.length - 2;
  for (let i = 0; i < found; i++) {
    const at = places[i] ?? 0;
    const head = hashes[i] ?? 0;
    places[kept] = at;
    hashes[kept] = head;
    if (at >= last) {
      kept++;
      continue;
    }
    const next = codes[text.charCodeAt(at + 1)] ?? 0;
    const second = codes[text.charCodeAt(at + 2)] ?? 0;
    const isShort = isZero(head & StartCode.Letters);
    const isWordEnd = isShort | isZero(next);
    const letterBehind = isShort === 1 ? next : second;
    const isOddGap = isNotZero(text.charCodeAt(at + 1 - isShort) ^ SPACE) | isZero(letterBehind);
    const isCut = ~isShort & isZero(head >>> (HEAD_BITS - CODE_BITS));
    const isOdd = ((StartCode.Letters - (next | second)) >>> 31) | isCut | (isWordEnd & isOddGap);
    const isKnown = hasWhole(head, (next << CODE_BITS) | second) | (isWordEnd & hasWhole(head, 0));
    kept += (isOdd | isKnown) & 1;
  }
  return kept;
}

/** 1 for 0, and 0 for numbers above it. */
function isZero(number: number): number {
  return (number - 1) >>> 31;
}

function isNotZero(number: number): number {
  return (0 - number) >>> 31;
}

function hasWhole(head: number, behind: number): number {
  const bit = wholeBit(head, behind);
  return (wholes[bit >>> 5] ?? 0) >>> (bit & 31);
}

/** Where the word begins whose place is the `i`th. */
function startOf(i: number): number {
  return (places[i] ?? 0) + 1 - codesIn(hashes[i] ?? 0);
}

function addIfListed(at: number, hash: number, count: number): number {
  const isListed = hash >>> HEAD_BITS === 0 && (((heads[hash >>> 5] ?? 0) >>> hash) & 1) !== 0;
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

function unionOf(bitmaps: readonly Uint32Array[], length: number): Uint32Array {
  const [only] = bitmaps;
  if (only !== undefined && bitmaps.length === 1) return only;
  const union = new Uint32Array(length);
  for (const bitmap of bitmaps) {
    for (let i = 0; i < length; i++) union[i] = (union[i] ?? 0) | (bitmap[i] ?? 0);
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
