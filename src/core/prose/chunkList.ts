import type { Span } from '../terms/span';
import { countUpTo } from './countUpTo';

/**
 * A block of the top level with what follows it up to the next. Where such a block begins, Markdown is read without
 * regard to what stood before, so a text can be read block by block.
 */
export interface Chunk {
  /** UTF-16 code units. */
  readonly length: number;
  /** Start and end of each span, counted from the chunk's start, as all that follows. */
  readonly exclude: Int32Array;
  readonly quoted: Int32Array;
  /** Tags of HTML between which a quotation stands, which may last over blocks. */
  readonly tags: readonly QuotationTag[];
  /** What links by their text alone, `[text]`, which are links where a line defines it. */
  readonly shortcuts: readonly Shortcut[];
  /** The labels that lines define. */
  readonly definitions: readonly string[];
}

export interface Shortcut extends Span {
  readonly label: string;
}

export interface QuotationTag extends Span {
  readonly isOpening: boolean;
}

/** So many chunks a group, about. An edit copies one group and the list of groups. */
const GROUP = 128;

interface Group {
  readonly chunks: readonly Chunk[];
  /** UTF-16 code units. */
  readonly length: number;
  readonly hasTags: boolean;
  readonly hasLinks: boolean;
}

/** The chunks of a text, which may be very many, in groups. Immutable. */
export class ChunkList {
  readonly #groups: readonly Group[];
  /** Where each group starts, and which number its first chunk has. */
  readonly #starts: Float64Array;
  readonly #numbers: Float64Array;
  readonly count: number;

  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    this.#starts = new Float64Array(groups.length);
    this.#numbers = new Float64Array(groups.length);
    let [start, number] = [0, 0];
    groups.forEach(({ chunks, length }, index) => {
      this.#starts[index] = start;
      this.#numbers[index] = number;
      start += length;
      number += chunks.length;
    });
    this.count = number;
  }

  static of(chunks: readonly Chunk[]): ChunkList {
    return new ChunkList(groupsOf(chunks));
  }

  /** How many chunks start at `offset` or before. */
  countUpTo(offset: number): number {
    const index = countUpTo(this.#starts, offset) - 1;
    if (index < 0) return 0;
    let count = this.#numbers[index] ?? 0;
    let start = this.#starts[index] ?? 0;
    for (const { length } of this.#groups[index]?.chunks ?? []) {
      if (start > offset) break;
      count++;
      start += length;
    }
    return count;
  }

  /** Where the chunk with a number starts; undefined if there is none. */
  startOf(number: number): number | undefined {
    if (number < 0 || number >= this.count) return undefined;
    const index = countUpTo(this.#numbers, number) - 1;
    let start = this.#starts[index] ?? 0;
    const before = number - (this.#numbers[index] ?? 0);
    for (const { length } of this.#groups[index]?.chunks.slice(0, before) ?? []) start += length;
    return start;
  }

  /** The same with other chunks from the number `first` to before `next`. */
  replaced(first: number, next: number, fresh: readonly Chunk[]): ChunkList {
    const head = Math.max(0, countUpTo(this.#numbers, first) - 1);
    const tail = countUpTo(this.#numbers, next) - 1;
    const chunksOf = (index: number) => this.#groups[index]?.chunks ?? [];
    const middle = [
      ...chunksOf(head).slice(0, first - (this.#numbers[head] ?? 0)),
      ...fresh,
      ...chunksOf(tail).slice(next - (this.#numbers[tail] ?? 0)),
    ];
    return new ChunkList(
      this.#groups.slice(0, head).concat(groupsOf(middle), this.#groups.slice(tail + 1)),
    );
  }

  /** The links by their text alone that lines in whatever chunks define. */
  definedShortcuts(): Span[] {
    const linking = this.#groups.flatMap((group, index) =>
      group.hasLinks ? [{ ...group, start: this.#starts[index] ?? 0 }] : [],
    );
    const defined = new Set(
      linking.flatMap(({ chunks }) => chunks.flatMap(({ definitions }) => definitions)),
    );
    const found: Span[] = [];
    if (defined.size === 0) return found;
    for (const { chunks, start } of linking) {
      let from = start;
      for (const { length, shortcuts } of chunks) {
        for (const shortcut of shortcuts) {
          if (defined.has(shortcut.label))
            found.push({ start: from + shortcut.start, end: from + shortcut.end });
        }
        from += length;
      }
    }
    return found;
  }

  /** What stands from a tag that opens a quotation to the one that closes it, in whatever chunks. */
  quotedElements(): Span[] {
    const elements: Span[] = [];
    const open: number[] = [];
    this.#groups.forEach(({ chunks, hasTags }, index) => {
      if (!hasTags) return;
      let from = this.#starts[index] ?? 0;
      for (const { length, tags } of chunks) {
        for (const { start, end, isOpening } of tags) {
          if (isOpening) {
            open.push(from + start);
            continue;
          }
          const opened = open.pop();
          if (opened !== undefined) elements.push({ start: opened, end: from + end });
        }
        from += length;
      }
    });
    return elements;
  }
}

function groupsOf(chunks: readonly Chunk[]): Group[] {
  const groups: Group[] = [];
  const size = chunks.length > 2 * GROUP ? GROUP : 2 * GROUP;
  for (let at = 0; at < chunks.length; at += size) {
    const own = chunks.slice(at, at + size);
    groups.push({
      chunks: own,
      length: own.reduce((sum, { length }) => sum + length, 0),
      hasTags: own.some(({ tags }) => tags.length > 0),
      hasLinks: own.some(
        ({ shortcuts, definitions }) => shortcuts.length > 0 || definitions.length > 0,
      ),
    });
  }
  return groups;
}
