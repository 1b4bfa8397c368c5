/** What documents are worth to a query, by their numbers. Used again for each query: `clear` it. */
export class Ranking {
  readonly #nameScores: Float32Array;
  readonly #textScores: Float32Array;
  readonly #weights: Float32Array;
  readonly #names: Uint32Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: Uint32Array;
  #count = 0;

  /** @param weights What to multiply the worth of each document with: how likely it is meant at all. */
  constructor(weights: Float32Array) {
    const size = weights.length;
    this.#weights = weights;
    this.#isTouched = new Uint8Array(size);
    this.#nameScores = new Float32Array(size);
    this.#textScores = new Float32Array(size);
    this.#names = new Uint32Array(size);
    this.#touched = new Uint32Array(size);
  }

  /** Of a document's names the best counts. */
  addName(document: number, name: number, score: number): void {
    this.#touch(document);
    if (score <= (this.#nameScores[document] ?? 0)) return;
    this.#nameScores[document] = score;
    this.#names[document] = name;
  }

  addText(document: number, score: number): void {
    this.#touch(document);
    this.#textScores[document] = score;
  }

  /** The best, best first; of two alike that first whose number is lower. Cost: a comparison for most documents. */
  best(limit: number): readonly number[] {
    const best: number[] = [];
    const isBetter = (a: number, b: number): boolean =>
      this.#score(a) > this.#score(b) || (this.#score(a) === this.#score(b) && a < b);
    for (let n = 0; n < this.#count; n++) {
      const document = this.#touched[n] ?? 0;
      const last = best[limit - 1];
      if (last !== undefined && !isBetter(document, last)) continue;
      let [low, high] = [0, best.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBetter(best[middle] ?? 0, document)) low = middle + 1;
        else high = middle;
      }
      best.splice(low, 0, document);
      if (best.length > limit) best.pop();
    }
    return best;
  }

  /** Why a document is there: its best name, and what name and text are worth. */
  at(document: number): {
    readonly name: number;
    readonly nameScore: number;
    readonly textScore: number;
  } {
    return {
      name: this.#names[document] ?? 0,
      nameScore: this.#nameScores[document] ?? 0,
      textScore: this.#textScores[document] ?? 0,
    };
  }

  clear(): void {
    for (let n = 0; n < this.#count; n++) {
      const document = this.#touched[n] ?? 0;
      this.#nameScores[document] = 0;
      this.#textScores[document] = 0;
      this.#isTouched[document] = 0;
    }
    this.#count = 0;
  }

  #score(document: number): number {
    const score = (this.#nameScores[document] ?? 0) + (this.#textScores[document] ?? 0);
    return score * (this.#weights[document] ?? 0);
  }

  #touch(document: number): void {
    if (this.#isTouched[document] === 1) return;
    this.#isTouched[document] = 1;
    this.#touched[this.#count++] = document;
  }
}
