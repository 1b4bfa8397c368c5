import * as path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { nodeTestBundle, repositoryFolder, sampleWorkspace } from './repository';
import { copyWorkspace } from './workspaceCopy';

/**
 * Runs the host tests in a desktop VS Code: the one that `VSCODE_PATH` names (its executable, not the `code`
 * script), else one that is downloaded: `VSCODE_VERSION`, or the current stable one.
 */
async function main(): Promise<void> {
  // A terminal of VS Code sets this, and would turn the VS Code under test into a plain Node.
  delete process.env['ELECTRON_RUN_AS_NODE'];
  const installed = process.env['VSCODE_PATH'];
  const workspace = await copyWorkspace(sampleWorkspace);
  try {
    await runTests({
      ...(installed === undefined
        ? { version: process.env['VSCODE_VERSION'] ?? 'stable' }
        : { vscodeExecutablePath: installed }),
      extensionDevelopmentPath: repositoryFolder,
      extensionTestsPath: path.join(repositoryFolder, nodeTestBundle),
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust'],
    });
  } finally {
    await workspace.dispose();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
