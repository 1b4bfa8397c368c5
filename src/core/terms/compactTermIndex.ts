import { isSkippedKind, kindOf, unitsOf } from './characters';
import { lineEndAt, lineStartAt, paragraphAt } from './conditions';
import { isBehindFirstWord } from './separators';
import type { EntryId, Label } from '../packs/pack';
import type { CompanyCounts } from './companyCounts';
import type { CompanyNumbers } from './companyNumbers';
import { lettersAhead, lettersBack } from './conditionChecker';
import { MatchWriter, type MatchList, type PlainMatch } from './matchList';
import type { Span } from './span';
import { SpanList } from './spanList';
import type {
  FindOptions,
  Mention,
  TermIndex,
  TermMatch,
  TermMatches,
  TextEdit,
} from './termIndex';
import { labelAt, type TermPack } from './termPack';
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
  /** The number of each pack's first label among those of all packs. */
  readonly #firstLabels: readonly number[];
  readonly #searcher: TermSearcher;
  readonly #asksParagraphs: boolean;
  readonly #asksPhrases: boolean;
  readonly #documentWords: ReadonlySet<number>;

  constructor(packs: readonly TermPack[]) {
    this.#packs = packs;
    let labels = 0;
    this.#firstLabels = packs.map(({ labelCount }) => (labels += labelCount) - labelCount);
    this.#searcher = new TermSearcher(packs);
    const { paragraphs, phrases, words } = companyOf(packs, this.#searcher.numbers);
    this.#asksParagraphs = paragraphs;
    this.#asksPhrases = phrases;
    this.#documentWords = words;
  }

  at(
    text: string,
    offset: number,
    { exclude = SpanList.empty }: FindOptions = {},
  ): TermMatch | undefined {
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

  findAll(text: string, { exclude = SpanList.empty }: FindOptions = {}): readonly TermMatch[] {
    const matches: TermMatch[] = [];
    this.#searcher.scanAll(text, exclude, (start, end, pack, label) => {
      matches.push(this.#match(start, end, pack, label));
    });
    return matches;
  }

  scan(text: string, { exclude = SpanList.empty }: FindOptions = {}): TermMatches {
    const writer = new MatchWriter();
    const sink: MatchSink = (start, end, pack, label) => {
      writer.write(start, end, this.#inAll(pack, label));
    };
    const company = this.#searcher.scanAll(text, exclude, sink);
    return new FoundMatches(this, writer.list(), exclude, company, this.#kept(text));
  }

  update(
    previous: TermMatches,
    text: string,
    edit: TextEdit,
    { exclude = SpanList.empty }: FindOptions = {},
  ): TermMatches {
    if (!(previous instanceof FoundMatches) || previous.index !== this)
      return this.scan(text, { exclude });
    const dirty = dirtySpan(edit, previous.exclude, exclude);
    const shift = edit.inserted.length - (edit.end - edit.start);
    const isInsertion =
      dirty === edit && edit.start === edit.end && !/[\r\n\u2028\u2029]/.test(edit.inserted);
    const mayChangeLines = !isInsertion || !isBehindFirstWord(text, edit.start);
    const edited: Span = { start: dirty.start, end: dirty.end + shift };
    const near = this.#near(text, edited, mayChangeLines);
    const company = this.#updatedCompany(previous, text, near, shift);
    if (company === undefined) return this.scan(text, { exclude });
    const window = this.#asksParagraphs ? this.#around(text, edited, near, mayChangeLines) : near;
    const list = this.#rescan(previous.list, text, window, shift, exclude, company);
    return new FoundMatches(this, list, exclude, company, this.#kept(text));
  }

  readonly toMatch = ({ start, end, label }: PlainMatch): TermMatch => {
    const own = this.#inPack(label);
    return this.#match(start, end, own.pack, own.label);
  };

  /** The entries that are mentioned, by first mention. */
  mentionsIn(list: MatchList): readonly Mention[] {
    const mentions = new Map<EntryId, { entryId: EntryId; first: TermMatch; count: number }>();
    for (const { first: match, count } of list.labels()) {
      const first = this.toMatch(match);
      const known = mentions.get(first.entryId);
      if (known === undefined)
        mentions.set(first.entryId, { entryId: first.entryId, first, count });
      else known.count += count;
    }
    return [...mentions.values()];
  }

  /** The matches whose label is wanted. */
  labelledIn(list: MatchList, isWanted: (label: Label) => boolean): readonly TermMatch[] {
    const ofLabel = (label: number) => {
      const own = this.#inPack(label);
      const of = this.#packs[own.pack];
      return of !== undefined && isWanted(labelAt(of, own.label).label);
    };
    return list.ofLabels(ofLabel).map(this.toMatch);
  }

  /** A label's number among those of all packs. */
  #inAll(pack: number, label: number): number {
    return (this.#firstLabels[pack] ?? 0) + label;
  }

  /** The pack of a label with a number among those of all packs, and its number there. */
  #inPack(label: number): { readonly pack: number; readonly label: number } {
    let pack = this.#packs.length - 1;
    while (pack > 0 && (this.#firstLabels[pack] ?? 0) > label) pack--;
    return { pack, label: label - (this.#firstLabels[pack] ?? 0) };
  }

  #match(start: number, end: number, pack: number, label: number): TermMatch {
    const of = this.#packs[pack];
    if (of === undefined) throw new RangeError(`no pack ${String(pack)}`);
    return { start, end, ...labelAt(of, label) };
  }

  /** The text is needed again only to know which words of company an edit takes away. */
  #kept(text: string): string {
    return this.#documentWords.size === 0 ? '' : text;
  }

  /** The words that conditions want in the document, as often as they stand in a span. */
  #companyIn(text: string, from: number, to: number): number[] {
    const found: number[] = [];
    this.#searcher.search(text, from, to, (number) => {
      if (this.#documentWords.has(number)) found.push(number);
      return false;
    });
    return found;
  }

  /** The words of the document after the edit, or undefined if one has come that was not there, or the last has gone. */
  #updatedCompany(
    previous: FoundMatches,
    text: string,
    near: Span,
    shift: number,
  ): CompanyCounts | undefined {
    if (this.#documentWords.size === 0) return previous.company;
    const gone = this.#companyIn(previous.text, near.start, near.end - shift);
    const come = this.#companyIn(text, near.start, near.end);
    const company = previous.company.replaced(gone, come);
    const isKept = (number: number) => previous.company.has(number) === company.has(number);
    return gone.every(isKept) && come.every(isKept) ? company : undefined;
  }

  /**
   * The places at which an edit can have changed what stands there, conditions left aside. Before the edit: as many
   * letters back as a match can be long. Behind it: as far as a phrase that matches stand in can reach, and the rest of
   * the line, if its leader may be another now.
   */
  #near(text: string, { start, end }: Span, mayChangeLines: boolean): Span {
    const { longest, longestCompany } = this.#searcher;
    const from = lettersBack(text, start, Math.max(longest, longestCompany) + 3);
    let to = behindContext(text, end);
    if (this.#asksPhrases) to = Math.max(to, lettersAhead(text, end, longestCompany));
    if (mayChangeLines) {
      const far = Math.min(text.length, end + FAR + 1);
      const lineEnd = lineEndAt(text, Math.min(to, text.length), far);
      if (lineEnd - end <= FAR) to = Math.max(to, lineEnd);
    }
    return { start: this.#searcher.wordStart(text, from), end: to };
  }

  /** These places and the paragraph that the edit is in; or paragraphs, if it may divide or join them. */
  #around(text: string, { start, end }: Span, near: Span, mayChangeLines: boolean): Span {
    const lineStart = lineStartAt(text, start);
    const lineEnd = mayChangeLines ? lineEndAt(text, near.end) : end;
    const first = mayChangeLines ? Math.max(0, lineStart - 1) : start;
    const last = mayChangeLines ? Math.min(text.length, lineEnd + 2) : end;
    const before = paragraphAt(text, first);
    const after = last <= before.end ? before : paragraphAt(text, last);
    const from = Math.min(near.start, before.start);
    const to = Math.max(near.end, after.end);
    return { start: this.#searcher.wordStart(text, from), end: to };
  }

  /** Finds the matches in the window anew, and on until old and new matches agree on where none stands. */
  #rescan(
    list: MatchList,
    text: string,
    window: Span,
    shift: number,
    exclude: SpanList,
    company: CompanyCounts,
  ): MatchList {
    const over = list.firstEndingAfter(window.start);
    const from = over !== undefined && over.start < window.start ? over.end : window.start;
    const found: PlainMatch[] = [];
    const checker = this.#searcher.checker(text, company);
    let free = from;
    let to = Math.max(from, window.end);
    for (let at = from; ;) {
      free = Math.max(
        free,
        this.#searcher.scan(text, at, to, exclude, checker, (start, end, pack, label) => {
          if (start < free) return;
          found.push({ start, end, label: this.#inAll(pack, label) });
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

class FoundMatches implements TermMatches {
  readonly index: CompactTermIndex;
  readonly list: MatchList;
  readonly exclude: SpanList;
  readonly company: CompanyCounts;
  readonly text: string;
  #mentions: readonly Mention[] | undefined;

  constructor(
    index: CompactTermIndex,
    list: MatchList,
    exclude: SpanList,
    company: CompanyCounts,
    text: string,
  ) {
    this.index = index;
    this.list = list;
    this.exclude = exclude;
    this.company = company;
    this.text = text;
  }

  get length(): number {
    return this.list.length;
  }

  *[Symbol.iterator](): Generator<TermMatch> {
    for (const match of this.list) yield this.index.toMatch(match);
  }

  within(span: Span): readonly TermMatch[] {
    return this.list.within(span).map(this.index.toMatch);
  }

  mentions(): readonly Mention[] {
    this.#mentions ??= this.index.mentionsIn(this.list);
    return this.#mentions;
  }

  labelled(isWanted: (label: Label) => boolean): readonly TermMatch[] {
    return this.index.labelledIn(this.list, isWanted);
  }
}

/** Whether conditions ask about sentences or paragraphs, or about phrases, and the words they want in the whole document. */
function companyOf(
  packs: readonly TermPack[],
  numbers: CompanyNumbers,
): { paragraphs: boolean; phrases: boolean; words: ReadonlySet<number> } {
  const words = new Set<number>();
  let paragraphs = false;
  let phrases = false;
  for (const pack of packs) {
    if (pack.companyWords.length === 0) continue;
    for (const { labels } of pack.entries) {
      for (const label of labels) {
        if (label.condition === undefined) continue;
        phrases ||= label.condition.phrases !== undefined;
        for (const company of [label.condition.requires, label.condition.refuses]) {
          if (company === undefined) continue;
          if (company.within !== 'document') paragraphs = true;
          else for (const number of numbers.ofList(company.anyOf, label.lang)) words.add(number);
        }
      }
    }
  }
  return { paragraphs, phrases, words };
}

/** In old offsets, the span that the edit and the changes of exclusions cover. */
function dirtySpan(edit: TextEdit, before: SpanList, now: SpanList): Span {
  if (before.length === 0 && now.length === 0) return edit;
  const shift = edit.inserted.length - (edit.end - edit.start);
  const changes = before.changes(now, edit, shift);
  // Where nothing of them has changed, callers may rely on the edit itself.
  if (changes === undefined || (edit.start <= changes.start && changes.end <= edit.end))
    return edit;
  return {
    start: Math.min(edit.start, changes.start),
    end: Math.max(edit.end, changes.end),
  };
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
