import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '..', '..');

/**
 * Bundles a measuring process of this folder as the extension is bundled, and runs it with the arguments of this one:
 * what a loader for TypeScript does to the code is no part of the figures.
 *
 * @returns Its exit code.
 */
export function runBundled(name: string, flags: readonly string[] = []): number {
  const outfile = join(root, '.vscode-test', 'bench', `${name}.cjs`);
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'error',
  });
  const args = [...flags, outfile, ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root }).status ?? 1;
}
