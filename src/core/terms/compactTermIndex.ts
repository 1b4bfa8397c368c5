import { isSkippedKind, kindOf, unitsOf } from './characters';
import { lineEndAt, lineStartAt, paragraphAt } from './conditions';
import { lettersBack } from './conditionChecker';
import type { MatchList } from './matchList';
import { MatchWriter, type PlainMatch } from './matchList';
import type { Span } from './span';
import type { FindOptions, TermIndex, TermMatch, TermMatches, TextEdit } from './termIndex';
import { companyKey, type TermPack } from './termPack';
import { TermSearcher, type MatchSink } from './termSearcher';

/** A line that ends further behind an edit than this cannot have a leader that the edit touches. */
const FAR = 1100;

/**
 * One index over several packs, which are not built again for it. Where two packs have the same label, the earlier
 * pack wins.
 */
export function createTermIndex(packs: readonly TermPack[]): TermIndex {
  return new CompactTermIndex(packs);
}

class CompactTermIndex implements TermIndex {
  readonly #packs: readonly TermPack[];
  readonly #searcher: TermSearcher;
  readonly #asksParagraphs: boolean;
  readonly #documentWords: ReadonlySet<number>;

  constructor(packs: readonly TermPack[]) {
    this.#packs = packs;
    this.#searcher = new TermSearcher(packs);
    const { paragraphs, words } = companyOf(packs, this.#searcher.numbers);
    this.#asksParagraphs = paragraphs;
    this.#documentWords = words;
  }

  at(text: string, offset: number, { exclude = [] }: FindOptions = {}): TermMatch | undefined {
    if (!(offset >= 0 && offset < text.length)) return undefined;
    const searcher = this.#searcher;
    let from = offset + 1;
    for (let earlier = searcher.earliestOver(text, offset); earlier < from;) {
      from = earlier;
      earlier = searcher.earliestOver(text, from);
    }
    let found: TermMatch | undefined;
    searcher.scan(
      text,
      searcher.wordStart(text, from),
      offset + 1,
      exclude,
      searcher.checker(text),
      (start, end, pack, label) => {
        if (start <= offset && offset < end) found = this.#match(start, end, pack, label);
      },
    );
    return found;
  }

  findAll(text: string, { exclude = [] }: FindOptions = {}): readonly TermMatch[] {
    const matches: TermMatch[] = [];
    this.#searcher.scanAll(text, exclude, (start, end, pack, label) => {
      matches.push(this.#match(start, end, pack, label));
    });
    return matches;
  }

  scan(text: string, { exclude = [] }: FindOptions = {}): TermMatches {
    const writer = new MatchWriter();
    const sink: MatchSink = (start, end, pack, label) => {
      writer.write(start, end, pack, label);
    };
    const company = this.#searcher.scanAll(text, exclude, sink).countsOf(this.#documentWords);
    return new FoundMatches(this, writer.list(), exclude, company, this.#kept(text), this.#toMatch);
  }

  update(
    previous: TermMatches,
    text: string,
    edit: TextEdit,
    { exclude = [] }: FindOptions = {},
  ): TermMatches {
    if (!(previous instanceof FoundMatches) || previous.index !== this)
      return this.scan(text, { exclude });
    const dirty = dirtySpan(edit, previous.exclude, exclude);
    const shift = edit.inserted.length - (edit.end - edit.start);
    const window = this.#window(text, dirty.start, dirty.end + shift);
    const company = this.#updatedCompany(previous, text, window, shift);
    if (!hasSamePresence(previous.company, company)) return this.scan(text, { exclude });
    const list = this.#rescan(previous.list, text, window, shift, exclude, company);
    return new FoundMatches(this, list, exclude, company, this.#kept(text), this.#toMatch);
  }

  readonly #toMatch = ({ start, end, pack, label }: PlainMatch): TermMatch =>
    this.#match(start, end, pack, label);

  #match(start: number, end: number, pack: number, label: number): TermMatch {
    const of = this.#packs[pack];
    const entry = of?.entries[of.labelEntries[label] ?? 0];
    const found = entry?.labels[label - (of?.labelStarts[of.labelEntries[label] ?? 0] ?? 0)];
    if (entry === undefined || found === undefined)
      throw new RangeError(`no label ${String(label)}`);
    return { start, end, entryId: entry.id, label: found };
  }

  /** The text is needed again only to know which words of company an edit takes away. */
  #kept(text: string): string {
    return this.#documentWords.size === 0 ? '' : text;
  }

