import type { Span } from './span';

/** Three numbers a match: start and end from the chunk's base; the label in the lower 24 bits and the pack above. */
const FIELDS = 3;
const LABEL_BITS = 24;
const LABELS = 2 ** LABEL_BITS - 1;
/** Matches a chunk, about. An edit copies one chunk and moves the bases of those behind it. */
const CHUNK = 1024;

/** An edited chunk may grow to so many. */
const MOST = 2 * CHUNK;
const NOTHING = new Int32Array(0);

/** A match as numbers. */
export interface PlainMatch extends Span {
  readonly pack: number;
  readonly label: number;
}

/**
 * Matches in ascending order, in chunks of which each counts from a base of its own. Behind an edit only the bases
 * change, so a new list costs one number for each 1,024 matches and not an object for each. Immutable.
 */
export class MatchList implements Iterable<PlainMatch> {
  readonly #bases: Float64Array;
  readonly #chunks: readonly Int32Array[];
  readonly length: number;

  /** @param length How many matches the chunks hold: counting them would visit every chunk. */
  constructor(bases: Float64Array, chunks: readonly Int32Array[], length: number) {
    this.#bases = bases;
    this.#chunks = chunks;
    this.length = length;
  }

  *[Symbol.iterator](): Generator<PlainMatch> {
    for (let chunk = 0; chunk < this.#chunks.length; chunk++) {
      const count = this.#countOf(chunk);
      for (let at = 0; at < count; at++) yield this.#read(chunk, at);
    }
  }

  /** Calls `visit` with each match, in order, without making an object of it. */
  forEach(visit: (start: number, end: number, pack: number, label: number) => void): void {
    this.#chunks.forEach((fields, chunk) => {
      const base = this.#bases[chunk] ?? 0;
      for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
        visit(
          base + (fields[at] ?? 0),
          base + (fields[at + 1] ?? 0),
          (fields[at + 2] ?? 0) >>> LABEL_BITS,
          (fields[at + 2] ?? 0) & LABELS,
        );
      }
    });
  }

  /** The first match that ends behind `offset`. Cost: logarithmic. */
  firstEndingAfter(offset: number): PlainMatch | undefined {
    const [chunk, at] = this.#placeOf(offset);
    return chunk < this.#chunks.length ? this.#read(chunk, at) : undefined;
  }

  /** The matches that overlap a span, in order. Cost: logarithmic, and what it returns. */
  within({ start, end }: Span): PlainMatch[] {
    const found: PlainMatch[] = [];
    const [first, firstAt] = this.#placeOf(start);
    let at = firstAt;
    for (let chunk = first; chunk < this.#chunks.length; chunk++, at = 0) {
      for (const count = this.#countOf(chunk); at < count; at++) {
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
    const [firstChunk, firstAt] = this.#placeOf(from);
    const [lastChunk, lastAt] = this.#placeOf(to);
    const base = firstAt > 0 ? (this.#bases[firstChunk] ?? 0) : (between[0]?.start ?? to + shift);
    const behind = lastAt > 0 ? (this.#bases[lastChunk] ?? 0) + shift : 0;
    const head = this.#fieldsOf(firstChunk).subarray(0, firstAt * FIELDS);
    const tail = lastAt > 0 ? this.#fieldsOf(lastChunk).subarray(lastAt * FIELDS) : NOTHING;
    const middle = new Int32Array(head.length + between.length * FIELDS + tail.length);
    middle.set(head);
    writeMatches(middle, head.length, between, base);
    const tailStart = middle.length - tail.length;
    middle.set(tail, tailStart);
    for (let at = tailStart; at < middle.length; at += FIELDS) {
      middle[at] = (middle[at] ?? 0) + behind - base;
      middle[at + 1] = (middle[at + 1] ?? 0) + behind - base;
    }
    return this.#withMiddle(
      middle,
      base,
      firstChunk,
      lastAt > 0 ? lastChunk + 1 : lastChunk,
      shift,
    );
  }

  /** The list with the chunks from `first` to before `next` replaced by others, and those behind them moved. */
  #withMiddle(
    middle: Int32Array,
    base: number,
    first: number,
    next: number,
    shift: number,
  ): MatchList {
    const parts: Int32Array[] = [];
    for (let at = 0; at < middle.length; at += MOST * FIELDS) {
      parts.push(middle.length <= MOST * FIELDS ? middle : middle.slice(at, at + MOST * FIELDS));
    }
    const bases = new Float64Array(this.#bases.length - (next - first) + parts.length);
    bases.set(this.#bases.subarray(0, first));
    bases.fill(base, first, first + parts.length);
    bases.set(this.#bases.subarray(next), first + parts.length);
    for (let i = first + parts.length; i < bases.length; i++) bases[i] = (bases[i] ?? 0) + shift;
    let length = this.length + middle.length / FIELDS;
    for (let chunk = first; chunk < next; chunk++) length -= this.#countOf(chunk);
    const chunks = this.#chunks.slice();
    chunks.splice(first, next - first, ...parts);
    return new MatchList(bases, chunks, length);
  }

  #fieldsOf(chunk: number): Int32Array {
    return this.#chunks[chunk] ?? NOTHING;
  }

  #countOf(chunk: number): number {
    return (this.#chunks[chunk]?.length ?? 0) / FIELDS;
  }

  #read(chunk: number, at: number): PlainMatch {
    const base = this.#bases[chunk] ?? 0;
    const fields = this.#chunks[chunk];
    const first = at * FIELDS;
    const number = fields?.[first + 2] ?? 0;
    return {
      start: base + (fields?.[first] ?? 0),
      end: base + (fields?.[first + 1] ?? 0),
      pack: number >>> LABEL_BITS,
      label: number & LABELS,
    };
  }

  /** Chunk and place in it of the first match that ends behind `offset`. */
  #placeOf(offset: number): readonly [number, number] {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#read(middle, this.#countOf(middle) - 1).end <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === this.#chunks.length) return [low, 0];
    let first = 0;
    let last = this.#countOf(low);
    while (first < last) {
      const middle = (first + last) >> 1;
      if (this.#read(low, middle).end <= offset) first = middle + 1;
      else last = middle;
    }
    return [low, first];
  }
}

/** Writes matches into a chunk that counts from `base`. */
function writeMatches(
  fields: Int32Array,
  from: number,
  matches: readonly PlainMatch[],
  base: number,
): void {
  let at = from;
  for (const { start, end, pack, label } of matches) {
    fields[at] = start - base;
    fields[at + 1] = end - base;
    fields[at + 2] = (pack << LABEL_BITS) | label;
    at += FIELDS;
  }
}

/** Collects matches in ascending order. */
export class MatchWriter {
  readonly #bases: number[] = [];
  readonly #chunks: Int32Array[] = [];
  #open = new Int32Array(CHUNK * FIELDS);
  #length = 0;
  #base = 0;

  write(start: number, end: number, pack: number, label: number): void {
    if (this.#length === this.#open.length) this.#close();
    if (this.#length === 0) this.#base = start;
    const at = this.#length;
    this.#open[at] = start - this.#base;
    this.#open[at + 1] = end - this.#base;
    this.#open[at + 2] = (pack << LABEL_BITS) | label;
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

  list(): MatchList {
    this.#close();
    const length = this.#chunks.reduce((sum, chunk) => sum + chunk.length / FIELDS, 0);
    return new MatchList(Float64Array.from(this.#bases), this.#chunks, length);
  }
}
