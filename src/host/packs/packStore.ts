import * as vscode from 'vscode';
import { createLibrary, emptyLibrary, type Library } from '../../core/packs/library';
import type { Pack } from '../../core/packs/pack';
import { createTermIndex } from '../../core/terms/compactTermIndex';
import type { TermPack } from '../../core/terms/termPack';
import { Disposable } from '../base/dispose';
import type { LazyModules } from '../base/lazyModules';
import { loadTermPack } from './loadTermPack';
import { readWorkspacePacks, type WorkspacePack } from './workspacePacks';

export type LibraryState = 'loading' | 'ready' | 'empty' | 'failed';

/** Changes of files within this time, in milliseconds, make one reload. */
const reloadDelay = 300;

/** Reads all packs, shipped and of the workspace, and makes a new library when one changes. */
export class PackStore extends Disposable {
  readonly #shippedPacks: vscode.Uri;
  readonly #modules: LazyModules;
  readonly #log: vscode.LogOutputChannel;
  readonly #diagnostics = this._register(
    vscode.languages.createDiagnosticCollection('aide-memoire'),
  );
  readonly #changed = this._register(new vscode.EventEmitter<Library>());
  readonly onDidChangeLibrary = this.#changed.event;

  #library = emptyLibrary;
  #state: LibraryState = 'loading';
  #shipped: readonly Pack[] | undefined;
  readonly #termPacks = new WeakMap<Pack, TermPack>();
  #load = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param shippedPacks The folder that the build compiles the shipped packs into. */
  constructor(shippedPacks: vscode.Uri, modules: LazyModules, log: vscode.LogOutputChannel) {
    super();
    this.#shippedPacks = shippedPacks;
    this.#modules = modules;
    this.#log = log;
    const watcher = this._register(vscode.workspace.createFileSystemWatcher('**/.aide-memoire/**'));
    const later = (): void => {
      this.#loadLater();
    };
    this._register(watcher.onDidChange(later));
    this._register(watcher.onDidCreate(later));
    this._register(watcher.onDidDelete(later));
    this._register(vscode.workspace.onDidChangeWorkspaceFolders(later));
  }

  /** The newest library; an empty one until the first is loaded. */
  get library(): Library {
    return this.#library;
  }

  get state(): LibraryState {
    return this.#state;
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  /** Reads everything again. Of several calls the last one counts. Never rejects: a failure is a state. */
  async load(): Promise<void> {
    const load = ++this.#load;
    const shipped = await this.#readShipped();
    const ofWorkspace = await readWorkspacePacks(this.#modules, this.#log).catch(
      (error: unknown) => {
        // Whatever is wrong with a folder of the workspace, the shipped packs stay.
        this.#log.error(`The packs of the workspace cannot be read: ${String(error)}`);
        return [];
      },
    );
    const packs = firstOfEachId([
      ...ofWorkspace.flatMap(({ pack }) => pack ?? []),
      ...(shipped ?? []),
    ]);
    const termPacks: TermPack[] = [];
    for (const pack of packs) termPacks.push(await this.#termPackOf(pack));
    if (load !== this.#load || this.isDisposed) return;
    this.#report(ofWorkspace);
    this.#library = createLibrary(packs, createTermIndex(termPacks));
    this.#state = packs.length > 0 ? 'ready' : shipped === undefined ? 'failed' : 'empty';
    this.#changed.fire(this.#library);
  }

  async #readShipped(): Promise<readonly Pack[] | undefined> {
    if (this.#shipped !== undefined) return this.#shipped;
    try {
      const bytes = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(this.#shippedPacks, 'packs.json'),
      );
      this.#shipped = JSON.parse(new TextDecoder().decode(bytes)) as readonly Pack[];
    } catch (error) {
      // The file is part of the installation; without it the packs of the workspace still serve.
      this.#log.error(
        `The built-in packs cannot be read from ${this.#shippedPacks.toString()}: ${String(error)}`,
      );
    }
    return this.#shipped;
  }

  /** A pack that is still the same is not indexed again. */
  async #termPackOf(pack: Pack): Promise<TermPack> {
    const known = this.#termPacks.get(pack);
    if (known !== undefined) return known;
    const isShipped = this.#shipped?.includes(pack) === true;
    const saved = isShipped
      ? vscode.Uri.joinPath(this.#shippedPacks, `${pack.id}.terms`)
      : undefined;
    const made = await loadTermPack(pack, saved, this.#log);
    this.#termPacks.set(pack, made);
    return made;
  }

  #report(packs: readonly WorkspacePack[]): void {
    this.#diagnostics.clear();
    for (const { folder, problems } of packs) {
      const byFile = new Map<string, vscode.Diagnostic[]>();
      for (const { file, line, message } of problems) {
        const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
        diagnostic.source = 'Aide-Mémoire';
        byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
      }
      for (const [file, diagnostics] of byFile) {
        this.#diagnostics.set(vscode.Uri.joinPath(folder, file), diagnostics);
      }
    }
  }

  #loadLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.load();
    }, reloadDelay);
  }
}

/** A pack of the workspace stands in for a shipped one with the same id. */
function firstOfEachId(packs: readonly Pack[]): readonly Pack[] {
  return packs.filter((pack, index) => packs.findIndex(({ id }) => id === pack.id) === index);
}
