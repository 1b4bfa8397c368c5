import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Prints what the product costs. Machines are noisy: medians of fresh processes, and ratios where there is a peer.

const root = join(__dirname, '..', '..');

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function benchActivation(): void {
  const runs = Array.from({ length: 15 }, () => {
    const out = execFileSync(process.execPath, [join(__dirname, 'activationProcess.cjs')], {
      encoding: 'utf8',
    });
    return JSON.parse(out) as readonly number[];
  });
  const column = (index: number): number => median(runs.map((run) => run[index] ?? NaN));
  const [load, activate, packs] = [column(0), column(1), column(2)];
  console.log(`Activation, median of ${String(runs.length)} fresh processes:`);
  console.log(
    `  load ${load.toFixed(1)} ms, activate ${activate.toFixed(1)} ms: ${(load + activate).toFixed(1)} ms in all (target 30 ms)`,
  );
  console.log(`  then, while the window is up: packs loaded and indexed in ${packs.toFixed(1)} ms`);
}

function benchSizes(): void {
  const kilobytes = (path: string): string =>
    `${(statSync(join(root, path)).size / 1024).toFixed(0)} KB`;
  console.log(
    `Sizes: VSIX ${kilobytes('out/aide-memoire.vsix')} (target 1,024 KB), extension.node.js ${kilobytes('dist/extension.node.js')}, reading.js ${kilobytes('dist/reading.js')} and citing.js ${kilobytes('dist/citing.js')}, extension.web.js ${kilobytes('dist/extension.web.js')}, panel.js ${kilobytes('dist/panel.js')}, packs.json ${kilobytes('dist/packs/packs.json')}`,
  );
  const bytes = readFileSync(join(root, 'dist', 'packs', 'packs.json'));
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    JSON.parse(new TextDecoder().decode(bytes));
    return performance.now() - start;
  });
  console.log(`Shipped packs, parsed from JSON: ${median(times).toFixed(1)} ms`);
}

benchActivation();
benchSizes();
// A process of its own: it wants more memory, and its code bundled as the extension is.
execFileSync('npx', ['tsx', join(__dirname, 'terms.ts')], { stdio: 'inherit' });
execFileSync('npx', ['tsx', join(__dirname, 'search.ts')], { stdio: 'inherit' });
execFileSync('npx', ['tsx', join(__dirname, 'typing.ts')], { stdio: 'inherit' });
console.log('\nIn a real VS Code:');
execFileSync('npx', ['tsx', join(root, 'build.ts'), '--bench'], { stdio: 'inherit' });
execFileSync('npx', ['tsx', join(root, 'test', 'hosts', 'runHostTests.ts'), 'newest'], {
  stdio: 'inherit',
});
