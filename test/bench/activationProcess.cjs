// One fresh process: loads the built bundle, activates it, waits until the packs are loaded, and prints the times in
// milliseconds. VS Code's own work is left out: its API answers at once.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

/** Answers every call and every property with itself. */
const anything = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : anything),
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

class EventEmitter {
  #listeners = [];
  event = (listener) => {
    this.#listeners.push(listener);
    return { dispose: () => {} };
  };
  fire(value) {
    for (const listener of this.#listeners) listener(value);
  }
  dispose() {}
}

const api = {
  EventEmitter,
  l10n: { bundle: undefined, t: (message) => message },
  workspace: {
    fs: { readFile: async (path) => readFileSync(path) },
    textDocuments: [],
    workspaceFolders: [],
    createFileSystemWatcher: () => anything,
    onDidChangeConfiguration: () => anything,
    onDidChangeTextDocument: () => anything,
    onDidChangeWorkspaceFolders: () => anything,
    onDidCloseTextDocument: () => anything,
    onDidOpenTextDocument: () => anything,
    registerTextDocumentContentProvider: () => anything,
  },
  CompletionItem: class {},
  DecorationRangeBehavior: {},
  ThemeColor: class {},
  Uri: { joinPath: (base, ...parts) => join(base, ...parts) },
};
for (const name of [
  'CodeActionKind',
  'ConfigurationTarget',
  'StatusBarAlignment',
  'commands',
  'Disposable',
  'env',
  'languages',
  'lm',
  'LanguageModelTextPart',
  'LanguageModelToolResult',
  'FileSystemError',
  'FileType',
  'ThemeIcon',
]) {
  api[name] = anything;
}
api.window = new Proxy(anything, {
  get: (target, key) =>
    key === 'visibleTextEditors' ? [] : key === 'activeTextEditor' ? undefined : target[key],
});
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? api : load(request, ...rest));

async function main() {
  const start = performance.now();
  const extension = require(join(root, 'dist', 'extension.node.js'));
  const loaded = performance.now();
  const product = extension.activate({ extensionUri: root, subscriptions: [] });
  const activated = performance.now();
  while (product.library().packs.length === 0) await new Promise(setImmediate);
  const ready = performance.now();
  process.stdout.write(JSON.stringify([loaded - start, activated - loaded, ready - activated]));
}

void main();
