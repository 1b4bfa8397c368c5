import type { Label } from '../packs/pack';
import { leafSize, MOST_LEAVES, type Keys } from './doubleArray';
import { buildDoubleArray } from './doubleArrayBuilder';
import { foldCodePoint } from './foldText';
import { inflect, type Ending, type InflectionRules } from './inflection';
import { formsOf } from './labelForms';
import { keysOf } from './labelKeys';
import { LONGEST_LABEL } from './labelPattern';
import { longer } from './longer';
import { isPlain } from './plainLabel';
import { LONGEST_BEGINNING, StartWriter } from './startWriter';
import { inSteps, type Steps } from './steps';
import { classesOf, MOST_CLASSES } from './symbolClasses';
import { SymbolNumbers } from './symbolNumbers';
import { rankSymbols } from './symbolRanks';
import { ItemFlag, type CompanyWord, type TermAutomaton } from './termPack';

/** How much there is to write: arrays that must grow are copied, which takes long. */
export interface Size {
  readonly labels: number;
  /** UTF-16 code units of all labels. */
  readonly letters: number;
}

export interface BuiltAutomaton {
  readonly automaton: TermAutomaton;
  /** The numbers of labels of which not all keys are in it. */
  readonly dropped: ReadonlySet<number>;
}

const endingFlags: Record<Ending, number> = {
  s: ItemFlag.S,
  es: ItemFlag.Es,
  '’s': ItemFlag.Possessive,
};

/** Keys that an English label has, on average and with a margin. */
const USUAL_FORMS = 1.25;
/** Keys, and symbols of keys, for which there is room from the start. */
const FEWEST = 1024;
/** The most symbols that one character folds to. */
const LONGEST_FOLD = 4;
/** With more symbols than a byte can number, less the 0, a symbol takes two. */
const MOST_IN_A_BYTE = 255;
const LABELS_A_STEP = 64;
const NONE: readonly number[] = [];

/** Collects the keys of labels, and makes an automaton of them. */
export class KeyWriter {
  readonly #rules: InflectionRules;
  readonly #symbols = new SymbolNumbers();
  /** The numbers of the symbols of all keys. */
  #pool: Uint8Array | Uint16Array;
  #end = 0;
  #starts: Uint32Array;
  /** For each key, the number of its label and flags. */
  #items: Int32Array;
  #count = 0;
  readonly #beginnings = new StartWriter();
  /** The first symbols of the key that is being added. */
  readonly #beginning = new Uint32Array(LONGEST_BEGINNING);
  #longest = 0;
  #longestCompany = 0;
  readonly #dropped = new Set<number>();
  /** Whether the key that is being added has a symbol without a number. */
  #isUnwritable = false;

  constructor(rules: InflectionRules, { labels, letters }: Size) {
    this.#rules = rules;
    this.#pool = new Uint8Array(Math.ceil(letters * USUAL_FORMS) + FEWEST);
    const keys = Math.ceil(labels * USUAL_FORMS) + FEWEST;
    this.#starts = new Uint32Array(keys);
    this.#items = new Int32Array(keys);
  }

  /** Adds a label under all its keys. */
  add(label: Label, index: number): void {
    if (label.condition?.case === undefined && isPlain(label.text)) this.#addPlain(label, index);
    else this.#addAny(label, index, false);
  }

  /** Adds a word that a condition asks for, in which case never counts. */
  addCompany({ text, lang }: CompanyWord, index: number): void {
    if (text.length > LONGEST_LABEL) return;
    const longest = this.#longest;
    this.#longest = 0;
    const label: Label = { text, lang, kind: 'hidden' };
    if (isPlain(text)) this.#addPlain(label, index);
    else this.#addAny(label, index, true);
    this.#longestCompany = Math.max(this.#longestCompany, this.#longest);
    this.#longest = longest;
  }

  /** Of a plain label the letters are the key, and of its forms too. */
  #addPlain(label: Label, index: number): void {
    const { forms, endings, formEndings } = inflect(label, this.#rules);
    const flags = ItemFlag.Simple | (label.condition === undefined ? 0 : ItemFlag.Condition);
    this.#addText(label.text, index, flags, endings);
    for (const form of forms) this.#addText(form, index, flags | ItemFlag.Inflected, formEndings);
  }

