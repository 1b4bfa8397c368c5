import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { type CodeServerInstall, installCodeServer } from './install';
import { endServerProcess, startServerProcess } from './serverProcess';

export interface CodeServerOptions {
  /** A secret that every request must carry. Without one, anybody on this machine may connect. */
  readonly connectionToken?: string;
  /** Installed before the server starts, as a user would install it. */
  readonly vsix?: string;
  /** The folder of an extension's package.json, to use from where it is: a reload of the window picks up a build. */
  readonly extensionFolder?: string;
  /** Whether folders start out in Restricted Mode. Off by default: every folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** The user's settings. By default those that `dataFolder` has, if any. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The display language, as if its language pack were installed. By default English. */
  readonly language?: string;
  /** Where settings, installed extensions and state live. By default a new one, removed on dispose. */
  readonly dataFolder?: string;
  /** Whether addresses may carry a payload, which turns notifications off. On by default. */
  readonly payload?: boolean;
  readonly extraArgs?: readonly string[];
  /** Receives what the server prints, without the noise of the native modules it lacks. */
  readonly log?: (line: string) => void;
}

/** A running newest host. */
export interface CodeServer {
  readonly port: number;
  readonly dataFolder: string;
  /** The address of a workbench on `folder`. `payload` needs the option of that name. */
  workbenchUrl(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** How `payload` names a file or folder of this machine. */
  remoteUri(file: string): string;
  dispose(): Promise<void>;
}

const startTimeout = 60_000;

export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const install = await installCodeServer();
  const dataFolder =
    options.dataFolder ?? (await fs.mkdtemp(path.join(os.tmpdir(), 'vscode-server-data-')));
  const removeData = async (): Promise<void> => {
    if (options.dataFolder === undefined) {
      await fs.rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  try {
    if (options.settings !== undefined || !existsSync(settingsFile(dataFolder))) {
      await writeUserSettings(dataFolder, options.settings ?? {});
    }
    if (options.language !== undefined) {
      await writeLanguagePack(dataFolder, options.language);
    }
    if (options.vsix !== undefined) {
      await installVsix(install, dataFolder, options.vsix);
    }
    if (options.extensionFolder !== undefined) {
      await linkExtension(dataFolder, options.extensionFolder);
    }
    const server = new ServerOutput(install, serverArgs(dataFolder, options), options.log);
    const port = await server.listening();
    return {
      port,
      dataFolder,
      workbenchUrl: (folder, payload = []) =>
        `http://127.0.0.1:${String(port)}/?${String(workbenchQuery(folder, payload, options))}`,
      remoteUri: (file) => `vscode-remote://127.0.0.1:${String(port)}${urlPath(file)}`,
      dispose: async () => {
        await server.end();
        await removeData();
      },
    };
  } catch (error) {
    await removeData();
    throw error;
  }
}

function serverArgs(dataFolder: string, options: CodeServerOptions): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', dataFolder],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(options.payload === false ? [] : ['--enable-smoke-test-driver']),
    ...(options.connectionToken === undefined
      ? ['--without-connection-token']
      : ['--connection-token', options.connectionToken]),
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.language === undefined ? [] : ['--locale', options.language]),
    ...(options.extraArgs ?? []),
  ];
}

function workbenchQuery(
  folder: string,
  payload: readonly (readonly [string, string])[],
  options: CodeServerOptions,
): URLSearchParams {
  const query = new URLSearchParams();
  if (options.connectionToken !== undefined) {
    query.set('tkn', options.connectionToken);
  }
  query.set('folder', urlPath(folder));
  if (payload.length > 0) {
    query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  }
  return query;
}

