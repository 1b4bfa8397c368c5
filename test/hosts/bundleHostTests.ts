import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { nodeTestBundle, repositoryFolder, webTestBundle } from './repository';

/**
 * Bundles every `*.test.ts` of `test/host` in `root` twice, or every `*.bench.ts`: for the extension host that is a Node process, with
 * mocha taken from node_modules at run time, and for the one that is a web worker, with mocha's browser build inside.
 */
export async function bundleHostTests(
  root: string = repositoryFolder,
  ending: '.test.ts' | '.bench.ts' = '.test.ts',
): Promise<void> {
  const common = {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: true,
    logLevel: 'warning',
    // A test of an extension elsewhere has no node_modules of its own.
    nodePaths: [path.join(repositoryFolder, 'node_modules')],
    plugins: [foundFiles(root, ending)],
  } as const satisfies BuildOptions;
  const entry = (name: string): string => path.join(repositoryFolder, 'test', 'host', name);
  await Promise.all([
    build({
      ...common,
      entryPoints: [entry('index.node.ts')],
      outfile: path.join(root, nodeTestBundle),
      platform: 'node',
      external: ['vscode', 'mocha'],
    }),
    build({
      ...common,
      entryPoints: [entry('index.web.ts')],
      outfile: path.join(root, webTestBundle),
      platform: 'browser',
      external: ['vscode'],
    }),
  ]);
}

/** Writes the modules that `test/host/foundFiles.d.ts` declares, from what is on disk. */
function foundFiles(root: string, ending: string): Plugin {
  const namespace = 'found-files';
  const testFolder = path.join(root, 'test', 'host');
  const workspaceFolder = path.join(root, 'test', 'fixtures', 'workspace');
  const contents: Readonly<Record<string, () => Promise<string>>> = {
    // `require` leaves a file unread until its `load` is called, when mocha has set up its functions.
    'host-tests': async () => {
      const files = (await filesBelow(testFolder)).filter((file) => file.endsWith(ending));
      const entries = files.map((file) => {
        const specifier = JSON.stringify(`./${file}`);
        return `{ file: ${specifier}, load: () => require(${specifier}) },`;
      });
      return `export const testFiles = [${entries.join('\n')}];`;
    },
    'sample-workspace': async () => {
      const files = await filesBelow(workspaceFolder);
      const entries = files.map(async (file) => [
        file,
        await fs.readFile(path.join(workspaceFolder, file), 'utf8'),
      ]);
      return `export const sampleFiles = ${JSON.stringify(await Promise.all(entries))};`;
    },
  };
  return {
    name: namespace,
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^(host-tests|sample-workspace)$/ }, (args) => ({
        path: args.path,
        namespace,
      }));
      onLoad({ filter: /.*/, namespace }, async (args) => ({
        contents: (await contents[args.path]?.()) ?? '',
        resolveDir: testFolder,
      }));
    },
  };
}

/** @returns Paths from `folder`, in one order on every machine; none if there is no such folder. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

if (require.main === module) {
  void bundleHostTests();
}
