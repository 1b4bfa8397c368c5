import type { Span } from './span';

const EMPTY = new Int32Array(0);

/** Ascending spans that do not overlap, as numbers: a text may have very many, and an edit moves all behind it. Immutable. */
export class SpanList implements Iterable<Span> {
  static readonly empty = new SpanList(EMPTY);

  /** Start and end of each. */
  readonly #bounds: Int32Array;

  /** @param bounds Start and end of each span, ascending. Taken over. */
  constructor(bounds: Int32Array) {
    this.#bounds = bounds;
  }

  /** @param spans Ascending, not overlapping. */
  static of(spans: readonly Span[]): SpanList {
    return new SpanList(Int32Array.from(spans.flatMap(({ start, end }) => [start, end])));
  }

  get length(): number {
    return this.#bounds.length / 2;
  }

  *[Symbol.iterator](): Generator<Span> {
    for (let index = 0; index < this.length; index++)
      yield { start: this.startOf(index), end: this.endOf(index) };
  }

  startOf(index: number): number {
    return this.#bounds[2 * index] ?? 0;
  }

  endOf(index: number): number {
    return this.#bounds[2 * index + 1] ?? 0;
  }

  /**
   * A list with other spans in the middle. A span that reaches over `from` or `to` is cut there; where two touch, they
   * become one.
   *
   * @param from What stands before it stays.
   * @param to What stands at or behind it stays, moved by `shift`.
   * @param between In new offsets, between `from` and `to + shift`.
   */
  replaced(from: number, to: number, shift: number, between: SpanList): SpanList {
    const old = this.#bounds;
    const fresh = between.#bounds;
    const head = 2 * this.#firstEndingBehind(from);
    const tail = 2 * this.#firstEndingBehind(to);
    const bounds = new Int32Array(head + 2 + fresh.length + old.length - tail);
    bounds.set(old.subarray(0, head));
    let length = head;
    const add = (start: number, end: number): void => {
      if (start >= end) return;
      if (length > 0 && start <= (bounds[length - 1] ?? 0)) length--;
      else bounds[length++] = start;
      bounds[length++] = end;
    };
    if (head < old.length) add(old[head] ?? 0, Math.min(from, old[head + 1] ?? 0));
    for (let at = 0; at < fresh.length; at += 2) add(fresh[at] ?? 0, fresh[at + 1] ?? 0);
    if (tail < old.length) {
      add(Math.max(to, old[tail] ?? 0) + shift, (old[tail + 1] ?? 0) + shift);
      for (let at = tail + 2; at < old.length; at++) bounds[length++] = (old[at] ?? 0) + shift;
    }
    return new SpanList(bounds.subarray(0, length));
  }

  /** The number of the first span that ends behind an offset. */
  #firstEndingBehind(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endOf(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a stretch overlaps one of the spans. Cost: logarithmic. */
  overlaps(start: number, end: number): boolean {
    const low = this.#firstEndingBehind(start);
    return low < this.length && this.startOf(low) < end;
  }
}
