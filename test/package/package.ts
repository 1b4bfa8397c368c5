import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

// Makes the VSIX and prints what is in it.

export const vsixPath = join(__dirname, '..', '..', 'out', 'aide-memoire.vsix');

async function main(): Promise<void> {
  const cwd = join(__dirname, '..', '..');
  mkdirSync(join(cwd, 'out'), { recursive: true });
  await createVSIX({
    cwd,
    packagePath: vsixPath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  for (const file of (await listFiles({ cwd })).sort()) {
    console.log(`${kilobytes(join(cwd, file))}  ${file}`);
  }
  console.log(`${kilobytes(vsixPath)}  ${vsixPath} in all`);
}

function kilobytes(path: string): string {
  return `${(statSync(path).size / 1024).toFixed(1).padStart(8)} KB`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
