import type { Label } from '../packs/pack';
import { buildDoubleArray, type Keys } from './doubleArray';
import { foldCodePoint } from './foldText';
import { allInflections, inflect, type Ending, type InflectionRules } from './inflection';
import { GAP_SYMBOL, isWordSymbol, keysOf } from './labelKeys';
import { formsOf, whyUnusable } from './labelForms';
import { isPlain } from './plainLabel';
import { isMark } from './startCodes';
import { LONGEST_BEGINNING, StartWriter } from './startWriter';
import { inSteps, runToEnd, type Steps } from './steps';
import { classesOf, MOST_CLASSES, singleClasses } from './symbolClasses';
import type { LabelledEntry, UnusableLabel } from './termIndex';
import {
  companyWordsOf,
  ItemFlag,
  labelAt,
  labelNumbersOf,
  type CompanyWord,
  type TermAutomaton,
  type TermPack,
} from './termPack';

export interface BuiltTermPack {
  readonly pack: TermPack;
  readonly unusable: readonly UnusableLabel[];
}

/** Work that is done a little at a time. */
export interface SlicedWork<Result> {
  /**
   * Works on.
   *
   * @param milliseconds How long at most; a single step is much shorter than a millisecond.
   * @returns The result once it is there.
   */
  step(milliseconds: number): Result | undefined;
}

/**
 * Builds the index of one pack in slices.
 *
 * @param now A clock in milliseconds, such as `performance.now`.
 */
export function termPackBuilder(
  entries: readonly LabelledEntry[],
  now: () => number,
  rules: InflectionRules = allInflections,
): SlicedWork<BuiltTermPack> {
  const steps = buildInSteps(entries, rules);
  let built: BuiltTermPack | undefined;
  return {
    step(milliseconds) {
      const end = now() + milliseconds;
      while (built === undefined) {
        const step = steps.next();
        if (step.done === true) built = step.value;
        else if (now() >= end) break;
      }
      return built;
    },
  };
}

/** Builds the index of one pack at once. */
export function buildTermPack(
  entries: readonly LabelledEntry[],
  rules: InflectionRules = allInflections,
): BuiltTermPack {
  return runToEnd(buildInSteps(entries, rules));
}

const LABELS_A_STEP = 64;

function* buildInSteps(
  entries: readonly LabelledEntry[],
  rules: InflectionRules,
): Steps<BuiltTermPack> {
  const unusable: UnusableLabel[] = [];
  const writer = new KeyWriter(rules, yield* sizeOf(entries));
  let index = 0;
  for (const { id: entryId, labels } of entries) {
    for (const label of labels) {
      const message = isPlain(label.text) ? undefined : whyUnusable(label);
      if (message === undefined) writer.add(label, index);
      else unusable.push({ entryId, label, message });
      if (++index % LABELS_A_STEP === 0) yield;
    }
  }
  const labelCount = index;
  const companyWords = yield* companyWordsOf(entries);
  for (const word of companyWords) {
    writer.addCompany(word, index);
    if (++index % LABELS_A_STEP === 0) yield;
  }
  const numbers = yield* labelNumbersOf(entries);
  const signature = (number: number) => {
    if (number >= labelCount) return String(number);
    const { label } = labelAt({ entries, ...numbers }, number);
    const condition = label.condition === undefined ? '' : JSON.stringify(label.condition);
    return `${label.kind} ${label.lang} ${condition} ${label.text}`;
  };
  const { automaton, dropped } = yield* writer.finish(signature);
  for (const number of dropped) {
    if (number >= labelCount) continue;
    const { entryId, label } = labelAt({ entries, ...numbers }, number);
    unusable.push({ entryId, label, message: NO_ROOM });
  }
  return {
    pack: { entries, rules, labelCount, automaton, companyWords, ...numbers },
    unusable,
  };
}

interface Size {
  readonly labels: number;
  readonly letters: number;
}

