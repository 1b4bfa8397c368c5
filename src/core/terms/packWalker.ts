import {
  CharKind,
  codePointBefore,
  isBindingKind,
  isSkippedKind,
  kindOf,
  unitsOf,
} from './characters';
import { ROOT, TERMINAL } from './doubleArray';
import { CLASS_BITS, CLASS_MASK, classesOf } from './symbolClasses';
import { foldCodePoint, isLetterMaking } from './foldText';
import { matchEnding, type Ending } from './inflection';
import { matchForm, type LabelForm } from './labelForms';
import { DOT_SYMBOL, GAP_SYMBOL } from './labelKeys';
import { endOfAccents, isBoundaryAfter } from './labelPattern';
import { Gap, gapAt } from './separators';
import { ENDING_CLASSES, ItemFlag, type TermAutomaton, type TermPack } from './termPack';

/** Everything found at one place, in parallel arrays that are used again and again. */
export class Hits {
  count = 0;
  readonly ends: number[] = [];
  readonly labels: number[] = [];
  readonly packs: number[] = [];
  /** Bits: 1 for a form that is not the label's own, 2 for a label with a condition. */
  readonly traits: number[] = [];

  add(end: number, label: number, pack: number, traits: number): void {
    const at = this.count++;
    this.ends[at] = end;
    this.labels[at] = label;
    this.packs[at] = pack;
    this.traits[at] = traits;
  }

  /** Takes out one; the last comes in its place. */
  remove(at: number): void {
    const last = --this.count;
    this.ends[at] = this.ends[last] ?? 0;
    this.labels[at] = this.labels[last] ?? 0;
    this.packs[at] = this.packs[last] ?? 0;
    this.traits[at] = this.traits[last] ?? 0;
  }
}

