import {
  CharKind,
  SPACE,
  TILDE,
  codePointBefore,
  isBindingKind,
  isSkippedKind,
  kindOf,
  unitsOf,
} from './characters';
import { ROOT, TERMINAL } from './doubleArray';
import { CLASS_BITS, CLASS_MASK, classesOf, MOST_CLASSES } from './symbolClasses';
import { foldCodePoint, isLetterMaking, isLetterMakingMark } from './foldText';
import { CONDITIONAL, INFLECTED, type Hits } from './hits';
import { matchEnding, type Ending } from './inflection';
import { matchForm, type LabelForm } from './labelForms';
import { DOT_SYMBOL, GAP_SYMBOL } from './labelKeys';
import { endOfAccents, isBoundaryAfter } from './labelPattern';
import { isPlainBreak, isPlainLetter, lengthOfPlainEnding, unitAt } from './plainEnding';
import { Gap, gapAt } from './separators';
import { ENDING_CLASSES, ItemFlag, type TermAutomaton, type TermPack } from './termPack';

/** What a code unit is to a walk, if it is not simply a class. */
const Special = {
  /** A letter or number that no label has. */
  DeadWord: 0xfff0,
  /** Any other character that no label has. */
  Dead: 0xfff1,
  Gap: 0xfff2,
  Skipped: 0xfff3,
  Dot: 0xfff4,
  /** Folds to several symbols, is a rare one, or half of a surrogate pair. */
  Several: 0xfff5,
  /** Not yet asked for. */
  Unknown: 0xffff,
} as const;

/** What a walk has passed that not every label allows. */
const Passed = { Dot: 1, SpacedDash: 2 } as const;

const NONE: readonly number[] = [];
/** What a key goes over: told from the others by being this very list. */
const SKIPPED: readonly number[] = [0];
/** A list for each class. */
const singles = Array.from({ length: MOST_CLASSES + 1 }, (_, c): readonly number[] => [c]);
const endingBits: readonly (readonly [number, Ending])[] = [
  [ItemFlag.S, 's'],
  [ItemFlag.Es, 'es'],
  [ItemFlag.Possessive, '’s'],
];

/**
 * Walks one automaton along a text.
 *
 * A walk reads the text as the keys were written: every gap between words as one symbol, accents and characters
 * without width not at all, full stops behind letters not either. So a key may fit where its label does not, as
 * `UN` without its capitals. Labels of which that can be true are compared with the text once more, letter by
 * letter; of most labels it cannot, and they cost no more than the walk.
 */
export class PackWalker {
  readonly #automaton: TermAutomaton;
  /** The bytes of `leaves`. */
  readonly #tails: Uint8Array;
  readonly #labelCount: number;
  readonly #pack: number;
  readonly #formsOf: (label: number) => readonly LabelForm[];
  /** The class of each code unit, or what is special about it, once that was asked for. */
  readonly #classOf = new Uint16Array(0x10000).fill(Special.Unknown);
  readonly #classesOfSymbol = new Map<number, readonly number[]>();
  readonly #gap: readonly number[];
  /** The walk that is going on: where it began, and what it has passed, of `Passed`. */
  #start = 0;
  #passed = 0;
  /** What the last look at the text found, beside classes. */
  #next = 0;
  #fresh = false;

  /**
   * @param pack Number under which hits are noted.
   * @param formsOf The forms of what has a number in the automaton, for a second look.
   */
  constructor(
    { automaton, labelCount }: TermPack,
    pack: number,
    formsOf: (label: number) => readonly LabelForm[],
  ) {
    const { leaves } = automaton;
    this.#automaton = automaton;
    this.#tails = new Uint8Array(leaves.buffer, leaves.byteOffset, leaves.byteLength);
    this.#labelCount = labelCount;
    this.#pack = pack;
    this.#formsOf = formsOf;
    automaton.symbols.forEach((symbol, rank, { length }) =>
      this.#classesOfSymbol.set(symbol, classesOf(rank, length)),
    );
    this.#gap = this.#classesOf(GAP_SYMBOL);
    this.#classOf[SPACE] = this.#gap[0] ?? Special.Gap;
  }

