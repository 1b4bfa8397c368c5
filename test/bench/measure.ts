/** What is printed so that no measured work can be left out. */
let kept = 0;

/** Keeps a number that came of measured work. */
export function keep(value: number): void {
  kept += value;
}

export function keptDigits(): number {
  return String(kept).length;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** How long some work takes, in milliseconds. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The floor: a loop that reads each unit of a text and does nothing with it. */
export function bareLoop(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  kept += sum & 1;
}

/** So many scans of a megabyte it takes until V8 has compiled them for the last time. */
const WARM = 60;

/** Does some work until it is as quick as it gets. */
export function warmUp(work: () => void): void {
  for (let run = 0; run < WARM; run++) work();
}

/** Medians of some work and of the bare loop over the same text, run in turns, as machines are noisy. */
export function againstBareLoop(
  text: string,
  runs: number,
  work: () => void,
): { readonly spent: number; readonly share: number } {
  warmUp(work);
  const spent: number[] = [];
  const loops: number[] = [];
  for (let run = 0; run < runs; run++) {
    loops.push(
      timeOf(() => {
        bareLoop(text);
      }),
    );
    spent.push(timeOf(work));
  }
  return { spent: median(spent), share: median(loops) / median(spent) };
}

/** A figure with what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** At most this, or at least. */
  readonly aim?: readonly ['at most' | 'at least', number];
}

/** Prints figures as lines of columns, each with its aim and whether it holds. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { name, value, unit, aim } of figures) {
    const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : value < 1 ? 3 : 2;
    const told = `  ${name.padEnd(46)}${value.toFixed(digits).padStart(9)} ${unit.padEnd(8)}`;
    if (aim === undefined) console.log(told.trimEnd());
    else {
      const [side, bound] = aim;
      const holds = side === 'at most' ? value <= bound : value >= bound;
      console.log(`${told}${side} ${String(bound).padEnd(6)} ${holds ? 'ok' : 'BELOW THE AIM'}`);
    }
  }
}
