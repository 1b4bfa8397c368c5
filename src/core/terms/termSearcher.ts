import type { LabelKind } from '../packs/pack';
import { APOSTROPHE, SPACE, codePointBefore, isSkippedKind, kindOf, unitsOf } from './characters';
import { CompanyCounts } from './companyCounts';
import { CompanyList } from './companyList';
import { CompanyNumbers } from './companyNumbers';
import {
  ConditionChecker,
  lettersBack,
  type CompanyFinder,
  type Presence,
} from './conditionChecker';
import { formsOf, type LabelForm } from './labelForms';
import { isBoundaryBefore } from './labelPattern';
import { CONDITIONAL, Hits, INFLECTED } from './hits';
import { PackWalker } from './packWalker';
import { PlaceList } from './placeList';
import type { SpanList } from './spanList';
import { LONGEST_LIST, StartFinder } from './startFinder';
import { labelAt, type TermPack } from './termPack';

/** Takes what is found: start, end, number of the pack and of the label in it. */
export type MatchSink = (start: number, end: number, pack: number, label: number) => void;

const KINDS: readonly LabelKind[] = ['preferred', 'alternative', 'hidden', 'discouraged'];

/** More labels than these at one place are sorted: else, if their conditions do not hold, each would be looked at often. */
const FEW_HITS = 12;

const NO_COUNTS = new Uint32Array(0);

/** What is used again and again while a text is searched. Searches that go on at the same time have each their own. */
class Workplace {
  readonly starts = new Int32Array(LONGEST_LIST);
  /** What stands at the place that was looked at last: labels, and words that conditions ask for. */
  readonly hits = new Hits();
  readonly company = new Hits();
}

/** Searches the labels of several packs as if they were one. */
export class TermSearcher implements CompanyFinder {
  readonly numbers = new CompanyNumbers();
  /** The most letters and numbers of a match. */
  readonly longest: number;
  readonly longestCompany: number;
  readonly #packs: readonly TermPack[];
  readonly #walkers: readonly PackWalker[];
  readonly #finder: StartFinder;
  readonly #work = new Workplace();
  readonly #companyWork = new Workplace();
  /** For each pack, the numbers that its company words have here. */
  readonly #companyNumbers: readonly (readonly number[])[];

