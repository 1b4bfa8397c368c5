import type { LabelKind } from '../packs/pack';
import { codePointBefore, isSkippedKind, kindOf, unitsOf } from './characters';
import { ConditionChecker, lettersBack, type CompanyFinder } from './conditionChecker';
import { foldCodePoint } from './foldText';
import { formsOf, type LabelForm } from './labelForms';
import { isBoundaryBefore } from './labelPattern';
import { CONDITIONAL, Hits, INFLECTED, PackWalker } from './packWalker';
import type { Span } from './span';
import { createStartCodes, StartCode, unitCode } from './startFilter';
import { companyKey, labelAt, type TermAutomaton, type TermPack } from './termPack';

/** Takes what is found: start, end, number of the pack and of the label in it. */
export type MatchSink = (start: number, end: number, pack: number, label: number) => void;

const KINDS: readonly LabelKind[] = ['preferred', 'alternative', 'hidden', 'discouraged'];

/** Text is filtered in pieces of this many units, so that the list of candidates stays small. */
const PIECE = 1 << 14;

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const FULL_STOP = 0x2e;

/** Finds the places where a label of some automata may begin. */
class StartFinder {
  readonly #codes: Uint8Array;
  readonly #filter: Uint32Array;
  readonly #shift: number;
  readonly #starts = new Int32Array(PIECE + 1);

  constructor(automata: readonly TermAutomaton[]) {
    const bits = Math.max(1, ...automata.map(({ filterBits }) => filterBits));
    this.#shift = 32 - bits;
    this.#filter = unionOf(automata, bits);
    this.#codes = startCodesFor(automata);
  }

  /** Where the last search stopped: at or behind the end it was given, behind the word that it was in. */
  stopped = 0;

  get starts(): Int32Array {
    return this.#starts;
  }

  /**
   * Fills `starts` with the places in `[from, to)` where a word begins that may begin a label.
   *
   * The loop is where most of a scan's time goes: it reads each unit once, and for a word's first four letters one
   * bit of the filter. `from` must not be inside a word, or the rest of that word counts as one.
   *
   * @returns How many there are.
   */
  find(text: string, from: number, to: number): number {
    const codes = this.#codes;
    const filter = this.#filter;
    const shift = this.#shift;
    const starts = this.#starts;
    const length = text.length;
    let count = 0;
    let at = from;
    while (at < to) {
      const unit = text.charCodeAt(at);
      let code = codes[unit] ?? 0;
      if (code === StartCode.Break) {
        at++;
        continue;
      }
      if (code === StartCode.Unknown) code = this.#resolve(unit);
      if (code < StartCode.Wild) {
        if (code === StartCode.Special) starts[count++] = at;
        at++;
        continue;
      }
      const start = at++;
      let hash = code;
      let wild = code === StartCode.Wild;
      let room = 18;
      for (; at < length; at++) {
        code = codes[text.charCodeAt(at)] ?? 0;
        if (code === StartCode.Unknown) code = this.#resolve(text.charCodeAt(at));
        if (code < StartCode.Wild) break;
        if (room > 0) {
          hash = (hash << 6) | code;
          room -= 6;
          if (code === StartCode.Wild) wild = true;
        }
      }
      if (room > 0) {
        if (at < length && text.charCodeAt(at) === FULL_STOP) {
          hash = (hash << 6) | StartCode.Dot;
          room -= 6;
        }
        hash <<= room;
      }
      const bit = Math.imul(hash, 0x9e3779b1) >>> shift;
      if (wild || ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) starts[count++] = start;
    }
    this.stopped = at;
    return count;
  }

  #resolve(unit: number): number {
    const code = unitCode(unit);
    this.#codes[unit] = code;
    return code;
  }
}

