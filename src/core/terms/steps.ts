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
const MANY = 4_000;

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

/** So many texts are sorted in a step. */
const RUN = 4_000;

/**
 * The order of texts by code units, as their numbers. Source: a merge sort whose first runs are left to the engine's.
 */
export function* sortInSteps(texts: readonly string[]): Steps<Uint32Array> {
  const at = (number: number | undefined): string => texts[number ?? 0] ?? '';
  const compare = (a: number, b: number): number =>
    at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b;
  let from = Uint32Array.from({ length: texts.length }, (_, number) => number);
  for (let start = 0; start < texts.length; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    yield;
  }
  let to = new Uint32Array(texts.length);
  for (let run = RUN; run < texts.length; run *= 2) {
    for (let start = 0; start < texts.length; start += 2 * run) {
      const middle = Math.min(start + run, texts.length);
      const end = Math.min(start + 2 * run, texts.length);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place++) {
        const takesLeft =
          left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[place] = (takesLeft ? from[left++] : from[right++]) ?? 0;
        if (place % RUN === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