  constructor(packs: readonly TermPack[]) {
    this.#packs = packs;
    this.#walkers = packs.map((pack, index) => new PackWalker(pack, index, cachedForms(pack)));
    this.#companyNumbers = packs.map(({ companyWords }) =>
      companyWords.map((word) => this.numbers.add(word)),
    );
    const automata = packs.map(({ automaton }) => automaton);
    this.#finder = new StartFinder(automata);
    this.longest = Math.max(0, ...automata.map(({ longest }) => longest));
    this.longestCompany = Math.max(0, ...automata.map(({ longestCompany }) => longestCompany));
  }

  /** The start of the word that `offset` is in, as the filter sees words. */
  wordStart(text: string, offset: number): number {
    return this.#finder.wordStart(text, offset);
  }

  checker(text: string, inDocument?: Presence): ConditionChecker {
    return new ConditionChecker(text, this, inDocument);
  }

  /**
   * Finds the matches of a whole text, leftmost first and of those the longest.
   *
   * A condition asks for words that may stand anywhere, before the match or behind it. So one pass notes all that
   * stands in the text, labels and the words that conditions ask for, and then it is chosen.
   *
   * @returns How often each of the words stands in the text that conditions ask for.
   */
  scanAll(text: string, exclude: SpanList, sink: MatchSink): CompanyCounts {
    if (this.numbers.count === 0) {
      this.scan(text, 0, text.length, exclude, this.checker(text), sink);
      return new CompanyCounts(NO_COUNTS);
    }
    const company = new CompanyList(this);
    const places = this.#placesIn(text, company);
    const counts = new CompanyCounts(company.counts());
    const checker = new ConditionChecker(text, company, counts);
    const { hits } = this.#work;
    let free = 0;
    for (let place = 0; place < places.count; place++) {
      const start = places.startOf(place);
      if (start < free) continue;
      places.read(place, hits);
      free = Math.max(free, this.#choose(start, exclude, checker, sink));
    }
    return counts;
  }

  #placesIn(text: string, company: CompanyList): PlaceList {
    const places = new PlaceList();
    const { starts, hits, company: companyHits } = this.#work;
    let last = -1;
    for (let piece = 0; piece < text.length; piece = this.#finder.stopped) {
      const count = this.#finder.find(text, piece, text.length, starts);
      for (let i = 0; i < count; i++) {
        const start = this.#walkAt(text, starts[i] ?? 0, this.#work);
        // Accents before a word are a place of their own, from which the word is found too.
        if (start <= last) continue;
        last = start;
        for (let hit = 0; hit < companyHits.count; hit++) {
          company.add(this.#companyNumber(companyHits, hit), start, companyHits.ends[hit] ?? 0);
        }
        if (hits.count > 0) places.add(start, hits);
      }
    }
    return places;
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
    exclude: SpanList,
    checker: ConditionChecker,
    sink: MatchSink,
  ): number {
    const { starts, hits } = this.#work;
    let free = from;
    for (let piece = from; piece < to;) {
      const count = this.#finder.find(text, piece, to, starts);
      piece = this.#finder.stopped;
      for (let i = 0; i < count; i++) {
        const candidate = starts[i] ?? 0;
        // Accents before a word are found with it, but may belong to the match before.
        if (candidate < free && skipTo(text, candidate) < free) continue;
        const start = this.#walkAt(text, candidate, this.#work);
        if (start >= to || hits.count === 0) continue;
        free = Math.max(free, this.#choose(start, exclude, checker, sink));
      }
    }
    return free;
  }

  /** Calls the sink with the best of the hits at a place that counts there. Returns where it ends, or -1. */
  #choose(start: number, exclude: SpanList, checker: ConditionChecker, sink: MatchSink): number {
    const { hits } = this.#work;
    const areSorted = hits.count > FEW_HITS;
    if (areSorted) hits.sort((a, b) => this.#isBetter(hits, a, b));
    while (hits.count > 0) {
      const best = areSorted || hits.count === 1 ? hits.count - 1 : this.#bestOf(hits);
      const end = hits.ends[best] ?? 0;
      const pack = hits.packs[best] ?? 0;
      const label = hits.labels[best] ?? 0;
      const conditional = ((hits.traits[best] ?? 0) & CONDITIONAL) !== 0;
      const isFree = exclude.length === 0 || !exclude.overlaps(start, end);
      if (isFree && (!conditional || this.#holds(checker, pack, label, start, end))) {
        sink(start, end, pack, label);
        return end;
      }
      hits.remove(best);
    }
    return -1;
  }

  /** Finds whatever stands where `candidate` points. Returns where that is, or -1. */
  #walkAt(text: string, candidate: number, { hits, company }: Workplace): number {
    hits.count = 0;
    company.count = 0;
    const start = skipTo(text, candidate);
    if (start >= text.length || !mayBegin(text, start)) return -1;
    for (const walker of this.#walkers) walker.walk(text, start, hits, company);
    return start;
  }

  search(
    text: string,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): void {
    if (this.numbers.count === 0) return;
    const work = this.#companyWork;
    const { starts, company } = work;
    let last = -1;
    for (let piece = this.wordStart(text, from); piece < to;) {
      const count = this.#finder.find(text, piece, to, starts);
      piece = this.#finder.stopped;
      for (let i = 0; i < count; i++) {
        const start = this.#walkAt(text, starts[i] ?? 0, work);
        if (start < from || start >= to || start <= last) continue;
        last = start;
        for (let hit = 0; hit < company.count; hit++) {
          if (found(this.#companyNumber(company, hit), company.ends[hit] ?? 0, start)) return;
        }
      }
    }
  }

  #companyNumber({ packs, labels }: Hits, hit: number): number {
    const pack = packs[hit] ?? 0;
    const word = (labels[hit] ?? 0) - (this.#packs[pack]?.labelCount ?? 0);
    return this.#companyNumbers[pack]?.[word] ?? -1;
  }

  /**
   * The earliest place before `offset` from which some label reaches over `offset`, or `offset`. Conditions and
   * exclusions are left aside, so every match is among what is looked at.
   */
  earliestOver(text: string, offset: number): number {
    const { starts, hits } = this.#work;
    for (
      let piece = this.wordStart(text, lettersBack(text, offset, this.longest + 2));
      piece < offset;
    ) {
      const count = this.#finder.find(text, piece, offset, starts);
      piece = this.#finder.stopped;
      for (let i = 0; i < count; i++) {
        const start = this.#walkAt(text, starts[i] ?? 0, this.#work);
        if (start < 0 || start >= offset) continue;
        for (let hit = 0; hit < hits.count; hit++) if ((hits.ends[hit] ?? 0) > offset) return start;
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

/** The forms of what an automaton's number stands for: a label or, behind the labels, a company word. */
function cachedForms(pack: TermPack): (number: number) => readonly LabelForm[] {
  const cache = new Map<number, readonly LabelForm[]>();
  const { labelCount, companyWords, rules } = pack;
  return (number) => {
    let known = cache.get(number);
    if (known === undefined) {
      const { text = '', lang = '' } = companyWords[number - labelCount] ?? {};
      known =
        number < labelCount
          ? formsOf(labelAt(pack, number).label, rules)
          : formsOf({ text, lang, kind: 'hidden' }, rules, true);
      cache.set(number, known);
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
