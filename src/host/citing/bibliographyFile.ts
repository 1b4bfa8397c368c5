import * as vscode from 'vscode';
import {
  bibliographiesOf,
  bibliographyKeys,
  resolvePath,
  updateBibliography,
  type BibliographyEntry,
  type BibliographyPlace,
  type BibliographyUpdate,
} from '../../core/citing/bibliography';
import { citationKey, citedKeys } from '../../core/citing/citation';
import type { Library } from '../../core/packs/library';
import type { Source } from '../../core/packs/pack';
import { UserError } from '../base/commands';
import type { LazyModules } from '../base/lazyModules';
import { settings } from '../base/settings';
import type { ProseReaders } from '../drafts/proseReaders';

/** Puts what a document cites into the bibliography beside it, and says what was done. */
export async function writeBibliography(
  library: Library,
  document: vscode.TextDocument,
  readers: ProseReaders,
  modules: LazyModules,
): Promise<void> {
  if (document.isUntitled) {
    throw new UserError(
      vscode.l10n.t('The bibliography stands beside the document. Save the document first.'),
    );
  }
  const bibliography = placeFor(document);
  if (bibliography === undefined) {
    const [{ path } = { path: '' }] = namedIn(document);
    throw new UserError(
      vscode.l10n.t(
        'The document names {0} as its bibliography, which cannot be written from here. Name a file by its path from the document’s folder.',
        path,
      ),
    );
  }
  const { uri } = bibliography;
  const cited = await citedSources(library, document, readers);
  const isThere = await exists(uri);
  if (cited.length === 0 && !isThere) {
    throw new UserError(
      vscode.l10n.t('The document cites no source of the reference, so there is nothing to write.'),
    );
  }
  const update = await updateFile(document, bibliography, cited, modules);
  const name = nameOf(uri);
  const open = vscode.l10n.t('Open');
  const done = [summary(name, update)];
  if (isUnsaved(uri)) done.push(vscode.l10n.t('It is open, and not saved: save it.'));
  const choice = await vscode.window.showInformationMessage(done.join(' '), open);
  if (choice === open) await vscode.window.showTextDocument(uri, { preview: false });
}

/** Brings a bibliography up to date that has been written before; without one, does nothing. */
export async function keepBibliography(
  library: Library,
  document: vscode.TextDocument,
  readers: ProseReaders,
  modules: LazyModules,
): Promise<void> {
  if (document.isUntitled) return;
  const bibliography = placeFor(document);
  if (bibliography === undefined || !(await exists(bibliography.uri))) return;
  const { text } = await readFile(bibliography.uri);
  // A file in which nothing is ours is somebody's own.
  if (text.includes('x-aide-memoire')) {
    const cited = await citedSources(library, document, readers);
    await updateFile(document, bibliography, cited, modules);
  }
}

interface Bibliography {
  readonly uri: vscode.Uri;
  readonly place: BibliographyPlace;
  /** What else the document takes its references from. */
  readonly others: readonly { readonly uri: vscode.Uri; readonly place: BibliographyPlace }[];
}

/** The bibliography to write: the first that a document names. Undefined if none of them can be written. */
function placeFor(document: vscode.TextDocument): Bibliography | undefined {
  const { uri } = document;
  const isOnDisk = ['file', 'vscode-remote'].includes(uri.scheme);
  const [first, ...others] = namedIn(document).flatMap((place) => {
    const path = resolvePath(place.path, uri.path, isOnDisk);
    return path === undefined ? [] : [{ uri: uri.with({ path }), place }];
  });
  return first === undefined ? undefined : { ...first, others };
}

function namedIn(document: vscode.TextDocument): readonly BibliographyPlace[] {
  const kind = settings.bibliography(document) === 'json' ? 'csl-json' : 'bib';
  return bibliographiesOf(document.getText(), nameOf(document.uri), kind);
}

async function citedSources(
  library: Library,
  document: vscode.TextDocument,
  readers: ProseReaders,
): Promise<readonly Source[]> {
  const byKey = new Map<string, Source>();
  for (const source of library.packs.flatMap(({ sources }) => sources)) {
    // Of two packs with the same key the earlier counts.
    if (!byKey.has(citationKey(source))) byKey.set(citationKey(source), source);
  }
  const cited = citedKeys(document.getText(), [...byKey.keys()], await readers(document));
  return cited.flatMap((key) => byKey.get(key) ?? []);
}

