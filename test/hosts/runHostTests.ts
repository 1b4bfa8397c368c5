import * as path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './chromium';
import { startCodeServer } from './codeServer';
import { nodeTestBundle, repositoryFolder, webTestBundle } from './repository';
import { type TestRun, watchTestRun } from './testRun';
import { startVscodeWeb } from './vscodeWeb';
import { copyWorkspace } from './workspaceCopy';

interface Options {
  /** The extension under development, with its test bundles built. */
  readonly root: string;
  readonly verbose: boolean;
}

const hosts = {
  newest: async (browser: Browser, { root, verbose }: Options): Promise<TestRun> => {
    const workspace = await copyWorkspace(path.join(root, 'test', 'fixtures', 'workspace'));
    const server = await startCodeServer(
      verbose ? { log: (line) => console.error(`[server] ${line}`) } : {},
    );
    try {
      const url = server.workbenchUrl(workspace.folder, [
        ['extensionDevelopmentPath', server.remoteUri(root)],
        ['extensionTestsPath', server.remoteUri(path.join(root, nodeTestBundle))],
      ]);
      return await watchTestRun(browser, url, verbose);
    } finally {
      await server.dispose();
      await workspace.dispose();
    }
  },
  web: async (browser: Browser, { root, verbose }: Options): Promise<TestRun> => {
    const server = await startVscodeWeb({ extensionFolder: root, testBundle: webTestBundle });
    try {
      return await watchTestRun(browser, server.url, verbose);
    } finally {
      await server.dispose();
    }
  },
} as const;

type HostName = keyof typeof hosts;

/** `runHostTests.ts [newest|web] [--root FOLDER] [--verbose]`: both hosts unless one is named. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string' }, verbose: { type: 'boolean', default: false } },
  });
  const options = { root: path.resolve(values.root ?? repositoryFolder), verbose: values.verbose };
  const names = positionals.length === 0 ? (['newest', 'web'] as const) : positionals;
  const closing: string[] = [];
  for (const name of names) {
    if (!isHostName(name)) {
      throw new Error(`There is no host "${name}". Name one of: ${Object.keys(hosts).join(', ')}.`);
    }
    console.log(`\n${name}:`);
    const run = await runIn(name, options);
    if (run === undefined || run.failing > 0 || run.passing === 0) {
      process.exitCode = 1;
    }
    closing.push(
      run === undefined
        ? `${name}: the suite did not finish`
        : `${name}: ${String(run.passing)} passing, ${String(run.failing)} failing`,
    );
  }
  console.log(`\n${closing.join('\n')}`);
}

/** A host that breaks must not hide what the other one has to say. */
async function runIn(name: HostName, options: Options): Promise<TestRun | undefined> {
  const started = Date.now();
  try {
    const browser = await launchBrowser();
    try {
      const run = await hosts[name](browser, options);
      const seconds = (ms: number): string => (ms / 1000).toFixed(1);
      const total = seconds(Date.now() - started);
      console.log(`${seconds(run.firstOutputMs)} s to the first test, ${total} s in all`);
      return run;
    } finally {
      await browser.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

function isHostName(name: string): name is HostName {
  return Object.hasOwn(hosts, name);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