/** The filters of several automata as one of `2 ** bits` bits. */
function unionOf(automata: readonly TermAutomaton[], bits: number): Uint32Array {
  const [only] = automata;
  if (only !== undefined && automata.length === 1) return only.filter;
  const union = new Uint32Array(2 ** Math.max(0, bits - 5));
  for (const { filter, filterBits } of automata) {
    const spread = 2 ** (bits - filterBits);
    for (let bit = 0; bit < 2 ** filterBits; bit++) {
      if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
      for (let i = bit * spread; i < (bit + 1) * spread; i++) {
        union[i >>> 5] = (union[i >>> 5] ?? 0) | (1 << (i & 31));
      }
    }
  }
  return union;
}

const sharedStartCodes = createStartCodes();

/** Start codes in which the signs that labels begin with may begin a match. */
function startCodesFor(automata: readonly TermAutomaton[]): Uint8Array {
  const odd = new Set<number>();
  for (const { oddStarts } of automata) for (const symbol of oddStarts) odd.add(symbol);
  const signs = [...odd].filter((symbol) => symbol <= 0xffff);
  const isListed = signs.some((symbol) => unitCode(symbol) !== StartCode.Special);
  if (!isListed) return sharedStartCodes;
  const codes = createStartCodes();
  const wanted = new Set(signs);
  for (let unit = 0; unit < 0x10000; unit++) {
    const isSign =
      unit < 0x80 || (unit >= 0x2000 && unit < 0x2100) || wanted.has(unit) || isQuote(unit);
    if (isSign && wanted.has(foldCodePoint(unit)[0] ?? -1)) codes[unit] = StartCode.Special;
  }
  return codes;
}

function isQuote(unit: number): boolean {
  const [symbol] = unit >= 0x80 && unitCode(unit) === StartCode.Break ? foldCodePoint(unit) : [];
  return symbol === 0x27 || symbol === 0x22;
}

/** Searches the labels of several packs as if they were one. */
export class TermSearcher implements CompanyFinder {
  readonly #packs: readonly TermPack[];
  readonly #walkers: readonly PackWalker[];
  readonly #finder: StartFinder;
  readonly #companyFinder: CompanySearcher;
  readonly #hits = new Hits();
  /** The most letters and numbers of a match. */
  readonly longest: number;

