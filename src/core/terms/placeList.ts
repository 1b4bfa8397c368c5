import type { Hits } from './hits';
import { longer } from './longer';

/** Numbers at the end of which more can be written. */
class Numbers {
  count = 0;
  #values = new Int32Array(64);

  add(value: number): void {
    if (this.count === this.#values.length) this.#values = longer(this.#values, 2 * this.count);
    this.#values[this.count++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

/** Everything that stands at each of many places, ascending, before it is chosen. */
export class PlaceList {
  readonly #starts = new Numbers();
  /** For each place, where its hits begin in the lists below. */
  readonly #firsts = new Numbers();
  readonly #ends = new Numbers();
  readonly #labels = new Numbers();
  readonly #packs = new Numbers();
  readonly #traits = new Numbers();

  get count(): number {
    return this.#starts.count;
  }

  add(start: number, { count, ends, labels, packs, traits }: Hits): void {
    this.#starts.add(start);
    this.#firsts.add(this.#ends.count);
    for (let hit = 0; hit < count; hit++) {
      this.#ends.add(ends[hit] ?? 0);
      this.#labels.add(labels[hit] ?? 0);
      this.#packs.add(packs[hit] ?? 0);
      this.#traits.add(traits[hit] ?? 0);
    }
  }

  startOf(place: number): number {
    return this.#starts.at(place);
  }

  /** Replaces `hits` by what stands at a place. */
  read(place: number, hits: Hits): void {
    hits.count = 0;
    const end = place + 1 < this.count ? this.#firsts.at(place + 1) : this.#ends.count;
    for (let hit = this.#firsts.at(place); hit < end; hit++) {
      hits.add(this.#ends.at(hit), this.#labels.at(hit), this.#packs.at(hit), this.#traits.at(hit));
    }
  }
}
