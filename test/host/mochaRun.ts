/** A test file whose tests are not registered before `load` is called. */
export interface TestFile {
  readonly file: string;
  readonly load: () => unknown;
}

/** Options for both of mocha's builds. The first test of a run may wait for the extension to be scanned. */
export const mochaOptions = {
  ui: 'bdd',
  reporter: 'spec',
  color: false,
  timeout: 20_000,
  slow: 2_000,
} as const;

/** Leads every line that the suite prints: the host's log, which a runner reads, is full of lines of its own. */
const gutter = '│ ';

/**
 * Registers and runs `files`, and closes with a line that `runHostTests.ts` reads.
 *
 * @throws If a test failed or none ran, which is how an extension host learns of it.
 */
export async function runTests(mocha: Mocha, files: readonly TestFile[]): Promise<void> {
  for (const { file, load } of files) {
    // Puts `describe`, `it` and the rest on the global object, as mocha does for files that it loads itself.
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    load();
  }
  const counts = { passing: 0, failing: 0, pending: 0 };
  const unmark = markConsole(mocha);
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => counts.passing++)
      .on('fail', () => counts.failing++)
      .on('pending', () => counts.pending++);
  });
  const { passing, failing, pending } = counts;
  console.log(`Host tests: ${passing} passing, ${failing} failing, ${pending} pending`);
  unmark();
  if (failing > 0) {
    throw new Error(`${failing} host tests failed.`);
  }
  if (passing === 0) {
    throw new Error('No host test ran.');
  }
}

/**
 * Puts the gutter before what this extension host prints, extensions included. The methods of VS Code's console
 * cannot be assigned to, so the console as a whole gives way to another.
 *
 * @returns What ends that.
 */
function markConsole(mocha: Mocha): () => void {
  const original = globalThis.console;
  const marked = Object.create(original) as Console;
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const value = (...args: readonly unknown[]): void => {
      // A first string may be a format.
      const [first, ...rest] =
        typeof args[0] === 'string' || args.length === 0 ? args : ['%o', ...args];
      original[level](`${gutter}${String(first ?? '')}`, ...rest);
    };
    Object.defineProperty(marked, level, { value });
  }
  globalThis.console = marked;
  // Reporters print through what was the console when mocha was loaded.
  (mocha.constructor as typeof Mocha).reporters.Base.consoleLog = marked.log;
  return () => {
    globalThis.console = original;
  };
}
