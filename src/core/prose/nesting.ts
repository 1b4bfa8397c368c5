/** Something that has begun in a text. */
export interface Begun {
  readonly name: string;
  /** UTF-16 code units. */
  readonly start: number;
  readonly isQuotation: boolean;
}

/** What has begun in a text and not ended yet. */
export class Nesting {
  /** The outer before the inner. */
  readonly #begun: Begun[] = [];
  readonly #counts = new Map<string, number>();

  begin(begun: Begun): void {
    this.#begun.push(begun);
    this.#counts.set(begun.name, this.#count(begun.name) + 1);
  }

  /**
   * Ends the innermost of a name, and whatever began within it and was left open.
   *
   * @returns Undefined if none has begun. Cost: constant, for each that has begun.
   */
  end(name: string): Begun | undefined {
    if (this.#count(name) === 0) return undefined;
    for (let inner = this.#begun.pop(); inner !== undefined; inner = this.#begun.pop()) {
      this.#counts.set(inner.name, this.#count(inner.name) - 1);
      if (inner.name === name) return inner;
    }
    return undefined;
  }

  #count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}