async function updateFile(
  citing: vscode.TextDocument,
  { uri, place, others }: Bibliography,
  cited: readonly Source[],
  modules: LazyModules,
): Promise<BibliographyUpdate> {
  const { formatBibEntry, toCslItem } = await modules.citing();
  const entries: readonly BibliographyEntry[] = cited.map((source) => ({
    id: source.id,
    key: citationKey(source),
    text:
      place.kind === 'bib'
        ? formatBibEntry(source, place.dialect)
        : JSON.stringify(toCslItem(source)),
  }));
  const elsewhere = new Set<string>();
  for (const other of others) {
    const { text } = await readFile(other.uri);
    for (const key of bibliographyKeys(other.place.kind, text)) elsewhere.add(key);
  }
  const { text, document } = await readFile(uri);
  const updateText = (mayRemove: (key: string) => boolean): BibliographyUpdate => {
    const update = updateBibliography(place.kind, text, entries, mayRemove, elsewhere);
    if (!('problem' in update)) return update;
    throw new UserError(
      vscode.l10n.t(
        '{0} was left as it is, for it cannot be read: {1}. Mend it, and write the bibliography again.',
        nameOf(uri),
        update.problem,
      ),
    );
  };
  let update = updateText(() => !place.isShared);
  if (update.removed.length > 0) {
    const needed = await keysBeside(citing, update.removed);
    update = updateText((key) => !needed.has(key));
  }
  if (update.text === text) return update;
  if (document === undefined) {
    await writeFile(uri, update.text);
    return update;
  }
  // An editor has it open: the change goes through the editor, so that it can be undone and nothing unsaved is lost.
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), update.text);
  const wasSaved = !document.isDirty;
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} cannot be changed.', nameOf(uri)));
  }
  if (wasSaved) await document.save();
  return update;
}

/** Names of files in which somebody cites. */
const CITING = /\.(?:md|markdown|mdx|qmd|rmd|tex|ltx|org|typ|rst|adoc|asciidoc|html?|txt)$/i;

/**
 * The keys, of some, that other documents beside a document have in their text: `a.tex` beside `a.md` may use the same
 * bibliography. Looked for as mere words, for an entry too many does no harm.
 */
async function keysBeside(
  document: vscode.TextDocument,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const found = new Set<string>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const isFile = (type & vscode.FileType.File) !== 0;
    if (!isFile || !CITING.test(name) || name === nameOf(document.uri)) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    const text =
      openDocument(uri)?.getText() ??
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    for (const key of keys) if (text.includes(key)) found.add(key);
  }
  return found;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
}

function isUnsaved(uri: vscode.Uri): boolean {
  return openDocument(uri)?.isDirty ?? false;
}

async function writeFile(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new UserError(vscode.l10n.t('{0} cannot be changed.', nameOf(uri)));
  }
}

/** A file as it is now: as its editor has it, or else on disk; empty if there is none. */
async function readFile(
  uri: vscode.Uri,
): Promise<{ readonly text: string; readonly document?: vscode.TextDocument }> {
  const document = openDocument(uri);
  if (document !== undefined) return { text: document.getText(), document };
  if (!(await exists(uri))) return { text: '' };
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Written back, such a file would lose its letters.
    throw new UserError(
      vscode.l10n.t('{0} was left as it is, for it is not in UTF-8.', nameOf(uri)),
    );
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

/** `draft.bib: 2 added, 1 left as somebody has written it.` */
function summary(name: string, { added, updated, removed, left }: BibliographyUpdate): string {
  const { t } = vscode.l10n;
  const done = [
    added.length > 0 ? t('{0} added', added.length) : undefined,
    updated.length > 0 ? t('{0} brought up to date', updated.length) : undefined,
    removed.length > 0 ? t('{0} taken out', removed.length) : undefined,
    left.length > 0 ? t('{0} left as somebody has written it', left.length) : undefined,
  ].filter((part) => part !== undefined);
  return `${name}: ${done.length === 0 ? t('nothing to change') : done.join(', ')}.`;
}
