import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';

export interface TestRun {
  readonly passing: number;
  readonly failing: number;
  /** From the opening of the page to the first line that the suite printed. */
  readonly firstOutputMs: number;
}

const timeout = 5 * 60_000;

/**
 * Opens a workbench that runs a test bundle, and prints what the suite prints.
 *
 * @throws If the host ends without the suite's closing line, crashes, or takes longer than five minutes.
 */
export async function watchTestRun(
  browser: Browser,
  url: string,
  verbose: boolean,
): Promise<TestRun> {
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  const started = Date.now();
  const hostErrors: string[] = [];
  let firstOutputMs: number | undefined;
  let counts: Pick<TestRun, 'passing' | 'failing'> | undefined;

  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const text = format(...args);
    if (isFromSuite(text)) {
      firstOutputMs ??= Date.now() - started;
      counts = findCounts(text) ?? counts;
      console.log(text.slice(gutter.length));
    } else if (verbose) {
      console.error(`[${type}] ${text}`);
    } else if (type === 'error' && !isNoise(text)) {
      hostErrors.push(text);
    }
  });
  const exitCode = await verdict(page, url);
  if (counts === undefined) {
    const said = hostErrors.slice(-5).join('\n');
    throw new Error(
      `The host ended with code ${String(exitCode)} before the suite was done.\n${said}`,
    );
  }
  // The host's own verdict counts too: it also sees what goes wrong outside of a test.
  const failing = exitCode === 0 ? counts.failing : Math.max(counts.failing, 1);
  return { passing: counts.passing, failing, firstOutputMs: firstOutputMs ?? 0 };
}

async function verdict(page: Page, url: string): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`The suite was not done after ${String(timeout / 60_000)} minutes.`));
      }, timeout);
      page.once('crash', () => reject(new Error('The workbench crashed.')));
      page.once('close', () => reject(new Error('The workbench was closed.')));
      page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => page.goto(url))
        .catch(reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the closing line of `test/host/mochaRun.ts`. */
function findCounts(text: string): Pick<TestRun, 'passing' | 'failing'> | undefined {
  const found = /^│ Host tests: (\d+) passing, (\d+) failing/.exec(text);
  return found === null ? undefined : { passing: Number(found[1]), failing: Number(found[2]) };
}

/** As `test/host/mochaRun.ts` puts it before each line. */
const gutter = '│ ';

function isFromSuite(text: string): boolean {
  return text.startsWith(gutter) && !isNoise(text);
}

/** The newest host goes on complaining, in the same console, of the native modules that were not compiled. */
function isNoise(text: string): boolean {
  return /Could not locate the bindings file|\/build\/Release\//.test(text);
}
