import 'mocha/mocha.js';
import { testFiles } from 'host-tests';
import { sampleFiles } from 'sample-workspace';
import * as vscode from 'vscode';
import { mochaOptions, runTests } from './mochaRun';

/** Called by an extension host that is a web worker. */
export async function run(): Promise<void> {
  await writeSampleWorkspace();
  mocha.setup(mochaOptions);
  await runTests(mocha as unknown as Mocha, testFiles);
}

/** The folder that is open lives in memory and starts out empty. */
async function writeSampleWorkspace(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder?.uri.scheme !== 'tmp') {
    return;
  }
  for (const [path, text] of sampleFiles) {
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder.uri, path),
      new TextEncoder().encode(text),
    );
  }
}
