import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { cite } from '../../core/citing/citation';
import type { SourceSearch } from '../../core/citing/sourceSearch';
import { isEntryId } from '../../core/packs/entryId';
import type { Entry, EntryId, Source } from '../../core/packs/pack';
import { onlySources } from '../../core/render/entryText';
import { registerCommand, UserError } from '../base/commands';
import { toDisposable } from '../base/dispose';
import { editorInUse } from '../base/editorInUse';
import { commandIds } from '../base/ids';
import type { LazyModules } from '../base/lazyModules';
import type { ProseReaders } from '../drafts/proseReaders';
import type { PackStore } from '../packs/packStore';
import { keepBibliography, writeBibliography } from './bibliographyFile';
import { citationFormatOf, referencesFor } from './format';
import { librarySourceSearch, pickOfAll, pickOfFew } from './sourcePick';

/** Commands that put sources into the text, and into a bibliography beside it. */
export function registerCiting(
  store: PackStore,
  sourcesOf: (entry: Entry) => Promise<readonly Source[]>,
  markdown: () => Promise<MarkdownIt>,
  readers: ProseReaders,
  modules: LazyModules,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const search = librarySourceSearch(store, markdown);
  return toDisposable(
    registerCommand(commandIds.insertCitation, log, async (...args) => {
      const editor = editorInUse();
      if (editor === undefined) {
        throw new UserError(
          vscode.l10n.t('There is no text to cite in. Put the cursor into a document first.'),
        );
      }
      const sources = await chooseSources(store, sourcesOf, search, editor, args);
      if (sources === undefined || sources.length === 0) return;
      await insertCitation(editor, sources, modules);
      await keepBibliography(store.library, editor.document, readers, modules);
    }),
    registerCommand(commandIds.writeBibliography, log, async () => {
      const document = editorInUse()?.document;
      if (document === undefined) {
        throw new UserError(
          vscode.l10n.t('There is no document to write a bibliography for. Open it first.'),
        );
      }
      await writeBibliography(store.library, document, readers, modules);
    }),
  );
}

async function insertCitation(
  editor: vscode.TextEditor,
  sources: readonly Source[],
  modules: LazyModules,
): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const format = citationFormatOf(document);
  const references = await referencesFor(format, sources, modules);
  const offsets = editor.selections.map(({ end }) => document.offsetAt(end)).sort((a, b) => a - b);
  const insertions = cite(format, document.languageId, sources, references, text, offsets);
  const done = await editor.edit((edit) => {
    for (const insertion of insertions) {
      edit.insert(document.positionAt(insertion.offset), insertion.text);
    }
  });
  if (!done)
    throw new UserError(vscode.l10n.t('Nothing was cited: the document cannot be changed.'));
  // Behind each citation: at the end of a text the footnotes would take the cursor along.
  let inserted = 0;
  editor.selections = offsets.map((offset, index) => {
    inserted += insertions[index]?.text.length ?? 0;
    const place = document.positionAt(offset + inserted);
    return new vscode.Selection(place, place);
  });
}

/** What a statement rests on, or what somebody picks: of an entry's sources, or of all, those of the term at the cursor first. */
async function chooseSources(
  store: PackStore,
  sourcesOf: (entry: Entry) => Promise<readonly Source[]>,
  search: () => Promise<SourceSearch>,
  editor: vscode.TextEditor,
  [argument]: readonly unknown[],
): Promise<readonly Source[] | undefined> {
  const { library } = store;
  const { entryId, sources: ids } = readArgument(argument);
  const entry = entryId === undefined ? undefined : library.entry(entryId);
  if (entry?.type === 'source') return [entry];
  const named = ids === undefined ? [] : onlySources(library.entries(ids));
  const sources = named.length > 0 || entry === undefined ? named : await sourcesOf(entry);
  if (named.length > 0 || sources.length === 1) return sources;
  if (sources.length > 1) return pickOfFew(sources);
  if (entry !== undefined)
    throw new UserError(vscode.l10n.t('“{0}” has no source to cite.', entry.title));
  const offset = editor.document.offsetAt(editor.selection.active);
  const match = library.terms.at(editor.document.getText(), Math.max(0, offset - 1));
  const term = match === undefined ? undefined : library.entry(match.entryId);
  const first = term === undefined ? [] : await sourcesOf(term);
  const all = library.packs.flatMap((pack) => pack.sources);
  return pickOfAll([...new Set([...first, ...all])], await search());
}

/** An entry's id, a node of the sidebar, or what the panel says of the statement under the mouse. */
function readArgument(argument: unknown): {
  readonly entryId?: EntryId;
  readonly sources?: readonly EntryId[];
} {
  if (isEntryId(argument)) return { entryId: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { entryId, sources } = argument as { entryId?: unknown; sources?: unknown };
  return {
    ...(isEntryId(entryId) ? { entryId } : {}),
    ...(Array.isArray(sources) ? { sources: sources.filter(isEntryId) } : {}),
  };
}
