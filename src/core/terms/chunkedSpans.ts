/** Spans a chunk, about. An edit copies one chunk and moves the bases of those behind it. */
export const CHUNK = 1024;
/** An edited chunk may grow to so many. */
const MOST = 2 * CHUNK;

/** Where a span is: the number of its chunk, and its number there. */
export interface SpanPlace {
  readonly chunk: number;
  readonly at: number;
}

/**
 * Ascending spans that do not overlap, in chunks of which each counts from a base of its own. Behind an edit only the
 * bases change, so a new list costs one number for each 1,024 spans and not an object for each. Immutable.
 *
 * Each span has its start, its end and what else a list wants to know of it, as 32-bit numbers side by side.
 */
export class ChunkedSpans {
  /** How many numbers a span has. */
  readonly fields: number;
  readonly length: number;
  readonly #bases: Float64Array;
  readonly #chunks: readonly Int32Array[];

  /** @param chunks The numbers of the spans, counted from the chunk's base. All is taken over. */
  constructor(fields: number, bases: Float64Array, chunks: readonly Int32Array[], length?: number) {
    this.fields = fields;
    this.length = length ?? chunks.reduce((sum, chunk) => sum + chunk.length / fields, 0);
    this.#bases = bases;
    this.#chunks = chunks;
  }

  /** @param spans The numbers of all spans, in order. Taken over. */
  static of(fields: number, spans: Int32Array): ChunkedSpans {
    return new ChunkedSpans(fields, new Float64Array(0), []).spliced(0, 0, spans, 0);
  }

  get chunkCount(): number {
    return this.#chunks.length;
  }

  /** What lists have in common where a chunk is the same, but for its place: a key for what is known of it. */
  chunkAt(chunk: number): object {
    return this.#chunks[chunk] ?? NOTHING;
  }

  countIn(chunk: number): number {
    return (this.#chunks[chunk]?.length ?? 0) / this.fields;
  }

  startAt(chunk: number, at: number): number {
    return (this.#bases[chunk] ?? 0) + (this.#chunks[chunk]?.[at * this.fields] ?? 0);
  }

  endAt(chunk: number, at: number): number {
    return (this.#bases[chunk] ?? 0) + (this.#chunks[chunk]?.[at * this.fields + 1] ?? 0);
  }

  /** One of the other numbers of a span. */
  fieldAt(chunk: number, at: number, field: number): number {
    return this.#chunks[chunk]?.[at * this.fields + field] ?? 0;
  }

  /** The first span that ends behind `offset`; behind the last one if there is none. Cost: logarithmic. */
  firstEndingBehind(offset: number): SpanPlace {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endAt(middle, this.countIn(middle) - 1) <= offset) low = middle + 1;
      else high = middle;
    }
    let first = 0;
    let last = this.countIn(low);
    while (first < last) {
      const middle = (first + last) >> 1;
      if (this.endAt(low, middle) <= offset) first = middle + 1;
      else last = middle;
    }
    return { chunk: low, at: first };
  }

  /** The numbers of the spans of a chunk from the number `from` on, to before `to`, moved by `shift`. */
  numbersIn(chunk: number, from: number, to: number, shift: number): Int32Array {
    const numbers = (this.#chunks[chunk] ?? NOTHING).slice(from * this.fields, to * this.fields);
    move(numbers, this.fields, (this.#bases[chunk] ?? 0) + shift);
    return numbers;
  }

  /**
   * A list with other spans instead of some chunks.
   *
   * @param first The first chunk that goes.
   * @param next The first that stays behind it; from there on spans are moved by `shift`.
   * @param middle The numbers of the spans that come. Taken over.
   */
  spliced(first: number, next: number, middle: Int32Array, shift: number): ChunkedSpans {
    const { fields } = this;
    const parts: Int32Array[] = [];
    if (middle.length > MOST * fields) {
      const size = CHUNK * fields;
      for (let at = 0; at < middle.length; at += size) parts.push(middle.slice(at, at + size));
    } else if (middle.length > 0) parts.push(middle);
    const bases = new Float64Array(this.#bases.length - (next - first) + parts.length);
    bases.set(this.#bases.subarray(0, first));
    parts.forEach((part, index) => {
      const base = part[0] ?? 0;
      bases[first + index] = base;
      move(part, fields, -base);
    });
    bases.set(this.#bases.subarray(next), first + parts.length);
    for (let i = first + parts.length; i < bases.length; i++) bases[i] = (bases[i] ?? 0) + shift;
    let length = this.length + middle.length / fields;
    for (let chunk = first; chunk < next; chunk++) length -= this.countIn(chunk);
    const chunks = this.#chunks.slice(0, first).concat(parts, this.#chunks.slice(next));
    return new ChunkedSpans(fields, bases, chunks, length);
  }

  /** Whether a chunk is the very one that another list has at a place, moved by `shift`: then so are its spans. */
  sharesChunk(chunk: number, other: ChunkedSpans, otherChunk: number, shift: number): boolean {
    return (
      this.#chunks[chunk] === other.#chunks[otherChunk] &&
      (this.#bases[chunk] ?? 0) + shift === other.#bases[otherChunk]
    );
  }
}

const NOTHING = new Int32Array(0);

/** Moves starts and ends. */
function move(numbers: Int32Array, fields: number, by: number): void {
  for (let at = 0; at < numbers.length; at += fields) {
    numbers[at] = (numbers[at] ?? 0) + by;
    numbers[at + 1] = (numbers[at + 1] ?? 0) + by;
  }
}