export const INFLECTED = 1;
export const CONDITIONAL = 2;

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
const NO_CLASS: readonly number[] = [Special.Dead];
const TILDE = 0x7e;
const SPACE = 0x20;

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
  readonly #labelCount: number;
  readonly #pack: number;
  readonly #formsOf: (label: number) => readonly LabelForm[];
  /** The class of each code unit, or what is special about it, once that was asked for. */
  readonly #classOf = new Uint16Array(0x10000).fill(Special.Unknown);
  readonly #classesOfSymbol = new Map<number, readonly number[]>();
  readonly #gapClass: number;
  readonly #dotClass: number;
  /** The walk that is going on: where it began, and what it has passed, of `Passed`. */
  #start = 0;
  #passed = 0;
  /** What the last look at something special found, beside its class. */
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
    this.#automaton = automaton;
    this.#labelCount = labelCount;
    this.#pack = pack;
    this.#formsOf = formsOf;
    automaton.symbols.forEach((symbol, rank, { length }) =>
      this.#classesOfSymbol.set(symbol, classesOf(rank, length)),
    );
    this.#gapClass = this.#classOfSymbol(GAP_SYMBOL);
    this.#dotClass = this.#classOfSymbol(DOT_SYMBOL);
  }

  /**
   * Adds to `hits` the labels that stand at `start`, conditions left aside, and to `company` the words that conditions
   * ask for. A word must be able to begin there.
   */
  walk(text: string, start: number, hits: Hits, company: Hits): void {
    const { cells, wordClasses } = this.#automaton;
    const classOf = this.#classOf;
    const length = text.length;
    this.#start = start;
    this.#passed = 0;
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
      // Most of the time goes here. Nothing is called, so that V8 keeps all of it in registers.
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
      const unit = at < length ? text.charCodeAt(at) : -1;
      let c: number = this.#classOfUnit(unit);
      let next = at + 1;
      const isSeveral = c === Special.Several;
      if (c > limit) {
        if (fresh && (value & TERMINAL) !== 0) {
          const item = ~((cells[value >> 1] ?? 0) >> CLASS_BITS);
          this.#accept(item, text, at, hits, company);
        }
        if (unit === SPACE && this.#isWordAt(text, next)) c = this.#gapClass;
        else if (c >= Special.DeadWord) {
          if (c <= Special.Dead) return;
          if (isSeveral) {
            const classes = this.#classesAt(text, at);
            next = this.#next | 0;
            for (let i = 0; i < classes.length - 1; i++) {
              const cell = cells[(value >> 1) + (classes[i] ?? 0)] ?? 0;
              if ((cell & CLASS_MASK) !== classes[i]) return;
              value = cell >> CLASS_BITS;
              if (value < 0) {
                this.#walkTail(~value, classes.slice(i + 1), text, next, hits, company);
                return;
              }
            }
            c = classes.at(-1) ?? Special.Dead;
          } else {
            c = this.#classBehind(text, at, unit, c);
            next = this.#next | 0;
          }
          if (c === Special.Skipped) {
            fresh = this.#fresh;
            at = next;
            continue;
          }
          if (c >= Special.DeadWord) return;
        }
      }
      const cell = cells[(value >> 1) + c] ?? 0;
      if ((cell & CLASS_MASK) !== c) return;
      value = cell >> CLASS_BITS;
      const isEnd = value & TERMINAL;
      const mayBeSign = c > wordClasses || isSeveral;
      limit = mayBeSign && isEnd !== 0 ? 0 : wordClasses - ENDING_CLASSES * isEnd;
      at = next;
      fresh = true;
    }
    this.#walkTail(~value, NONE, text, at, hits, company);
  }

  /** Goes on where only one label is left, whose letters must all be there. */
  #walkTail(
    item: number,
    before: readonly number[],
    text: string,
    from: number,
    hits: Hits,
    company: Hits,
  ): void {
    const { tails, items } = this.#automaton;
    const classOf = this.#classOf;
    let tail = items[2 * item + 1] ?? 0;
    for (const c of before) if (tails[tail++] !== c) return;
    const length = text.length;
    let at = from | 0;
    let fresh = true;
    for (;;) {
      while (at < length && classOf[text.charCodeAt(at)] === tails[tail]) {
        tail++;
        fresh = true;
        at++;
      }
      const unit = at < length ? text.charCodeAt(at) : -1;
      let c: number = this.#classOfUnit(unit);
      let next = at + 1;
      if (tails[tail] === 0 && fresh) this.#accept(item, text, at, hits, company);
      if (unit === SPACE && this.#isWordAt(text, next)) c = this.#gapClass;
      else if (c >= Special.DeadWord) {
        if (c <= Special.Dead) return;
        if (c === Special.Several) {
          const classes = this.#classesAt(text, at);
          next = this.#next | 0;
          for (let i = 0; i < classes.length - 1; i++) {
            if (tails[tail++] !== classes[i]) return;
          }
          c = classes.at(-1) ?? Special.Dead;
        } else {
          c = this.#classBehind(text, at, unit, c);
          next = this.#next | 0;
        }
        if (c === Special.Skipped) {
          fresh = this.#fresh;
          at = next;
          continue;
        }
      }
      if (tails[tail++] !== c) return;
      at = next;
      fresh = true;
    }
  }

  #classOfSymbol(symbol: number): number {
    const [c = Special.Dead, second] = this.#classesOfSymbol.get(symbol) ?? NO_CLASS;
    return second === undefined ? c : Special.Several;
  }

  /** The classes of a character that has several, or is a surrogate pair. Sets `#next`. */
  #classesAt(text: string, at: number): number[] {
    const code = text.codePointAt(at) ?? 0;
    this.#next = at + unitsOf(code);
    return foldCodePoint(code).flatMap((symbol) => this.#classesOfSymbol.get(symbol) ?? NO_CLASS);
  }

  /**
   * The class to go on with at a gap, a full stop or something that may be skipped. Sets `#next` to where the text
   * goes on; if the class is `Skipped`, nothing of a key stands here, and `#fresh` says whether a key may end.
   */
  #classBehind(text: string, at: number, unit: number, special: number): number {
    this.#next = at + 1;
    if (special === Special.Gap) return this.#gapAt(text, at, unit);
    if (special === Special.Skipped) {
      if (isLetterMaking(unit, symbolBefore(text, at, this.#start))) {
        return this.#classOfSymbol(unit);
      }
      this.#fresh = false;
      return Special.Skipped;
    }
    if (!isLetterBefore(text, at, this.#start)) return this.#dotClass;
    this.#passed |= Passed.Dot;
    this.#fresh = true;
    return Special.Skipped;
  }

  /** Whether a unit that is known as part of a word stands at an offset, so that a space before it is a gap. */
  #isWordAt(text: string, offset: number): boolean {
    const c = offset < text.length ? this.#classOf[text.charCodeAt(offset)] : Special.Dead;
    return c !== undefined && (c <= this.#automaton.wordClasses || c === Special.DeadWord);
  }

  #gapAt(text: string, at: number, unit: number): number {
    const { gap, end } = gapAt(text, at);
    if (gap === 0) return Special.Dead;
    if (gap === Gap.None) {
      if (end === at) return this.#classOfSymbol(unit);
      this.#next = end;
      this.#fresh = false;
      return Special.Skipped;
    }
    if (gap === Gap.SpacedDash) this.#passed |= Passed.SpacedDash;
    this.#next = end;
    return this.#gapClass;
  }

  /** The class of a unit, or what is special about it; of -1, which stands behind the text, that nothing goes on. */
  #classOfUnit(unit: number): number {
    if (unit < 0) return Special.Dead;
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
    const c = this.#classOfSymbol(symbols[0] ?? 0);
    return c === Special.Dead && isBindingKind(kind) ? Special.DeadWord : c;
  }

  /** Notes the labels whose key ends at `end`, those that a second look confirms. */
  #accept(item: number, text: string, end: number, hits: Hits, company: Hits): void {
    const { items } = this.#automaton;
    const start = this.#start;
    const passed = this.#passed;
    for (let i = item; ; i++) {
      const flags = items[2 * i] ?? ItemFlag.Last;
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

/** Whether a code unit is a letter of ASCII. */
function isPlainLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** The unit at an offset; behind the text a space. */
function unitAt(text: string, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : SPACE;
}

/**
 * The length of the plural ending that stands at `at`, where a word goes on with a letter of ASCII.
 *
 * @param flags Those of the item, which say what endings it takes.
 * @returns 0 if the word goes on otherwise, -1 if only a closer look can tell.
 */
function lengthOfPlainEnding(text: string, at: number, flags: number): number {
  const isE = (text.charCodeAt(at) | 0x20) === 0x65;
  const next = unitAt(text, at + 1);
  const isEs = isE && (next | 0x20) === 0x73;
  const behind = isEs ? unitAt(text, at + 2) : next;
  if (isPlainLetter(behind)) return 0;
  if (!isPlainBreak(behind)) return -1;
  if (isEs) return (flags & ItemFlag.Es) !== 0 ? 2 : 0;
  const isS = (text.charCodeAt(at) | 0x20) === 0x73;
  return isS && (flags & ItemFlag.S) !== 0 ? 1 : 0;
}

/** Whether a code unit ends a word beyond doubt and begins no ending. */
function isPlainBreak(unit: number): boolean {
  if (unit < 0x30) return unit !== 0x27;
  if (unit < 0x41) return unit > 0x39;
  return (unit > 0x5a && unit < 0x5f) || (unit > 0x7a && unit < 0x80);
}

/** The folded symbol of the letter before `offset`, accents between the two skipped. */
function symbolBefore(text: string, offset: number, start: number): number {
  let at = offset;
  while (at > start) {
    const code = codePointBefore(text, at);
    if (!isSkippedKind(kindOf(code))) return foldCodePoint(code).at(-1) ?? 0;
    at -= unitsOf(code);
  }
  return 0;
}

/** Whether a letter stands before the full stops before `offset`, not before `start`. */
function isLetterBefore(text: string, offset: number, start: number): boolean {
  let at = offset;
  let code = codePointBefore(text, at);
  while (code !== -1 && (isSkippedKind(kindOf(code)) || kindOf(code) === CharKind.Dot)) {
    at -= unitsOf(code);
    code = codePointBefore(text, at);
  }
  return at > start && code !== -1 && kindOf(code) === CharKind.Letter;
}