  constructor(packs: readonly TermPack[]) {
    this.#packs = packs;
    this.#walkers = packs.map(
      (pack, index) =>
        new PackWalker(
          pack.labels,
          index,
          cachedForms((n) => formsOf(labelAt(pack, n).label, pack.rules)),
        ),
    );
    this.#finder = new StartFinder(packs.map(({ labels }) => labels));
    this.#companyFinder = new CompanySearcher(packs);
    this.longest = Math.max(0, ...packs.map(({ labels }) => labels.longest));
  }

  get numbers(): ReadonlyMap<string, number> {
    return this.#companyFinder.numbers;
  }

  get company(): CompanyFinder {
    return this.#companyFinder;
  }

  search(
    text: string,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): void {
    this.#companyFinder.search(text, from, to, found);
  }

  checker(text: string, inDocument?: ReadonlySet<number>): ConditionChecker {
    return new ConditionChecker(text, this.#companyFinder, inDocument);
  }

  /**
   * Finds the matches that start in `[from, to)`, leftmost first and of those the longest. No match that starts
   * before `from` may reach over it, and `from` must not be inside a word.
   *
   * @returns Where the last match ends, or `from`.
   */
  scan(
    text: string,
    from: number,
    to: number,
    exclude: readonly Span[],
    checker: ConditionChecker,
    sink: MatchSink,
  ): number {
    const finder = this.#finder;
    const { starts } = finder;
    let free = from;
    for (let piece = from; piece < to;) {
      const count = finder.find(text, piece, Math.min(to, piece + PIECE));
      piece = finder.stopped;
      for (let i = 0; i < count; i++) {
        const start = starts[i] ?? 0;
        // Accents before a word are found with it, but may belong to the match before.
        if (start < free && skipTo(text, start) < free) continue;
        const end = this.#matchAt(text, start, to, exclude, checker, sink);
        if (end > free) free = end;
      }
    }
    return free;
  }

  #matchAt(
    text: string,
    candidate: number,
    to: number,
    exclude: readonly Span[],
    checker: ConditionChecker,
    sink: MatchSink,
  ): number {
    const start = this.#hitsAt(text, candidate);
    if (start < 0 || start >= to) return -1;
    const hits = this.#hits;
    while (hits.count > 0) {
      const best = this.#bestOf(hits);
      const end = hits.ends[best] ?? 0;
      const pack = hits.packs[best] ?? 0;
      const label = hits.labels[best] ?? 0;
      const conditional = ((hits.traits[best] ?? 0) & CONDITIONAL) !== 0;
      const isFree = exclude.length === 0 || !touches(exclude, start, end);
      if (isFree && (!conditional || this.#holds(checker, pack, label, start, end))) {
        sink(start, end, pack, label);
        return end;
      }
      hits.remove(best);
    }
    return -1;
  }

  /** Fills the hits with whatever stands where `candidate` points. Returns where that is, or -1. */
  #hitsAt(text: string, candidate: number): number {
    const hits = this.#hits;
    hits.count = 0;
    const start = skipTo(text, candidate);
    if (start >= text.length || !mayBegin(text, start)) return -1;
    for (const walker of this.#walkers) walker.walk(text, start, hits);
    return hits.count === 0 ? -1 : start;
  }

  /**
   * The earliest place before `offset` from which some label reaches over `offset`, or `offset`. Conditions and
   * exclusions are left aside, so every match is among what is looked at.
   */
  earliestOver(text: string, offset: number): number {
    const from = wordStart(text, lettersBack(text, offset, this.longest + 2));
    const { starts } = this.#finder;
    for (let piece = from; piece < offset;) {
      const count = this.#finder.find(text, piece, Math.min(offset, piece + PIECE));
      piece = this.#finder.stopped;
      for (let i = 0; i < count; i++) {
        const start = this.#hitsAt(text, starts[i] ?? 0);
        if (start < 0 || start >= offset) continue;
        for (let hit = 0; hit < this.#hits.count; hit++) {
          if ((this.#hits.ends[hit] ?? 0) > offset) return start;
        }
      }
    }
    return offset;
  }

  #holds(
    checker: ConditionChecker,
    pack: number,
    label: number,
    start: number,
    end: number,
  ): boolean {
    const of = this.#packs[pack];
    return of !== undefined && checker.holds(labelAt(of, label).label, { start, end });
  }

  #bestOf(hits: Hits): number {
    let best = 0;
    for (let i = 1; i < hits.count; i++) if (this.#isBetter(hits, i, best)) best = i;
    return best;
  }

  /**
   * The longer wins; of equal ones the label's own form before an inflected one, then a label that has a condition,
   * then the kind of label, then the earlier pack and label.
   */
  #isBetter(hits: Hits, a: number, b: number): boolean {
    const longer = (hits.ends[a] ?? 0) - (hits.ends[b] ?? 0);
    if (longer !== 0) return longer > 0;
    const traitsA = hits.traits[a] ?? 0;
    const traitsB = hits.traits[b] ?? 0;
    const inflected = (traitsA & INFLECTED) - (traitsB & INFLECTED);
    if (inflected !== 0) return inflected < 0;
    const conditional = (traitsA & CONDITIONAL) - (traitsB & CONDITIONAL);
    if (conditional !== 0) return conditional > 0;
    const kinds = this.#kindRank(hits, a) - this.#kindRank(hits, b);
    if (kinds !== 0) return kinds < 0;
    const packs = (hits.packs[a] ?? 0) - (hits.packs[b] ?? 0);
    return packs === 0 ? (hits.labels[a] ?? 0) < (hits.labels[b] ?? 0) : packs < 0;
  }

  #kindRank(hits: Hits, at: number): number {
    const pack = this.#packs[hits.packs[at] ?? 0];
    return pack === undefined ? 0 : KINDS.indexOf(labelAt(pack, hits.labels[at] ?? 0).label.kind);
  }
}

