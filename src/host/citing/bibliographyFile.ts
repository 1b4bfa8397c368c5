import * as vscode from 'vscode';
import {
  bibliographyOf,
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
  const { uri, place } = placeFor(document);
  const cited = await citedSources(library, document, readers);
  const isThere = await exists(uri);
  if (cited.length === 0 && !isThere) {
    throw new UserError(
      vscode.l10n.t('The document cites no source of the reference, so there is nothing to write.'),
    );
  }
  const update = await updateFile(uri, place, cited, modules);
  const name = uri.path.split('/').at(-1) ?? '';
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(summary(name, update), open);
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
  const { uri, place } = placeFor(document);
  if (!(await exists(uri))) return;
  const { text } = await readFile(uri);
  // A file in which nothing is ours is somebody's own.
  if (text.includes('x-aide-memoire')) {
    const cited = await citedSources(library, document, readers);
    await updateFile(uri, place, cited, modules);
  }
}

function placeFor(document: vscode.TextDocument): {
  readonly uri: vscode.Uri;
  readonly place: BibliographyPlace;
} {
  const name = document.uri.path.split('/').at(-1) ?? '';
  const kind = settings.bibliography(document);
  const place = bibliographyOf(document.getText(), name, kind === 'json' ? 'csl-json' : 'bib');
  return { uri: vscode.Uri.joinPath(document.uri, '..', place.path), place };
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
  uri: vscode.Uri,
  place: BibliographyPlace,
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
  const { text, document } = await readFile(uri);
  const update = updateBibliography(place.kind, text, entries, !place.isShared);
  const name = uri.path.split('/').at(-1) ?? '';
  if ('problem' in update) {
    throw new UserError(
      vscode.l10n.t(
        '{0} was left as it is, for it cannot be read: {1}. Mend it, and write the bibliography again.',
        name,
        update.problem,
      ),
    );
  }
  if (update.text === text) return update;
  if (document === undefined) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(update.text));
    return update;
  }
  // An editor has it open: the change goes through the editor, so that it can be undone and nothing unsaved is lost.
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), update.text);
  const wasSaved = !document.isDirty;
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} cannot be changed.', name));
  }
  if (wasSaved) await document.save();
  return update;
}

/** A file as it is now: as its editor has it, or else on disk; empty if there is none. */
async function readFile(
  uri: vscode.Uri,
): Promise<{ readonly text: string; readonly document?: vscode.TextDocument }> {
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === uri.toString(),
  );
  if (document !== undefined) return { text: document.getText(), document };
  if (!(await exists(uri))) return { text: '' };
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Written back, such a file would lose its letters.
    const name = uri.path.split('/').at(-1) ?? '';
    throw new UserError(vscode.l10n.t('{0} was left as it is, for it is not in UTF-8.', name));
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