  #presence(company: Company): ReadonlySet<number> | undefined {
    return this.#documentWords.size === 0 ? undefined : new Set(company.keys());
  }

  /** How often each word stands in the text that some condition wants in the document. */
  #countCompany(text: string, from: number, to: number): Company {
    const company = new Map<number, number>();
    if (this.#documentWords.size === 0) return company;
    this.#searcher.search(text, from, to, (number) => {
      if (this.#documentWords.has(number)) company.set(number, (company.get(number) ?? 0) + 1);
      return false;
    });
    return company;
  }

  #updatedCompany(previous: FoundMatches, text: string, window: Span, shift: number): Company {
    if (this.#documentWords.size === 0) return previous.company;
    const from = lettersBack(text, window.start, this.#searcher.longestCompany + 2);
    const before = this.#countCompany(previous.text, from, window.end - shift);
    const now = this.#countCompany(text, from, window.end);
    const company = new Map(previous.company);
    for (const number of new Set([...before.keys(), ...now.keys()])) {
      const count = (company.get(number) ?? 0) - (before.get(number) ?? 0) + (now.get(number) ?? 0);
      if (count > 0) company.set(number, count);
      else company.delete(number);
    }
    return company;
  }

  /**
   * The places at which an edit can have changed what begins there. Before the edit: as many letters back as a match
   * can be long, and the paragraphs around, if conditions ask about them. Behind it: the rest of the line, whose
   * leader may be another now.
   */
  #window(text: string, start: number, end: number): Span {
    let from = lettersBack(text, start, this.#searcher.longest + 3);
    let to = behindContext(text, end);
    const lineEnd = lineEndAt(text, Math.min(to, text.length));
    if (lineEnd - end <= FAR) to = Math.max(to, lineEnd);
    if (this.#asksParagraphs) {
      const lineStart = lineStartAt(text, start);
      from = Math.min(from, paragraphAt(text, Math.max(0, lineStart - 1)).start);
      to = Math.max(to, paragraphAt(text, Math.min(text.length, lineEnd + 2)).end);
    }
    return { start: this.#searcher.wordStart(text, from), end: to };
  }

  /** Finds the matches in the window anew, and on until old and new matches agree on where none stands. */
  #rescan(
    list: MatchList,
    text: string,
    window: Span,
    shift: number,
    exclude: readonly Span[],
    company: Company,
  ): MatchList {
    const over = list.firstEndingAfter(window.start);
    const from = over !== undefined && over.start < window.start ? over.end : window.start;
    const found: PlainMatch[] = [];
    const checker = this.#searcher.checker(text, this.#presence(company));
    let free = from;
    let to = Math.max(from, window.end);
    for (let at = from; ;) {
      free = Math.max(
        free,
        this.#searcher.scan(text, at, to, exclude, checker, (start, end, pack, label) => {
          if (start >= free) found.push({ start, end, pack, label });
        }),
      );
      at = Math.max(to, free);
      const straddling = list.firstEndingAfter(at - shift);
      const agrees = straddling === undefined || straddling.start >= at - shift;
      if (agrees && this.#searcher.wordStart(text, at) === at)
        return list.replaced(from, at - shift, shift, found);
      to = agrees ? at + 1 : (straddling?.end ?? at) + shift;
    }
  }
}

type Company = ReadonlyMap<number, number>;

class FoundMatches implements TermMatches {
  readonly index: CompactTermIndex;
  readonly list: MatchList;
  readonly exclude: readonly Span[];
  readonly company: Company;
  readonly text: string;
  readonly #toMatch: (match: PlainMatch) => TermMatch;

  constructor(
    index: CompactTermIndex,
    list: MatchList,
    exclude: readonly Span[],
    company: Company,
    text: string,
    toMatch: (match: PlainMatch) => TermMatch,
  ) {
    this.index = index;
    this.list = list;
    this.exclude = exclude;
    this.company = company;
    this.text = text;
    this.#toMatch = toMatch;
  }

  get length(): number {
    return this.list.length;
  }

  *[Symbol.iterator](): Generator<TermMatch> {
    for (const match of this.list) yield this.#toMatch(match);
  }

  within(span: Span): readonly TermMatch[] {
    return this.list.within(span).map(this.#toMatch);
  }
}

/** Whether conditions ask about sentences or paragraphs, and the words they ask for in the whole document. */
function companyOf(
  packs: readonly TermPack[],
  numbers: ReadonlyMap<string, number>,
): { paragraphs: boolean; words: ReadonlySet<number> } {
  const words = new Set<number>();
  let paragraphs = false;
  for (const pack of packs) {
    if (pack.companyWords.length === 0) continue;
    for (const { labels } of pack.entries) {
      for (const label of labels) {
        if (label.condition === undefined) continue;
        for (const company of [label.condition.requires, label.condition.refuses]) {
          if (company === undefined) continue;
          if (company.within !== 'document') paragraphs = true;
          else
            for (const text of company.anyOf)
              words.add(numbers.get(companyKey({ text, lang: label.lang })) ?? -1);
        }
      }
    }
  }
  return { paragraphs, words };
}

function hasSamePresence(a: Company, b: Company): boolean {
  if (a === b) return true;
  return a.size === b.size && [...a.keys()].every((number) => b.has(number));
}

/** In old offsets, the span that the edit and the changes of exclusions cover. */
function dirtySpan(edit: TextEdit, before: readonly Span[], now: readonly Span[]): Span {
  const shift = edit.inserted.length - (edit.end - edit.start);
  let { start, end } = edit;
  const isAhead = (old: Span | undefined, fresh: Span | undefined) =>
    old !== undefined &&
    old.start === fresh?.start &&
    old.end === fresh.end &&
    old.end <= edit.start;
  let first = 0;
  while (isAhead(before[first], now[first])) first++;
  let last = 0;
  for (;;) {
    const old = before[before.length - 1 - last];
    const fresh = now[now.length - 1 - last];
    if (old === undefined || fresh === undefined || old.start < edit.end) break;
    if (before.length - last <= first || now.length - last <= first) break;
    if (old.start + shift !== fresh.start || old.end + shift !== fresh.end) break;
    last++;
  }
  for (const span of before.slice(first, before.length - last)) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  for (const span of now.slice(first, now.length - last)) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end - shift);
  }
  return { start, end };
}

/** Behind the characters that what stands behind an edit can look back at: two that count, and any without width. */
function behindContext(text: string, offset: number): number {
  let at = offset;
  for (let seen = 0; at < text.length && seen < 3;) {
    const code = text.codePointAt(at) ?? 0;
    at += unitsOf(code);
    if (!isSkippedKind(kindOf(code))) seen++;
  }
  return at;
}