/** How much there is to write, about: arrays that must grow are copied, which takes long. */
function* sizeOf(entries: readonly LabelledEntry[]): Steps<Size> {
  let count = 0;
  let letters = 0;
  yield* inSteps(entries.length, (from, to) => {
    for (let i = from; i < to; i++) {
      for (const { text } of entries[i]?.labels ?? []) {
        letters += text.length;
        count++;
      }
    }
  });
  return { labels: count, letters };
}

const NO_ROOM =
  'There are so many labels in this pack that not all forms of this one can be found; divide the pack.';

interface BuiltAutomaton {
  readonly automaton: TermAutomaton;
  /** The numbers of labels of which not all keys are in it. */
  readonly dropped: ReadonlySet<number>;
}

/** The letters of `ENDING_CLASSES`. */
const ENDING_LETTERS: ReadonlySet<number> = new Set([0x65, 0x73]);

const endingFlags: Record<Ending, number> = {
  s: ItemFlag.S,
  es: ItemFlag.Es,
  '’s': ItemFlag.Possessive,
};

/** Keys that an English label has, on average and with a margin. */
const USUAL_FORMS = 1.4;
const FEWEST = 1024;
/** The most symbols that one character folds to. */
const MOST_SYMBOLS = 4;
const NONE: readonly number[] = [];

/** Collects the keys of labels, and makes an automaton of them. */
class KeyWriter {
  readonly #rules: InflectionRules;
  readonly #ids = new Map<number, number>();
  readonly #asciiIds = new Uint16Array(128);
  readonly #symbols: number[] = [];
  readonly #counts: number[] = [];
  #pool: Uint16Array;
  #poolLength = 0;
  #starts: Uint32Array;
  #labels: Uint32Array;
  #flags: Uint8Array;
  #count = 0;
  readonly #beginnings = new StartWriter();
  /** The first symbols of the key that is being added. */
  readonly #beginning = new Uint32Array(LONGEST_BEGINNING);
  #longest = 0;
  #longestCompany = 0;

  constructor(rules: InflectionRules, { labels, letters }: Size) {
    this.#rules = rules;
    this.#pool = new Uint16Array(Math.ceil(letters * USUAL_FORMS) + FEWEST);
    const keys = Math.ceil(labels * USUAL_FORMS) + FEWEST;
    this.#starts = new Uint32Array(keys);
    this.#labels = new Uint32Array(keys);
    this.#flags = new Uint8Array(keys);
    this.#id(GAP_SYMBOL);
  }

  /** Adds a label under all its keys. */
  add(label: Label, index: number): void {
    if (label.condition?.case === undefined && isPlain(label.text)) this.#addPlain(label, index);
    else this.#addAny(label, index);
  }

  /** Adds a word that a condition asks for, in which case never counts. */
  addCompany({ text, lang }: CompanyWord, index: number): void {
    const longest = this.#longest;
    this.#longest = 0;
    const label: Label = { text, lang, kind: 'hidden' };
    if (isPlain(text)) this.#addPlain(label, index);
    else this.#addAny(label, index, 0, true);
    this.#longestCompany = Math.max(this.#longestCompany, this.#longest);
    this.#longest = longest;
  }

  /** Of a plain label the letters are the key. */
  #addPlain(label: Label, index: number): void {
    const { forms, endings, formEndings } = inflect(label, this.#rules);
    const flags = ItemFlag.Simple | (label.condition === undefined ? 0 : ItemFlag.Condition);
    this.#addText(label.text, index, flags, endings);
    for (const form of forms) {
      if (!isPlain(form))
        this.#addAny({ ...label, text: form, lang: '' }, index, ItemFlag.Inflected);
      else this.#addText(form, index, flags | ItemFlag.Inflected, formEndings);
    }
  }

