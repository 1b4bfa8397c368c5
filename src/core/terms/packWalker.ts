import {
  CharKind,
  codePointBefore,
  isBindingKind,
  isSkippedKind,
  kindOf,
  unitsOf,
} from './characters';
import { ROOT } from './doubleArray';
import { foldCodePoint, isLetterMaking } from './foldText';
import { matchEnding, type Ending } from './inflection';
import { matchForm, type LabelForm } from './labelForms';
import { DOT_SYMBOL, GAP_SYMBOL } from './labelKeys';
import { endOfAccents, isBoundaryAfter } from './labelPattern';
import { Gap, gapAt } from './separators';
import { ItemFlag, type TermAutomaton, type TermPack } from './termPack';

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
  /** Folds to several symbols, or is half of a surrogate pair. */
  Several: 0xfff5,
} as const;

/** What a walk has passed that not every label allows. */
const Passed = { Dot: 1, SpacedDash: 2 } as const;

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
  /** The class of each code unit, or what is special about it; 0 until it is asked for. */
  readonly #classOf = new Uint16Array(0x10000);
  readonly #classOfSymbol = new Map<number, number>();
  readonly #gapClass: number;
  readonly #dotClass: number;
  readonly #sClass: number;
  readonly #eClass: number;

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
    automaton.symbols.forEach((symbol, index) => this.#classOfSymbol.set(symbol, index + 1));
    const classOf = (symbol: number) => this.#classOfSymbol.get(symbol) ?? Special.Dead;
    this.#gapClass = classOf(GAP_SYMBOL);
    this.#dotClass = classOf(DOT_SYMBOL);
    this.#sClass = classOf(0x73);
    this.#eClass = classOf(0x65);
  }

  /**
   * Adds to `hits` the labels that stand at `start`, conditions left aside, and to `company` the words that conditions
   * ask for. A word must be able to begin there.
   */
  walk(text: string, start: number, hits: Hits, company: Hits): void {
    const { cells, tails, tailStarts, wordClasses } = this.#automaton;
    const classOf = this.#classOf;
    const sClass = this.#sClass;
    const eClass = this.#eClass;
    const length = text.length;
    let node = ROOT;
    let base = cells[2 * ROOT] ?? 0;
    let item = -1;
    let tail = -1;
    let tailEnd = -1;
    let at = start;
    let passed = 0;
    /** Whether a key may have ended at `at`: not behind characters that were skipped. */
    let fresh = false;
    /** Whether the last symbol was no part of a word, so that a word may follow at once. */
    let open = false;
    for (;;) {
      const unit = at < length ? text.charCodeAt(at) : -1;
      let c: number = unit < 0 ? Special.Dead : (classOf[unit] ?? 0) || this.#resolve(unit);
      let next = at + 1;
      if (c > wordClasses || open || c === sClass || c === eClass) {
        if (fresh) {
          if (tail >= 0) {
            if (tail === tailEnd) this.#accept(item, text, start, at, passed, hits, company);
          } else if (cells[2 * base + 1] === node) {
            this.#accept(~(cells[2 * base] ?? 0), text, start, at, passed, hits, company);
          }
        }
        if (c >= Special.DeadWord) {
          if (c <= Special.Dead) return;
          if (c === Special.Gap) {
            const after =
              unit === SPACE && next < length ? (classOf[text.charCodeAt(next)] ?? 0) : 0;
            if (after !== 0 && (after <= wordClasses || after === Special.DeadWord)) {
              c = this.#gapClass;
            } else {
              const { gap, end } = gapAt(text, at);
              if (gap === 0) return;
              if (gap === Gap.None) {
                if (end !== at) {
                  at = end;
                  fresh = false;
                  continue;
                }
                c = this.#classOfSymbol.get(unit) ?? Special.Dead;
              } else {
                if (gap === Gap.SpacedDash) passed |= Passed.SpacedDash;
                c = this.#gapClass;
                next = end;
              }
            }
          } else if (c === Special.Skipped) {
            if (!isLetterMaking(unit, symbolBefore(text, at, start))) {
              at++;
              fresh = false;
              continue;
            }
            c = this.#classOfSymbol.get(unit) ?? Special.Dead;
          } else if (c === Special.Dot) {
            if (isLetterBefore(text, at, start)) {
              passed |= Passed.Dot;
              at++;
              fresh = true;
              continue;
            }
            c = this.#dotClass;
          } else {
            const code = text.codePointAt(at) ?? 0;
            const symbols = foldCodePoint(code);
            next = at + unitsOf(code);
            // All symbols but the last are walked here, the last one below.
            for (let i = 0; i < symbols.length - 1; i++) {
              const first = this.#classOfSymbol.get(symbols[i] ?? 0) ?? Special.Dead;
              if (tail < 0) {
                if (first >= Special.DeadWord || cells[2 * (base + first) + 1] !== node) return;
                node = base + first;
                base = cells[2 * node] ?? 0;
                if (base < 0) {
                  item = ~base;
                  tail = tailStarts[item] ?? 0;
                  tailEnd = tailStarts[item + 1] ?? 0;
                }
              } else if (tail === tailEnd || tails[tail++] !== first) return;
            }
            c = this.#classOfSymbol.get(symbols.at(-1) ?? 0) ?? Special.Dead;
          }
          if (c >= Special.DeadWord) return;
        }
      }
      if (tail < 0) {
        const child = base + c;
        if (cells[2 * child + 1] !== node) return;
        node = child;
        base = cells[2 * child] ?? 0;
        if (base < 0) {
          item = ~base;
          tail = tailStarts[item] ?? 0;
          tailEnd = tailStarts[item + 1] ?? 0;
        }
      } else if (tail === tailEnd || tails[tail++] !== c) return;
      open = c > wordClasses;
      at = next;
      fresh = true;
    }
  }

  #resolve(unit: number): number {
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
    const known = this.#classOfSymbol.get(symbols[0] ?? 0);
    if (known !== undefined) return known;
    return isBindingKind(kind) ? Special.DeadWord : Special.Dead;
  }

  /** Notes the labels whose key ends at `end`, those that a second look confirms. */
  #accept(
    item: number,
    text: string,
    start: number,
    end: number,
    passed: number,
    hits: Hits,
    company: Hits,
  ): void {
    const { itemFlags, itemLabels } = this.#automaton;
    for (let i = item; ; i++) {
      const flags = itemFlags[i] ?? ItemFlag.Last;
      const label = itemLabels[i] ?? 0;
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
    const unit = at < text.length ? text.charCodeAt(at) : SPACE;
    if (isPlainBreak(unit)) {
      hits.add(at, label, this.#pack, traits);
      return;
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

/** Whether a code unit ends a word beyond doubt and begins no ending. */
function isPlainBreak(unit: number): boolean {
  if (unit < 0x30) return unit !== 0x27;
  if (unit < 0x41) return unit > 0x39;
  return (unit > 0x5a && unit < 0x60) || (unit > 0x7a && unit < 0x80);
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