  /**
   * Adds to `hits` the labels that stand at `start`, conditions left aside, and to `company` the words that conditions
   * ask for. A word must be able to begin there (`isBoundaryBefore`).
   */
  walk(text: string, start: number, hits: Hits, company: Hits): void {
    const { cells, wordClasses } = this.#automaton;
    const classOf = this.#classOf;
    const gap = this.#gap[0] ?? 0;
    const length = text.length;
    this.#start = start;
    this.#passed = 0;
    /** Of the node: twice its base, and `TERMINAL`; or the complement of a leaf. */
    let value = (cells[ROOT] ?? 0) >> CLASS_BITS;
    let at = start | 0;
    /** Whether a key may have ended at `at`: not behind characters that were skipped. */
    let fresh = false;
    /**
     * A class above this one asks for more than a step. Where a key ends these are also the last two of words, `e` and
     * `s`, with which an ending may begin; behind a sign all of them, as a word may follow a sign at once.
     */
    let limit = wordClasses;
    for (;;) {
      // Most of the time goes here. Nothing is called, and `at` is made an integer (`| 0`), so that V8 keeps all of it
      // in registers.
      while (value >= 0 && at < length) {
        const c = classOf[text.charCodeAt(at)] ?? Special.Unknown;
        if (c > limit) break;
        const cell = cells[(value >> 1) + c] ?? 0;
        if ((cell & CLASS_MASK) !== c) return;
        value = cell >> CLASS_BITS;
        limit = wordClasses - ENDING_CLASSES * (value & TERMINAL);
        fresh = true;
        at++;
      }
      if (value < 0) break;
      if (fresh && (value & TERMINAL) !== 0) {
        this.#accept(~((cells[value >> 1] ?? 0) >> CLASS_BITS), text, at, hits, company);
      }
      if (text.charCodeAt(at) === SPACE && this.#isWordAt(text, at + 1)) {
        const cell = cells[(value >> 1) + gap] ?? 0;
        if ((cell & CLASS_MASK) !== gap) return;
        value = cell >> CLASS_BITS;
        limit = (value & TERMINAL) !== 0 ? 0 : wordClasses;
        fresh = true;
        at++;
        continue;
      }
      const classes = this.#read(text, at);
      at = this.#next | 0;
      fresh = this.#fresh;
      if (classes === SKIPPED) continue;
      if (classes.length === 0) return;
      for (let i = 0; i < classes.length; i++) {
        if (value < 0) {
          this.#walkTail(~value, classes.slice(i), text, at, hits, company);
          return;
        }
        const cell = cells[(value >> 1) + (classes[i] ?? 0)] ?? 0;
        if ((cell & CLASS_MASK) !== classes[i]) return;
        value = cell >> CLASS_BITS;
      }
      const mayBeSign = classes.length > 1 || (classes[0] ?? 0) > wordClasses;
      const isEnd = value & TERMINAL;
      limit = mayBeSign && isEnd !== 0 ? 0 : wordClasses - ENDING_CLASSES * isEnd;
    }
    this.#walkTail(~value, NONE, text, at, hits, company);
  }