  #addText(text: string, index: number, flags: number, endings: readonly Ending[]): void {
    const start = this.#begin(MOST_SYMBOLS * text.length);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) this.#write(unit === GAP_SYMBOL ? unit : unit | 0x20);
      else for (const symbol of foldCodePoint(unit)) this.#write(symbol);
    }
    this.#end(start, index, flags, endings, NONE);
  }

  #addAny(label: Label, index: number, extra = 0, ignoreCase = false): void {
    for (const form of formsOf(label, this.#rules, ignoreCase)) {
      const { keys, dotsAfter } = keysOf(form.pattern);
      const simple =
        label.condition?.case === undefined &&
        dotsAfter.length === 0 &&
        !form.pattern.capitals.includes(true);
      const flags =
        extra |
        (simple ? ItemFlag.Simple : 0) |
        (form.pattern.capitals[0] === true ? ItemFlag.CapitalFirst : 0) |
        (form.inflected ? ItemFlag.Inflected : 0) |
        (label.condition === undefined ? 0 : ItemFlag.Condition);
      for (const key of keys) {
        if (key.length === 0) continue;
        const start = this.#begin(key.length);
        for (const symbol of key) this.#write(symbol);
        this.#end(start, index, flags, form.endings, dotsAfter);
      }
    }
  }

  #begin(length: number): number {
    if (this.#poolLength + length > this.#pool.length) {
      const pool = new Uint16Array(2 * this.#pool.length + length);
      pool.set(this.#pool);
      this.#pool = pool;
    }
    return this.#poolLength;
  }

  #write(symbol: number): void {
    const id = this.#id(symbol);
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
    this.#pool[this.#poolLength++] = id;
  }

  /** The number of a symbol in the order in which symbols appear. */
  #id(symbol: number): number {
    const known = symbol < 128 ? (this.#asciiIds[symbol] ?? 0) - 1 : (this.#ids.get(symbol) ?? -1);
    if (known >= 0) return known;
    const id = this.#symbols.push(symbol) - 1;
    this.#counts.push(0);
    if (symbol < 128) this.#asciiIds[symbol] = id + 1;
    else this.#ids.set(symbol, id);
    return id;
  }

  #end(
    start: number,
    index: number,
    flags: number,
    endings: readonly Ending[],
    dotsAfter: readonly number[],
  ): void {
    const number = this.#count++;
    if (number + 2 > this.#starts.length) this.#growKeys();
    this.#starts[number] = start;
    this.#starts[number + 1] = this.#poolLength;
    this.#labels[number] = index;
    let all = flags;
    for (const ending of endings) all |= endingFlags[ending];
    this.#flags[number] = all;
    this.#longest = Math.max(this.#longest, this.#poolLength - start + 2);
    const length = Math.min(this.#poolLength - start, LONGEST_BEGINNING);
    for (let i = 0; i < length; i++) {
      this.#beginning[i] = this.#symbols[this.#pool[start + i] ?? 0] ?? 0;
    }
    this.#beginnings.add(this.#beginning, length, dotsAfter, endings);
  }

  #growKeys(): void {
    const size = 2 * this.#starts.length;
    const starts = new Uint32Array(size);
    starts.set(this.#starts);
    const labels = new Uint32Array(size);
    labels.set(this.#labels);
    const flags = new Uint8Array(size);
    flags.set(this.#flags);
    this.#starts = starts;
    this.#labels = labels;
    this.#flags = flags;
  }

  /**
   * @param signature Equal for labels that match alike: of those with the same key only the first need be kept.
   */
  *finish(signature: (label: number) => string): Steps<BuiltAutomaton> {
    const { symbols, wordClasses, rankOfId } = this.#rankSymbols();
    const keys = yield* this.#keysInClasses(rankOfId);
    const { cells, tailStarts, tails, order, repeats, dropped } = yield* buildDoubleArray(keys);
    const items = new Int32Array(2 * order.length);
    for (let from = 0; from < order.length;) {
      let to = from + 1;
      while (to < order.length && repeats[to] === 1) to++;
      items[2 * from + 1] = tailStarts[from] ?? 0;
      if (to - from === 1) items[2 * from] = this.#itemOf(order[from] ?? 0) | ItemFlag.Last;
      else yield* this.#fillGroup(from, order.subarray(from, to), items, signature);
      if (from % LABELS_A_STEP === 0) yield;
      from = to;
    }
    const automaton: TermAutomaton = {
      cells,
      items,
      tails,
      symbols,
      wordClasses,
      ...this.#beginnings.starts,
      longest: this.#longest,
      longestCompany: this.#longestCompany,
    };
    return { automaton, dropped: new Set(dropped.map((key) => this.#labels[key] ?? 0)) };
  }

  /** The keys in classes instead of symbols' numbers. */
  *#keysInClasses(rankOfId: Uint16Array): Steps<Keys> {
    const classes = Array.from(rankOfId, (rank) => classesOf(rank, rankOfId.length));
    if (rankOfId.length > MOST_CLASSES) return yield* this.#keysWithRareSymbols(classes);
    const pool = new Uint8Array(this.#poolLength);
    yield* inSteps(this.#poolLength, (from, to) => {
      for (let at = from; at < to; at++) pool[at] = (rankOfId[this.#pool[at] ?? 0] ?? 0) + 1;
    });
    return { pool, starts: this.#starts, count: this.#count };
  }

  *#keysWithRareSymbols(classes: readonly (readonly number[])[]): Steps<Keys> {
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
    yield* inSteps(this.#poolLength, (from, to) => {
      for (let at = from; at < to; at++) for (const c of classesAt(at)) pool[end++] = c;
    });
    return { pool, starts, count: this.#count };
  }

  /** The number of a key's label and its flags in one. */
  #itemOf(key: number): number {
    return ((this.#labels[key] ?? 0) << 8) | (this.#flags[key] ?? 0);
  }

  /** Fills the items of one key, those that can win first; the others come behind the last that is looked at. */
  *#fillGroup(
    from: number,
    group: Uint32Array,
    items: Int32Array,
    signature: (label: number) => string,
  ): Steps<void> {
    const seen = new Set<string>();
    let kept = from;
    for (let i = 0; i < group.length; i++) {
      const key = group[i] ?? 0;
      const name = `${String(this.#flags[key])} ${signature(this.#labels[key] ?? 0)}`;
      if (!seen.has(name)) {
        seen.add(name);
        items[2 * kept++] = this.#itemOf(key);
      }
      if (i % LABELS_A_STEP === 0) yield;
    }
    items[2 * (kept - 1)] = (items[2 * (kept - 1)] ?? 0) | ItemFlag.Last;
  }

  /**
   * Ranks the symbols that have a class each: those of words first, of these the letters that begin endings last;
   * frequent ones first, so that their cells lie close together. Rare symbols come behind them.
   */
  #rankSymbols(): { symbols: Uint32Array; wordClasses: number; rankOfId: Uint16Array } {
    const isWord = this.#symbols.map(isWordSymbol);
    const count = (id: number) => this.#counts[id] ?? 0;
    // What stands alone in a text, a gap, a full stop, or a mark, is never rare.
    const isNeeded = (id: number) =>
      (this.#symbols[id] ?? 0) < 128 || isMark(this.#symbols[id] ?? 0);
    const byCount = this.#symbols.map((_, id) => id);
    byCount.sort(
      (a, b) => Number(isNeeded(b)) - Number(isNeeded(a)) || count(b) - count(a) || a - b,
    );
    const isSingle = new Set(byCount.slice(0, singleClasses(byCount.length)));
    const group = this.#symbols.map((symbol, id) => {
      if (!isSingle.has(id)) return 3;
      return isWord[id] !== true ? 2 : ENDING_LETTERS.has(symbol) ? 1 : 0;
    });
    const ids = this.#symbols.map((_, id) => id);
    ids.sort((a, b) => (group[a] ?? 0) - (group[b] ?? 0) || count(b) - count(a) || a - b);
    const rankOfId = new Uint16Array(ids.length);
    ids.forEach((id, rank) => (rankOfId[id] = rank));
    return {
      symbols: Uint32Array.from(ids, (id) => this.#symbols[id] ?? 0),
      wordClasses: group.filter((number) => number < 2).length,
      rankOfId,
    };
  }
}
