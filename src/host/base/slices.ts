import type { Steps } from '../../core/terms/steps';

/** How long, in milliseconds, work in the background may hold the extension host at a time. */
const slice = 8;

/**
 * Does work a little at a time, so that what people wait for comes between.
 *
 * @param isWanted Asked between slices: work that nobody wants any more is given up.
 * @returns Undefined if it was given up.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  isWanted: () => boolean = () => true,
): Promise<Result | undefined> {
  let until = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return undefined;
    until = performance.now() + slice;
  }
}
