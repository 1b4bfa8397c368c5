import { CHUNK, ChunkedSpans } from './chunkedSpans';
import type { Span } from './span';

/** Start, end and label. */
const FIELDS = 3;
const LABEL = 2;

/** A match as numbers. */
export interface PlainMatch extends Span {
  /** Its number among the labels of all packs. */
  readonly label: number;
}

/** A label that stands in a text. */
export interface LabelCount {
  readonly first: PlainMatch;
  readonly count: number;
}

interface LabelInChunk {
  readonly at: number;
  count: number;
}

const labelsOfChunks = new WeakMap<object, Map<number, LabelInChunk>>();

/** Matches in ascending order. Immutable. */
export class MatchList implements Iterable<PlainMatch> {
  readonly #spans: ChunkedSpans;

  constructor(spans: ChunkedSpans) {
    this.#spans = spans;
  }

  get length(): number {
    return this.#spans.length;
  }

  *[Symbol.iterator](): Generator<PlainMatch> {
    for (let chunk = 0; chunk < this.#spans.chunkCount; chunk++) {
      for (let at = 0; at < this.#spans.countIn(chunk); at++) yield this.#read(chunk, at);
    }
  }

  /**
   * The first match of each label and how many there are, in order of first matches.
   *
   * Cost: a look at each label of each chunk; at each match of a chunk that no other list was asked about.
   */
  labels(): readonly LabelCount[] {
    const found = new Map<number, { readonly first: PlainMatch; count: number }>();
    for (let chunk = 0; chunk < this.#spans.chunkCount; chunk++) {
      for (const [number, { at, count }] of this.#labelsIn(chunk)) {
        const known = found.get(number);
        if (known === undefined) found.set(number, { first: this.#read(chunk, at), count });
        else known.count += count;
      }
    }
    return [...found.values()];
  }

  /** The matches of wanted labels, in order. Cost: as `labels`, and a look at each match of a chunk that has some. */
  ofLabels(isWanted: (label: number) => boolean): readonly PlainMatch[] {
    const matches: PlainMatch[] = [];
    for (let chunk = 0; chunk < this.#spans.chunkCount; chunk++) {
      const wanted = new Set<number>();
      for (const label of this.#labelsIn(chunk).keys()) if (isWanted(label)) wanted.add(label);
      if (wanted.size === 0) continue;
      for (let at = 0; at < this.#spans.countIn(chunk); at++) {
        if (wanted.has(this.#spans.fieldAt(chunk, at, LABEL))) matches.push(this.#read(chunk, at));
      }
    }
    return matches;
  }

  /** Which labels stand in a chunk: the first of each, and how many. Chunks do not change, so it is counted once. */
  #labelsIn(chunk: number): ReadonlyMap<number, LabelInChunk> {
    const key = this.#spans.chunkAt(chunk);
    let labels = labelsOfChunks.get(key);
    if (labels === undefined) {
      labels = new Map();
      for (let at = 0; at < this.#spans.countIn(chunk); at++) {
        const number = this.#spans.fieldAt(chunk, at, LABEL);
        const known = labels.get(number);
        if (known === undefined) labels.set(number, { at, count: 1 });
        else known.count++;
      }
      labelsOfChunks.set(key, labels);
    }
    return labels;
  }

  /** The first match that ends behind `offset`. Cost: logarithmic. */
  firstEndingAfter(offset: number): PlainMatch | undefined {
    const { chunk, at } = this.#spans.firstEndingBehind(offset);
    return chunk < this.#spans.chunkCount ? this.#read(chunk, at) : undefined;
  }

  /** The matches that overlap a span, in order. Cost: logarithmic, and what it returns. */
  within({ start, end }: Span): PlainMatch[] {
    const found: PlainMatch[] = [];
    let { chunk, at } = this.#spans.firstEndingBehind(start);
    for (; chunk < this.#spans.chunkCount; chunk++, at = 0) {
      for (; at < this.#spans.countIn(chunk); at++) {
        const match = this.#read(chunk, at);
        if (match.start >= end) return found;
        found.push(match);
      }
    }
    return found;
  }

  /**
   * A list with other matches in the middle.
   *
   * @param from Matches that end at or before it stay.
   * @param to Matches that start at or behind it stay, moved by `shift`.
   * @param between Ascending, in new offsets.
   */
  replaced(from: number, to: number, shift: number, between: readonly PlainMatch[]): MatchList {
    const spans = this.#spans;
    const found = spans.firstEndingBehind(from);
    const last = spans.firstEndingBehind(to);
    // What comes behind a chunk joins it: else each match that is typed at the end would have a chunk of its own.
    const first = found.at === 0 ? Math.max(0, found.chunk - 1) : found.chunk;
    const kept = first < found.chunk ? spans.countIn(first) : found.at;
    const head = spans.numbersIn(first, 0, kept, 0);
    const tail =
      last.at > 0
        ? spans.numbersIn(last.chunk, last.at, spans.countIn(last.chunk), shift)
        : NOTHING;
    const middle = new Int32Array(head.length + between.length * FIELDS + tail.length);
    middle.set(head);
    let at = head.length;
    for (const { start, end, label } of between) {
      middle[at++] = start;
      middle[at++] = end;
      middle[at++] = label;
    }
    middle.set(tail, at);
    const next = last.at > 0 ? last.chunk + 1 : last.chunk;
    return new MatchList(spans.spliced(first, next, middle, shift));
  }

  #read(chunk: number, at: number): PlainMatch {
    return {
      start: this.#spans.startAt(chunk, at),
      end: this.#spans.endAt(chunk, at),
      label: this.#spans.fieldAt(chunk, at, LABEL),
    };
  }
}

const NOTHING = new Int32Array(0);

/** Collects matches in ascending order. */
export class MatchWriter {
  readonly #bases: number[] = [];
  readonly #chunks: Int32Array[] = [];
  #open = new Int32Array(CHUNK * FIELDS);
  #length = 0;
  #base = 0;

  /** Adds a match behind the others. */
  write(start: number, end: number, label: number): void {
    if (this.#length === this.#open.length) this.#close();
    if (this.#length === 0) this.#base = start;
    const at = this.#length;
    this.#open[at] = start - this.#base;
    this.#open[at + 1] = end - this.#base;
    this.#open[at + LABEL] = label;
    this.#length = at + FIELDS;
  }

  #close(): void {
    if (this.#length === 0) return;
    this.#bases.push(this.#base);
    if (this.#length < this.#open.length) this.#chunks.push(this.#open.slice(0, this.#length));
    else {
      this.#chunks.push(this.#open);
      this.#open = new Int32Array(CHUNK * FIELDS);
    }
    this.#length = 0;
  }

  /** What was collected. */
  list(): MatchList {
    this.#close();
    return new MatchList(new ChunkedSpans(FIELDS, Float64Array.from(this.#bases), this.#chunks));
  }
}