  #addText(text: string, index: number, flags: number, endings: readonly Ending[]): void {
    const start = this.#begin(LONGEST_FOLD * text.length);
    const symbols = this.#symbols;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const number = symbols.ofUnit(unit);
      if (number > 0) this.#pool[this.#end++] = number;
      else for (const symbol of foldCodePoint(unit)) this.#write(symbol);
    }
    this.#add(start, index, flags, endings, NONE);
  }

  #addAny(label: Label, index: number, ignoreCase: boolean): void {
    for (const form of formsOf(label, this.#rules, ignoreCase)) {
      const keys = keysOf(form.pattern);
      const simple =
        label.condition?.case === undefined &&
        keys.every(({ dotsAfter }) => dotsAfter.length === 0) &&
        !form.pattern.capitals.includes(true);
      const flags =
        (simple ? ItemFlag.Simple : 0) |
        (form.pattern.capitals[0] === true ? ItemFlag.CapitalFirst : 0) |
        (form.inflected ? ItemFlag.Inflected : 0) |
        (label.condition === undefined ? 0 : ItemFlag.Condition);
      for (const { symbols, dotsAfter } of keys) {
        if (symbols.length === 0) continue;
        const start = this.#begin(symbols.length);
        for (const symbol of symbols) this.#write(symbol);
        this.#add(start, index, flags, form.endings, dotsAfter);
      }
    }
  }

  #begin(length: number): number {
    if (this.#end + length > this.#pool.length) {
      this.#pool = longer(this.#pool, 2 * this.#pool.length + length);
    }
    return this.#end;
  }

  #write(symbol: number): void {
    const number = this.#symbols.of(symbol);
    if (number === 0) this.#isUnwritable = true;
    if (number > MOST_IN_A_BYTE && this.#pool instanceof Uint8Array)
      this.#pool = Uint16Array.from(this.#pool);
    this.#pool[this.#end++] = number;
  }

  /** Adds the key that was written from `start` on. */
  #add(
    start: number,
    index: number,
    flags: number,
    endings: readonly Ending[],
    dotsAfter: readonly number[],
  ): void {
    const length = this.#end - start;
    if (this.#isUnwritable) {
      this.#isUnwritable = false;
      this.#dropped.add(index);
      this.#end = start;
      return;
    }
    const key = this.#count++;
    if (key + 2 > this.#starts.length) {
      this.#starts = longer(this.#starts, 2 * this.#starts.length);
      this.#items = longer(this.#items, this.#starts.length);
    }
    this.#starts[key] = start;
    this.#starts[key + 1] = this.#end;
    let item = (index << 8) | flags;
    for (const ending of endings) item |= endingFlags[ending];
    this.#items[key] = item;
    this.#longest = Math.max(this.#longest, length + 2);
    const shown = Math.min(length, LONGEST_BEGINNING);
    for (let i = 0; i < shown; i++) {
      this.#beginning[i] = this.#symbols.symbolOf(this.#pool[start + i] ?? 0);
    }
    this.#beginnings.add(this.#beginning, shown, dotsAfter, endings);
  }

  /**
   * @param signature Equal for labels that match alike: of those with the same key only the first need be kept.
   */
  *finish(signature: (label: number) => string): Steps<BuiltAutomaton> {
    const { symbols, wordClasses, rankOf } = rankSymbols(
      (number) => this.#symbols.symbolOf(number),
      yield* this.#counts(),
    );
    const inClasses = yield* this.#keysInClasses(rankOf);
    const keys: Keys = {
      ...inClasses,
      count: yield* this.#countWithRoom(inClasses.starts),
      items: this.#items,
      distinct: (equal) => this.#distinct(equal, signature),
    };
    const { cells, leaves, dropped } = yield* buildDoubleArray(keys);
    for (const key of dropped) this.#dropped.add((this.#items[key] ?? 0) >>> 8);
    const automaton: TermAutomaton = {
      cells,
      leaves,
      symbols,
      wordClasses,
      ...this.#beginnings.starts,
      longest: this.#longest,
      longestCompany: this.#longestCompany,
    };
    return { automaton, dropped: this.#dropped };
  }

  /** How often each symbol, by its number, stands in keys. */
  *#counts(): Steps<Uint32Array> {
    const counts = new Uint32Array(this.#symbols.count + 1);
    yield* inSteps(this.#end, (from, to) => {
      for (let at = from; at < to; at++) {
        const number = this.#pool[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    });
    return counts;
  }

  /** How many of the keys, from the first, have room for their leaves. The labels of the others are noted. */
  *#countWithRoom(starts: Uint32Array): Steps<number> {
    let leaves = 0;
    let count = this.#count;
    yield* inSteps(this.#count, (from, to) => {
      for (let key = from; key < to; key++) {
        leaves += leafSize((starts[key + 1] ?? 0) - (starts[key] ?? 0));
        if (leaves <= MOST_LEAVES) continue;
        count = Math.min(count, key);
        this.#dropped.add((this.#items[key] ?? 0) >>> 8);
      }
    });
    return count;
  }

  /** The keys in classes instead of symbols' numbers; where the two are as long, in the same memory. */
  *#keysInClasses(rankOf: Uint16Array): Steps<Pick<Keys, 'pool' | 'starts'>> {
    const symbolCount = rankOf.length - 1;
    const pool = this.#pool;
    if (symbolCount > MOST_CLASSES || pool instanceof Uint16Array) {
      return yield* this.#keysWithRareSymbols(rankOf);
    }
    yield* inSteps(this.#end, (from, to) => {
      for (let at = from; at < to; at++) pool[at] = (rankOf[pool[at] ?? 0] ?? 0) + 1;
    });
    return { pool, starts: this.#starts };
  }

  *#keysWithRareSymbols(rankOf: Uint16Array): Steps<Pick<Keys, 'pool' | 'starts'>> {
    const classes = Array.from(rankOf, (rank) => classesOf(rank, rankOf.length - 1));
    const starts = new Uint32Array(this.#count + 1);
    const old = this.#starts;
    const classesAt = (at: number) => classes[this.#pool[at] ?? 0] ?? [];
    yield* inSteps(this.#count, (from, to) => {
      for (let key = from; key < to; key++) {
        let length = 0;
        for (let at = old[key] ?? 0; at < (old[key + 1] ?? 0); at++) length += classesAt(at).length;
        starts[key + 1] = (starts[key] ?? 0) + length;
      }
    });
    const pool = new Uint8Array(starts[this.#count] ?? 0);
    let end = 0;
    yield* inSteps(this.#end, (from, to) => {
      for (let at = from; at < to; at++) for (const c of classesAt(at)) pool[end++] = c;
    });
    return { pool, starts };
  }

  *#distinct(equal: Uint32Array, signature: (label: number) => string): Steps<readonly number[]> {
    const kept = new Map<string, number>();
    for (let i = 0; i < equal.length; i++) {
      const key = equal[i] ?? 0;
      const item = this.#items[key] ?? 0;
      const name = `${String(item & 0xff)} ${signature(item >>> 8)}`;
      if (!kept.has(name)) kept.set(name, key);
      if (i % LABELS_A_STEP === LABELS_A_STEP - 1) yield;
    }
    return [...kept.values()];
  }
}
