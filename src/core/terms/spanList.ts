import { ChunkedSpans } from './chunkedSpans';
import type { Span } from './span';

const FIELDS = 2;

/** Ascending spans that do not overlap, as numbers: a text may have very many, and an edit moves all behind it. Immutable. */
export class SpanList implements Iterable<Span> {
  static readonly empty = new SpanList(ChunkedSpans.of(FIELDS, new Int32Array(0)));

  readonly #spans: ChunkedSpans;

  constructor(spans: ChunkedSpans) {
    this.#spans = spans;
  }

  /** @param spans Ascending, not overlapping. */
  static of(spans: readonly Span[]): SpanList {
    if (spans.length === 0) return SpanList.empty;
    return SpanList.ofBounds(toBounds(spans));
  }

  /** @param bounds Start and end of each span, ascending. */
  static ofBounds(bounds: Int32Array): SpanList {
    return new SpanList(ChunkedSpans.of(FIELDS, bounds));
  }

  get length(): number {
    return this.#spans.length;
  }

  *[Symbol.iterator](): Generator<Span> {
    const spans = this.#spans;
    for (let chunk = 0; chunk < spans.chunkCount; chunk++) {
      for (let at = 0; at < spans.countIn(chunk); at++)
        yield { start: spans.startAt(chunk, at), end: spans.endAt(chunk, at) };
    }
  }

  /**
   * A list with other spans in the middle. A span that reaches over `from` or `to` is cut there; where two touch, they
   * become one.
   *
   * @param from What stands before it stays.
   * @param to What stands at or behind it stays, moved by `shift`.
   * @param between Start and end of each, in new offsets, between `from` and `to + shift`.
   */
  replaced(from: number, to: number, shift: number, between: Int32Array): SpanList {
    const spans = this.#spans;
    const head = spans.firstEndingBehind(from);
    const tail = spans.firstEndingBehind(to);
    // The span before may be touched by what comes: it is in this chunk or the last of the one before.
    const first = head.at === 0 ? Math.max(0, head.chunk - 1) : head.chunk;
    const middle = new JoiningWriter();
    if (first < head.chunk) middle.addAll(spans.numbersIn(first, 0, spans.countIn(first), 0));
    middle.addAll(spans.numbersIn(head.chunk, 0, head.at, 0));
    if (head.chunk < spans.chunkCount)
      middle.add(
        spans.startAt(head.chunk, head.at),
        Math.min(from, spans.endAt(head.chunk, head.at)),
      );
    middle.addAll(between);
    if (tail.chunk === spans.chunkCount)
      return new SpanList(spans.spliced(first, tail.chunk, middle.bounds, shift));
    middle.add(
      Math.max(to, spans.startAt(tail.chunk, tail.at)) + shift,
      spans.endAt(tail.chunk, tail.at) + shift,
    );
    const count = spans.countIn(tail.chunk);
    middle.addAll(spans.numbersIn(tail.chunk, tail.at + 1, count, shift));
    return new SpanList(spans.spliced(first, tail.chunk + 1, middle.bounds, shift));
  }

  /** Whether a stretch overlaps one of the spans. Cost: logarithmic. */
  overlaps(start: number, end: number): boolean {
    const { chunk, at } = this.#spans.firstEndingBehind(start);
    return chunk < this.#spans.chunkCount && this.#spans.startAt(chunk, at) < end;
  }

  /**
   * The stretch in which an edit has changed more than to move spans, in old offsets, or undefined.
   *
   * Cost: a look at each chunk that both lists have, and at each span of the others.
   *
   * @param now The list after the edit.
   * @param edit In old offsets.
   * @param shift How far it moves what stands behind it.
   */
  changes(now: SpanList, edit: Span, shift: number): Span | undefined {
    const [old, fresh] = [this.#spans, now.#spans];
    const least = Math.min(old.chunkCount, fresh.chunkCount);
    let front = 0;
    while (
      front < least &&
      old.sharesChunk(front, fresh, front, 0) &&
      old.endAt(front, old.countIn(front) - 1) <= edit.start
    )
      front++;
    let [oldEnd, freshEnd] = [old.chunkCount, fresh.chunkCount];
    while (
      Math.min(oldEnd, freshEnd) > front &&
      old.sharesChunk(oldEnd - 1, fresh, freshEnd - 1, shift) &&
      old.startAt(oldEnd - 1, 0) >= edit.end
    ) {
      oldEnd--;
      freshEnd--;
    }
    return changesIn(boundsIn(old, front, oldEnd), boundsIn(fresh, front, freshEnd), edit, shift);
  }
}

/** Start and end of each span. */
export function toBounds(spans: readonly Span[]): Int32Array {
  return Int32Array.from(spans.flatMap(({ start, end }) => [start, end]));
}

/** Start and end of each span of some chunks. */
function boundsIn(spans: ChunkedSpans, first: number, next: number): Int32Array {
  const parts = Array.from({ length: next - first }, (_, index) =>
    spans.numbersIn(first + index, 0, spans.countIn(first + index), 0),
  );
  const bounds = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bounds.set(part, at);
    at += part.length;
  }
  return bounds;
}

/** As `SpanList.changes`, for bounds. */
function changesIn(
  old: Int32Array,
  fresh: Int32Array,
  edit: Span,
  shift: number,
): Span | undefined {
  const least = Math.min(old.length, fresh.length);
  let first = 0;
  while (
    first < least &&
    old[first] === fresh[first] &&
    old[first + 1] === fresh[first + 1] &&
    (old[first + 1] ?? 0) <= edit.start
  )
    first += 2;
  let [oldEnd, freshEnd] = [old.length, fresh.length];
  while (
    Math.min(oldEnd, freshEnd) > first &&
    (old[oldEnd - 2] ?? 0) >= edit.end &&
    (old[oldEnd - 2] ?? 0) + shift === fresh[freshEnd - 2] &&
    (old[oldEnd - 1] ?? 0) + shift === fresh[freshEnd - 1]
  ) {
    oldEnd -= 2;
    freshEnd -= 2;
  }
  if (oldEnd === first && freshEnd === first) return undefined;
  // Spans ascend, so the first has the least start and the last the greatest end.
  const starts = [
    ...(first < oldEnd ? [old[first] ?? 0] : []),
    ...(first < freshEnd ? [fresh[first] ?? 0] : []),
  ];
  const ends = [
    ...(first < oldEnd ? [old[oldEnd - 1] ?? 0] : []),
    ...(first < freshEnd ? [(fresh[freshEnd - 1] ?? 0) - shift] : []),
  ];
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

/** Collects spans in ascending order, and makes one of those that touch. */
class JoiningWriter {
  readonly #bounds: number[] = [];

  add(start: number, end: number): void {
    if (start >= end) return;
    const last = this.#bounds.length - 1;
    if (last > 0 && start <= (this.#bounds[last] ?? 0)) this.#bounds[last] = end;
    else this.#bounds.push(start, end);
  }

  addAll(bounds: Int32Array): void {
    for (let at = 0; at < bounds.length; at += 2) this.add(bounds[at] ?? 0, bounds[at + 1] ?? 0);
  }

  get bounds(): Int32Array {
    return Int32Array.from(this.#bounds);
  }
}