/** `C:\a` is `/C:/a` in a URI. */
function urlPath(file: string): string {
  const slashed = path.resolve(file).split(path.sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

/** Quiet unless a caller says otherwise: what would cover the workbench, or ask the network, is off. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
} as const;

/** code-server keeps the user's settings on the server, where stock VS Code keeps them in the browser. */
async function writeUserSettings(
  dataFolder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = settingsFile(dataFolder);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

function settingsFile(dataFolder: string): string {
  return path.join(dataFolder, 'data', 'User', 'settings.json');
}

/**
 * Leaves behind what the server writes when somebody installs a language pack: a list of packs, and the pack's texts.
 * There are none, so VS Code's own words stay English, but its display language is the pack's.
 */
async function writeLanguagePack(dataFolder: string, language: string): Promise<void> {
  const folder = path.join(dataFolder, 'data');
  const texts = path.join(folder, `${language}.i18n.json`);
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extension = {
    extensionIdentifier: { id: `test.language-pack-${language}` },
    version: '1.0.0',
  };
  const pack = {
    hash: language,
    extensions: [extension],
    translations: { vscode: texts },
    label: language,
  };
  await fs.writeFile(path.join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

async function installVsix(
  install: CodeServerInstall,
  dataFolder: string,
  vsix: string,
): Promise<void> {
  const args = ['--install-extension', path.resolve(vsix), '--server-data-dir', dataFolder];
  const server = new ServerOutput(install, ['--accept-server-license-terms', ...args]);
  const text = await server.ended();
  if (!text.includes('successfully installed')) {
    throw new Error(`${vsix} was not installed:\n${text}`);
  }
}

/**
 * Puts a link where installed extensions live. Without its own list of them the server makes one from what is there.
 * The payload's `extensionDevelopmentPath` would do too, at the price of notifications and dialogs.
 */
async function linkExtension(dataFolder: string, extensionFolder: string): Promise<void> {
  const folder = path.join(dataFolder, 'extensions');
  await fs.mkdir(folder, { recursive: true });
  await fs.rm(path.join(folder, 'extensions.json'), { force: true });
  const link = path.join(folder, 'under-development');
  await fs.rm(link, { force: true });
  await fs.symlink(path.resolve(extensionFolder), link, 'junction');
}

/** One run of `server-main.js`, and what it has said so far. */
class ServerOutput {
  readonly #child;
  readonly #ended: Promise<void>;
  readonly #log: ((line: string) => void) | undefined;
  readonly #lines: string[] = [];
  readonly #onLine = new Set<(line: string) => void>();

  constructor(
    { node, serverMain }: CodeServerInstall,
    args: readonly string[],
    log?: (line: string) => void,
  ) {
    this.#log = log;
    this.#child = startServerProcess(node, [serverMain, ...args], serverEnvironment());
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.once('error', (error) => {
        this.#take(error.message);
        resolve();
      });
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      const isNoise = noiseFilter();
      let rest = '';
      stream?.on('data', (data: Buffer) => {
        const lines = (rest + data.toString()).split('\n');
        rest = lines.pop() ?? '';
        lines.filter((line) => !isNoise(line)).forEach((line) => this.#take(line));
      });
    }
  }

  #take(line: string): void {
    this.#lines.push(line);
    this.#log?.(line);
    this.#onLine.forEach((listener) => listener(line));
  }

  /** @returns The port that the server chose. */
  async listening(): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const port = await Promise.race([
      new Promise<number>((resolve) =>
        this.#onLine.add((line) => {
          const found = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
          if (found !== undefined) {
            resolve(Number(found));
          }
        }),
      ),
      this.#ended,
      new Promise<void>((resolve) => (timer = setTimeout(resolve, startTimeout))),
    ]);
    clearTimeout(timer);
    if (port === undefined) {
      await this.end();
      throw new Error(`The VS Code server did not start:\n${this.#lines.slice(-20).join('\n')}`);
    }
    return port;
  }

  /** Waits until the run ends by itself. @returns All that it said. */
  async ended(): Promise<string> {
    await this.#ended;
    return this.#lines.join('\n');
  }

  async end(): Promise<void> {
    await endServerProcess(this.#child);
  }
}

/** A terminal of VS Code or a debugger hands down variables that would change what the server is. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name),
  );
  // No gallery: a host under test asks nothing of the network.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}' };
}

/**
 * Native modules are left uncompiled, so each that is wanted reports some forty lines: the places tried as a list,
 * the stack, the same list again as an object. Says of each line of one stream, in order, if it belongs to that.
 */
function noiseFilter(): (line: string) => boolean {
  const opening = /Could not locate the bindings file|Cannot find module '.*\.node'/;
  const continuation =
    /^\s*(→|at |tries: \[|requireStack: \[|'.*',?$|\],?$|\}$|code: '|Require stack:|- \/|$)/;
  let inside = false;
  return (line) => {
    inside = opening.test(line) || (inside && continuation.test(line));
    return inside || line.trim() === '' || /^\[\d\d:\d\d:\d\d\]\s*$/.test(line);
  };
}
