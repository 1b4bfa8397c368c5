import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { Pack } from './src/core/packs/pack';
import type { PackFile } from './src/core/packs/packFile';
import { parsePack } from './src/core/packs/parsePack';
import { saveTermPack } from './src/core/terms/termPackBuffer';
import { buildTermPack } from './src/core/terms/termPackBuilder';
import { bundleHostTests } from './test/hosts/bundleHostTests';

// Makes dist/: the extension for both extension hosts, the panel's script, the shipped packs.
// With --tests also the host suite's bundles in out/; with --bench its benchmarks in their place.

const common: BuildOptions = {
  bundle: true,
  minify: true,
  // In the browser's dialect and without Node's modules, so that the same file runs in both extension hosts.
  platform: 'browser',
  target: 'es2022',
  logOverride: { 'import-is-undefined': 'error' },
  logLevel: 'warning',
};

/** The files that the extension loads when it first needs them; `extension.node.ts` and `extension.web.ts` say how. */
const lazyBundles = ['reading', 'citing'] as const;

const outsourceDynamicImports: Plugin = {
  name: 'outsource-dynamic-imports',
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      if (!lazyBundles.some((name) => path === `./${name}`)) {
        throw new Error(`${path} is imported when first used; add it to lazyBundles.`);
      }
      return { path: `${path}.js`, external: true };
    });
  },
};

/** Of the styles and languages that the processor of references brings along, those that are used. */
const usedStyles: Plugin = {
  name: 'used-styles',
  setup: ({ onLoad }) => {
    onLoad({ filter: /plugin-csl[\\/]lib(?:-mjs)?[\\/](?:styles|locales)\.json$/ }, ({ path }) => {
      const all = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
      const used = Object.entries(all).filter(([name]) => ['apa', 'en-US'].includes(name));
      if (used.length !== 1) throw new Error(`${path} has neither “apa” nor “en-US”.`);
      return { contents: JSON.stringify(Object.fromEntries(used)), loader: 'json' };
    });
  },
};

/** All files of a folder, with paths from it. */
export function readPackFiles(folder: string): readonly PackFile[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));
}

/** Compiles every folder of resources/packs. A problem in a shipped pack makes the build fail, once it is done. */
function compilePacks(): readonly Pack[] {
  const root = join(__dirname, 'resources', 'packs');
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let failed = false;
  const packs = folders.flatMap(({ name }) => {
    const { pack, problems } = parsePack(name, readPackFiles(join(root, name)));
    for (const { file, line, message } of problems) {
      failed = true;
      console.error(`resources/packs/${name}/${file}:${String(line)}: ${message}`);
    }
    return pack ?? [];
  });
  if (failed) process.exitCode = 1;
  return packs;
}

async function main(): Promise<void> {
  const dist = join(__dirname, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  const source = (name: string): string[] => [join(__dirname, 'src', `${name}.ts`)];
  for (const host of ['extension.node', 'extension.web']) {
    await build({
      ...common,
      entryPoints: source(host),
      outfile: join(dist, `${host}.js`),
      format: 'cjs',
      external: ['vscode'],
      plugins: [outsourceDynamicImports],
      supported: { 'dynamic-import': false },
    });
  }
  for (const name of lazyBundles) {
    await build({
      ...common,
      entryPoints: source(name),
      outfile: join(dist, `${name}.js`),
      format: 'cjs',
      plugins: [usedStyles],
    });
  }
  await build({
    ...common,
    entryPoints: [join(__dirname, 'src', 'panel', 'main.ts')],
    outfile: join(dist, 'panel.js'),
    format: 'iife',
  });
  const packs = compilePacks();
  await mkdir(join(dist, 'packs'));
  await writeFile(join(dist, 'packs', 'packs.json'), JSON.stringify(packs));
  for (const { id, terms } of packs) {
    const { pack, unusable } = buildTermPack(terms);
    for (const { entryId, message } of unusable) console.warn(`${entryId}: ${message}`);
    await writeFile(join(dist, 'packs', `${id}.terms`), new Uint8Array(saveTermPack(pack)));
  }
  if (process.argv.includes('--tests')) await bundleHostTests();
  if (process.argv.includes('--bench')) await bundleHostTests(__dirname, '.bench.ts');
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
