/** The bits of `Hits.traits`: a form that is not the label's own, and a label with a condition. */
export const INFLECTED = 1;
export const CONDITIONAL = 2;

/** Everything found at one place, in parallel arrays that are used again and again. */
export class Hits {
  count = 0;
  readonly ends: number[] = [];
  readonly labels: number[] = [];
  readonly packs: number[] = [];
  /** Of `INFLECTED` and `CONDITIONAL`. */
  readonly traits: number[] = [];

  add(end: number, label: number, pack: number, traits: number): void {
    const at = this.count++;
    this.ends[at] = end;
    this.labels[at] = label;
    this.packs[at] = pack;
    this.traits[at] = traits;
  }

  /** Sorts them, the best last. */
  sort(isBetter: (a: number, b: number) => boolean): void {
    const order = Array.from({ length: this.count }, (_, at) => at);
    order.sort((a, b) => (isBetter(a, b) ? 1 : -1));
    for (const list of [this.ends, this.labels, this.packs, this.traits]) {
      const sorted = order.map((at) => list[at] ?? 0);
      for (let at = 0; at < sorted.length; at++) list[at] = sorted[at] ?? 0;
    }
  }

  /** Takes out one; the last comes in its place. */
  remove(at: number): void {
    const last = --this.count;
    this.ends[at] = this.ends[last] ?? 0;
    this.labels[at] = this.labels[last] ?? 0;
    this.packs[at] = this.packs[last] ?? 0;
    this.traits[at] = this.traits[last] ?? 0;
  }
}
