import * as vscode from 'vscode';
import type { Insertion } from '../../core/citing/citation';
import { quoteStatement, statementSources, type QuotedStatement } from '../../core/citing/quoting';
import type { Library } from '../../core/packs/library';
import type { Entry, Source } from '../../core/packs/pack';
import { sourceCitation } from '../../core/render/citationText';
import { onlySources } from '../../core/render/entryText';
import {
  entryMimeType,
  parseStatement,
  statementMimeType,
  type Statement,
} from '../../protocol/statement';
import { registerCommand, UserError } from '../base/commands';
import { toDisposable } from '../base/dispose';
import { editorInUse } from '../base/editorInUse';
import { commandIds } from '../base/ids';
import type { LazyModules } from '../base/lazyModules';
import { entryLink } from '../links/entryLinks';
import type { PackStore } from '../packs/packStore';
import { citationFormatOf, referencesFor } from './format';

/** Statements of the panel and entries of the sidebar that go into a text: copied, inserted, dragged. */
export function registerStatements(
  store: PackStore,
  sourcesOf: (entry: Entry) => Promise<readonly Source[]>,
  modules: LazyModules,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const read = (argument: unknown): Statement => {
    const statement = parseStatement(argument);
    if (statement !== undefined) return statement;
    throw new UserError(
      vscode.l10n.t(
        'Choose a statement in the reference panel first: open its context menu there.',
      ),
    );
  };
  return toDisposable(
    registerCommand(commandIds.copyStatement, log, async (...args) => {
      // Nothing says where it will be pasted: Markdown reads well as it is, too.
      const statement = withSources(store.library, read(args[0]));
      const references = statementSources(statement).map(sourceCitation);
      const copied = quoteStatement('footnote', 'markdown', statement, references, '', 0);
      await vscode.env.clipboard.writeText(copied.map(({ text }) => text).join(''));
    }),
    registerCommand(commandIds.insertStatement, log, async (...args) => {
      const statement = read(args[0]);
      const editor = editorInUse();
      if (editor === undefined) {
        throw new UserError(
          vscode.l10n.t('There is no text to insert into. Put the cursor into a document first.'),
        );
      }
      const { document, selection } = editor;
      const insertions = await quoted(store, modules, document, statement, selection.active);
      const done = await editor.edit((edit) => {
        for (const { offset, text } of insertions) edit.insert(document.positionAt(offset), text);
      });
      if (!done) {
        throw new UserError(vscode.l10n.t('Nothing was inserted: the document cannot be changed.'));
      }
    }),
    vscode.languages.registerDocumentDropEditProvider('*', {
      provideDocumentDropEdits: async (document, position, dataTransfer, token) => {
        const insertions = await dropped(
          store,
          sourcesOf,
          modules,
          document,
          position,
          dataTransfer,
        );
        const [first, ...others] = insertions;
        if (first === undefined || token.isCancellationRequested) return undefined;
        const edit = new vscode.DocumentDropEdit(first.text);
        edit.additionalEdit = new vscode.WorkspaceEdit();
        for (const { offset, text } of others) {
          edit.additionalEdit.insert(document.uri, document.positionAt(offset), text);
        }
        return edit;
      },
    }),
  );
}

/** What a drop puts into a document. Nothing if it is not from this product. */
async function dropped(
  store: PackStore,
  sourcesOf: (entry: Entry) => Promise<readonly Source[]>,
  modules: LazyModules,
  document: vscode.TextDocument,
  position: vscode.Position,
  dataTransfer: vscode.DataTransfer,
): Promise<readonly Insertion[]> {
  const statement = parseStatement(
    parseJson(await dataTransfer.get(statementMimeType)?.asString()),
  );
  if (statement !== undefined) return quoted(store, modules, document, statement, position);
  const id = await dataTransfer.get(entryMimeType)?.asString();
  const entry = id === undefined ? undefined : store.library.entry(id);
  if (entry === undefined) return [];
  const offset = document.offsetAt(position);
  if (entry.type !== 'event') return [{ offset, text: entryLink(entry, document) }];
  // An event is a statement in itself.
  const sources = (await sourcesOf(entry)).map(({ id }) => id);
  const citations = [{ at: entry.title.length, sources }];
  const event = { entryId: entry.id, text: entry.title, citations };
  return quoted(store, modules, document, event, position);
}

async function quoted(
  store: PackStore,
  modules: LazyModules,
  document: vscode.TextDocument,
  statement: Statement,
  position: vscode.Position,
): Promise<readonly Insertion[]> {
  const cited = withSources(store.library, statement);
  const format = citationFormatOf(document);
  return quoteStatement(
    format,
    document.languageId,
    cited,
    await referencesFor(format, statementSources(cited), modules),
    document.getText(),
    document.offsetAt(position),
  );
}

function withSources(library: Library, { text, citations }: Statement): QuotedStatement {
  return {
    text,
    citations: citations.map(({ at, sources }) => ({
      at,
      sources: onlySources(library.entries(sources)),
    })),
  };
}

/** A value that another page wrote: anything at all. */
function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not written by the panel, so that there is nothing to read in it.
    return undefined;
  }
}
