import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { startCodeServer } from './codeServer';
import { hostsFolder, repositoryFolder, sampleWorkspace } from './repository';

const startFolder = path.join(hostsFolder, 'start');

/**
 * `start.ts [FOLDER] [--fresh]`: opens the built extension in a VS Code of its own, on FOLDER or on a copy of the
 * sample workspace. The copy, the settings and the state last from one start to the next; `--fresh` clears them.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { fresh: { type: 'boolean', default: false } },
  });
  if (values.fresh) {
    await fs.rm(startFolder, { recursive: true, force: true });
  }
  const folder = await folderToOpen(positionals[0]);
  const server = await startCodeServer({
    connectionToken: randomBytes(16).toString('hex'),
    dataFolder: path.join(startFolder, 'server-data'),
    extensionFolder: repositoryFolder,
    // With it, notifications and dialogs would not show.
    payload: false,
  });
  const url = server.workbenchUrl(folder);
  console.log(`\nVS Code with the extension, on ${folder}:\n\n  ${url}\n`);
  console.log(openBrowser(url) ? 'Opening it in your browser.' : 'Open it in a browser.');
  console.log('Ctrl+C stops it.');
}

async function folderToOpen(asked: string | undefined): Promise<string> {
  if (asked !== undefined) {
    const folder = path.resolve(asked);
    if (!existsSync(folder)) {
      throw new Error(`There is no folder ${folder}.`);
    }
    return folder;
  }
  const copy = path.join(startFolder, path.basename(sampleWorkspace));
  if (!existsSync(copy)) {
    await fs.cp(sampleWorkspace, copy, { recursive: true });
  }
  return copy;
}

/** @returns False where there is no screen, or nothing that opens a page on it. */
function openBrowser(url: string): boolean {
  if (process.platform === 'linux') {
    const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => Boolean(process.env[name]));
    return hasScreen && isOnPath('xdg-open') && launch('xdg-open', [url]);
  }
  // `start` takes a first quoted argument for the window's title, and `&` must not end the command.
  return process.platform === 'win32'
    ? launch('cmd', ['/c', 'start', '""', `"${url}"`])
    : launch('open', [url]);
}

function isOnPath(command: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}

function launch(command: string, args: readonly string[]): boolean {
  const child = spawn(command, args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: true,
  });
  child.once('error', (error) =>
    console.error(`The browser could not be opened: ${error.message}`),
  );
  child.unref();
  return true;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