/** Finds the words that conditions ask for, of all packs. */
class CompanySearcher implements CompanyFinder {
  readonly numbers = new Map<string, number>();
  readonly longest: number;
  readonly #walkers: readonly PackWalker[];
  readonly #finder: StartFinder;
  readonly #hits = new Hits();
  readonly #numbersOfPacks: readonly (readonly number[])[];

  constructor(packs: readonly TermPack[]) {
    this.#numbersOfPacks = packs.map(({ companyWords }) =>
      companyWords.map((word) => {
        const key = companyKey(word);
        const number = this.numbers.get(key) ?? this.numbers.size;
        this.numbers.set(key, number);
        return number;
      }),
    );
    this.#walkers = packs.map(
      (pack, index) =>
        new PackWalker(
          pack.company,
          index,
          cachedForms((n) => {
            const { text = '', lang = '' } = pack.companyWords[n] ?? {};
            return formsOf({ text, lang, kind: 'hidden' }, pack.rules, true);
          }),
        ),
    );
    this.#finder = new StartFinder(packs.map(({ company }) => company));
    this.longest = Math.max(0, ...packs.map(({ company }) => company.longest));
  }

  search(
    text: string,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): void {
    const first = wordStart(text, from);
    for (let piece = first; piece < to;) {
      const count = this.#finder.find(text, piece, Math.min(to, piece + PIECE));
      piece = this.#finder.stopped;
      for (let i = 0; i < count; i++) {
        if (this.#searchAt(text, this.#finder.starts[i] ?? 0, from, to, found)) return;
      }
    }
  }

  #searchAt(
    text: string,
    candidate: number,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): boolean {
    const start = skipTo(text, candidate);
    if (start < from || start >= to || !mayBegin(text, start)) return false;
    const hits = this.#hits;
    hits.count = 0;
    for (const walker of this.#walkers) walker.walk(text, start, hits);
    for (let i = 0; i < hits.count; i++) {
      const number = this.#numbersOfPacks[hits.packs[i] ?? 0]?.[hits.labels[i] ?? 0] ?? -1;
      if (found(number, hits.ends[i] ?? 0, start)) return true;
    }
    return false;
  }
}

function cachedForms(
  forms: (label: number) => LabelForm[],
): (label: number) => readonly LabelForm[] {
  const cache = new Map<number, readonly LabelForm[]>();
  return (label) => {
    let known = cache.get(label);
    if (known === undefined) {
      known = forms(label);
      cache.set(label, known);
    }
    return known;
  };
}

/** The first character at or behind `offset` that is not skipped. */
function skipTo(text: string, offset: number): number {
  if (text.charCodeAt(offset) < 0x80) return offset;
  let at = offset;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (!isSkippedKind(kindOf(code))) return at;
    at += unitsOf(code);
  }
  return at;
}

/** Whether a match may begin here: at a boundary, and not in the middle of a character. */
function mayBegin(text: string, start: number): boolean {
  const before = start === 0 ? SPACE : text.charCodeAt(start - 1);
  if (before < 0x30 && before !== APOSTROPHE) return true;
  return isBoundaryBefore(text, start) && codePointBefore(text, start + 1) <= 0xffff;
}

function isInWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const isPart = (unit: number) => {
    const code = unitCode(unit);
    return code >= StartCode.Wild;
  };
  return isPart(text.charCodeAt(offset - 1)) && isPart(text.charCodeAt(offset));
}

/** The start of the word that `offset` is in, as the filter sees words. */
export function wordStart(text: string, offset: number): number {
  let at = offset;
  while (isInWord(text, at)) at--;
  return at;
}

/** Whether a span overlaps one of some that ascend. */
function touches(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start < end;
}
