import { createReadStream, existsSync, statSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { installVscodeWeb } from './install';

export interface VscodeWebOptions {
  /** The extension under development: the folder of its package.json. */
  readonly extensionFolder: string;
  /** The test bundle, relative to `extensionFolder`. */
  readonly testBundle?: string;
  /** By default a folder in memory, empty at first, which the test bundle fills. */
  readonly folderUri?: UriComponents;
}

/** The form in which the workbench reads a URI from JSON. */
export interface UriComponents {
  readonly scheme: string;
  readonly authority?: string;
  readonly path: string;
}

/** A served oldest host. */
export interface VscodeWeb {
  readonly url: string;
  dispose(): Promise<void>;
}

/** The web workbench has a file system in memory under this scheme. */
export const memoryWorkspace: UriComponents = { scheme: 'tmp', path: '/workspace' };

const version = '1.91.1';
const workbenchPath = '/workbench';
const extensionPath = '/extension';

/**
 * Serves the static workbench, its configuration and the extension from one address on this machine.
 *
 * The page is at `w.vs.localhost` and each webview at a name beside it: a browser takes them for one site, so that
 * the webview's service worker is allowed, and looks no name up for either.
 */
export async function startVscodeWeb(options: VscodeWebOptions): Promise<VscodeWeb> {
  const dist = await installVscodeWeb();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://w.vs.localhost');
    answer(decodeURIComponent(pathname), response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function answer(pathname: string, response: http.ServerResponse): Promise<void> {
    if (pathname === '/') {
      sendText(response, 'text/html', await workbenchHtml(dist));
    } else if (pathname === '/product.json') {
      sendText(response, 'application/json', JSON.stringify(workbenchOptions(options, port)));
    } else if (pathname.startsWith(`${workbenchPath}/`)) {
      sendFile(response, dist, pathname.slice(workbenchPath.length));
    } else if (pathname.startsWith(`${extensionPath}/`)) {
      sendFile(response, options.extensionFolder, pathname.slice(extensionPath.length));
    } else {
      response.writeHead(404).end();
    }
  }

  return {
    url: `http://w.vs.localhost:${String(port)}/`,
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function workbenchHtml(dist: string): Promise<string> {
  const file = path.join(dist, 'out/vs/code/browser/workbench/workbench.html');
  return (await fs.readFile(file, 'utf8'))
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', workbenchPath)
    .replaceAll('{{WORKBENCH_WEB_CONFIGURATION}}', '{}')
    .replaceAll('{{WORKBENCH_AUTH_SESSION}}', '')
    .replaceAll('{{WORKBENCH_NLS_BASE_URL}}', '');
}

/** What `workbench.js` fetches as `/product.json`. */
function workbenchOptions(options: VscodeWebOptions, port: number): unknown {
  const authority = `w.vs.localhost:${String(port)}`;
  const served = (file: string): UriComponents => ({
    scheme: 'http',
    authority,
    path: path.posix.join(extensionPath, file.split(path.sep).join('/')),
  });
  return {
    productConfiguration: {
      version,
      commit: 'unknown',
      quality: 'stable',
      nameShort: 'VS Code Web',
      nameLong: 'VS Code Web',
      applicationName: 'code-web',
      dataFolderName: '.vscode-web',
      enableTelemetry: false,
    },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'workbench.enableExperiments': false,
      'telemetry.telemetryLevel': 'off',
    },
    folderUri: options.folderUri ?? memoryWorkspace,
    enableWorkspaceTrust: false,
    webviewEndpoint: `http://{{uuid}}.vs.localhost:${String(port)}${workbenchPath}/out/vs/workbench/contrib/webview/browser/pre`,
    developmentOptions: {
      extensions: [served('')],
      ...(options.testBundle === undefined
        ? {}
        : { extensionTestsPath: served(options.testBundle) }),
    },
  };
}

function sendText(response: http.ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, ...commonHeaders }).end(text);
}

function sendFile(response: http.ServerResponse, root: string, relative: string): void {
  const file = path.join(root, relative);
  if (!file.startsWith(root + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, commonHeaders).end();
    return;
  }
  const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, ...commonHeaders });
  createReadStream(file).pipe(response);
}

/** Extension host and webviews fetch across origins. A rebuilt bundle must never come from a cache. */
const commonHeaders = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' } as const;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