  /**
   * Goes on where only one key is left, whose letters must all be there.
   *
   * @param leaf Where it stands in `leaves`.
   * @param before Classes that were read already, of a symbol that has several.
   */
  #walkTail(
    leaf: number,
    before: readonly number[],
    text: string,
    from: number,
    hits: Hits,
    company: Hits,
  ): void {
    const { wordClasses } = this.#automaton;
    const tails = this.#tails;
    const classOf = this.#classOf;
    const length = text.length;
    let tail = 4 * leaf;
    for (const c of before) if (tails[tail++] !== c) return;
    let at = from | 0;
    let fresh = true;
    for (;;) {
      const began = at;
      while (at < length && classOf[text.charCodeAt(at)] === tails[tail]) {
        tail++;
        fresh = true;
        at++;
      }
      if (fresh && tails[tail] === 0) this.#accept((tail >> 2) + 1, text, at, hits, company);
      const c = classOf[text.charCodeAt(at)] ?? Special.Dead;
      if (c <= wordClasses || c === Special.DeadWord) return;
      if (at > began && text.charCodeAt(at - 1) === SPACE) {
        // No word stands behind this space, so the gap may be more.
        tail--;
        at--;
      } else if (c <= MOST_CLASSES) return;
      const classes = this.#read(text, at);
      at = this.#next | 0;
      fresh = this.#fresh;
      if (classes === SKIPPED) continue;
      if (classes.length === 0) return;
      for (const read of classes) if (tails[tail++] !== read) return;
    }
  }

  /**
   * Reads what stands at `at` as keys have it: one class, or those of a character that has several; `SKIPPED` where a
   * key goes on as if nothing stood there; none where no key goes on. Sets `#next` to where the text goes on, and
   * `#fresh`.
   */
  #read(text: string, at: number): readonly number[] {
    this.#next = at + 1;
    this.#fresh = true;
    if (at >= text.length) return NONE;
    const unit = text.charCodeAt(at);
    if (unit === SPACE) return this.#readGap(text, at, unit);
    const c = this.#classOfUnit(unit);
    switch (c) {
      case Special.Dead:
      case Special.DeadWord:
        return NONE;
      case Special.Gap:
        return this.#readGap(text, at, unit);
      case Special.Dot:
        if (!isLetterBefore(text, at, this.#start)) return this.#classesOf(DOT_SYMBOL);
        this.#passed |= Passed.Dot;
        // What ends before the full stop was looked at there.
        this.#fresh = false;
        return SKIPPED;
      case Special.Skipped:
        if (isLetterMakingMark(unit) && isLetterMaking(unit, symbolBefore(text, at, this.#start)))
          return this.#classesOf(unit);
        this.#fresh = false;
        return SKIPPED;
      case Special.Several:
        return this.#readSeveral(text, at);
      default:
        return singles[c] ?? NONE;
    }
  }

  /** Reads a character that has several classes, or is a surrogate pair. */
  #readSeveral(text: string, at: number): readonly number[] {
    const code = text.codePointAt(at) ?? 0;
    this.#next = at + unitsOf(code);
    const classes = foldCodePoint(code).map((symbol) => this.#classesOf(symbol));
    return classes.some(({ length }) => length === 0) ? NONE : classes.flat();
  }

  #readGap(text: string, at: number, unit: number): readonly number[] {
    const { gap, end } = gapAt(text, at);
    if (gap === 0) return NONE;
    if (gap === Gap.None && end === at) return this.#classesOf(unit);
    this.#next = end;
    if (gap === Gap.None) {
      this.#fresh = false;
      return SKIPPED;
    }
    if (gap === Gap.SpacedDash) this.#passed |= Passed.SpacedDash;
    return this.#gap;
  }

  #classesOf(symbol: number): readonly number[] {
    return this.#classesOfSymbol.get(symbol) ?? NONE;
  }

  /** Whether a unit that is known as part of a word stands at an offset, so that a space before it is the whole gap. */
  #isWordAt(text: string, offset: number): boolean {
    const c = this.#classOf[text.charCodeAt(offset)] ?? Special.Dead;
    return c <= this.#automaton.wordClasses || c === Special.DeadWord;
  }

  /** The class of a unit, or what is special about it. */
  #classOfUnit(unit: number): number {
    const known = this.#classOf[unit] ?? 0;
    if (known !== Special.Unknown) return known;
    const c = this.#classify(unit);
    this.#classOf[unit] = c;
    return c;
  }

  #classify(unit: number): number {
    if (unit >= 0xd800 && unit <= 0xdfff) return Special.Several;
    const kind = kindOf(unit);
    if (
      kind === CharKind.Space ||
      kind === CharKind.LineEnd ||
      kind === CharKind.Dash ||
      unit === TILDE
    ) {
      return Special.Gap;
    }
    if (isSkippedKind(kind)) return Special.Skipped;
    if (kind === CharKind.Dot) return Special.Dot;
    const symbols = foldCodePoint(unit);
    if (symbols.length > 1) return Special.Several;
    const [c, second] = this.#classesOf(symbols[0] ?? 0);
    if (c === undefined) return isBindingKind(kind) ? Special.DeadWord : Special.Dead;
    return second === undefined ? c : Special.Several;
  }

  /**
   * Notes the labels whose key ends at `end`, those that a second look confirms.
   *
   * @param first Where the first of their items stands in `leaves`.
   */
  #accept(first: number, text: string, end: number, hits: Hits, company: Hits): void {
    const { leaves } = this.#automaton;
    const start = this.#start;
    const passed = this.#passed;
    for (let i = first; ; i++) {
      const flags = leaves[i] ?? ItemFlag.Last;
      const label = flags >>> 8;
      const into = label < this.#labelCount ? hits : company;
      if ((flags & ItemFlag.Simple) !== 0 && passed === 0) {
        this.#acceptSimple(label, flags, text, end, into);
      } else if (this.#deservesLook(flags, passed, text, start)) {
        this.#lookAgain(label, flags, text, start, into);
      }
      if ((flags & ItemFlag.Last) !== 0) return;
    }
  }

  #deservesLook(flags: number, passed: number, text: string, start: number): boolean {
    if ((flags & ItemFlag.Simple) !== 0) return (passed & Passed.Dot) === 0;
    if ((flags & ItemFlag.CapitalFirst) === 0) return true;
    const unit = text.charCodeAt(start);
    return unit < 0x61 || unit > 0x7a;
  }

  #acceptSimple(label: number, flags: number, text: string, at: number, hits: Hits): void {
    const traits =
      ((flags & ItemFlag.Inflected) !== 0 ? INFLECTED : 0) |
      ((flags & ItemFlag.Condition) !== 0 ? CONDITIONAL : 0);
    const unit = unitAt(text, at);
    if (isPlainBreak(unit)) {
      hits.add(at, label, this.#pack, traits);
      return;
    }
    if (isPlainLetter(unit) && isPlainLetter(text.charCodeAt(at - 1))) {
      const length = lengthOfPlainEnding(text, at, flags);
      if (length > 0) hits.add(at + length, label, this.#pack, traits | INFLECTED);
      if (length >= 0) return;
    }
    const end = unit < 128 ? at : endOfAccents(text, at, symbolBefore(text, at, 0));
    if (isBoundaryAfter(text, end)) hits.add(end, label, this.#pack, traits);
    for (const [bit, ending] of endingBits) {
      if ((flags & bit) === 0) continue;
      const ended = matchEnding(text, end, ending, false);
      if (ended >= 0 && isBoundaryAfter(text, ended)) {
        hits.add(ended, label, this.#pack, traits | INFLECTED);
      }
    }
  }

  #lookAgain(label: number, flags: number, text: string, start: number, hits: Hits): void {
    const conditional = (flags & ItemFlag.Condition) !== 0 ? CONDITIONAL : 0;
    for (const form of this.#formsOf(label)) {
      for (const { end, inflected } of matchForm(form, text, start)) {
        hits.add(end, label, this.#pack, conditional | (inflected ? INFLECTED : 0));
      }
    }
  }
}

/** So many units are looked back over for the letter that an accent or a full stop belongs to. */
const MOST_SKIPPED = 8;

/** The folded symbol of the letter before `offset`, accents between the two skipped; 0 if it stands far from there. */
function symbolBefore(text: string, offset: number, start: number): number {
  const first = Math.max(start, offset - MOST_SKIPPED);
  let at = offset;
  while (at > first) {
    const code = codePointBefore(text, at);
    if (!isSkippedKind(kindOf(code))) return foldCodePoint(code).at(-1) ?? 0;
    at -= unitsOf(code);
  }
  return 0;
}

/** Whether a letter stands before the full stops before `offset`, not before `start`, nor far from there. */
function isLetterBefore(text: string, offset: number, start: number): boolean {
  const first = Math.max(start, offset - MOST_SKIPPED);
  for (let at = offset; at > first;) {
    const code = codePointBefore(text, at);
    const kind = kindOf(code);
    if (!isSkippedKind(kind) && kind !== CharKind.Dot) return kind === CharKind.Letter;
    at -= unitsOf(code);
  }
  return false;
}
