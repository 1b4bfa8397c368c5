/** Work that is done in steps, each so short that a caller can look at the clock between two of them. */
export type Steps<Result> = Generator<void, Result>;

/** Does all steps at once. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** So many simple things are done in a step. */
const MANY = 20_000;

/**
 * Does something with each of `count` things.
 *
 * @param work Does it with those from the first number to before the second: a loop of its own, as V8 does not make
 * the loops of generators quick.
 */
export function* inSteps(count: number, work: (from: number, to: number) => void): Steps<void> {
  for (let from = 0; from < count; from += MANY) {
    work(from, Math.min(count, from + MANY));
    yield;
  }
}
