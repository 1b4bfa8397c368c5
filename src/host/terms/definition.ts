import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { EntryId } from '../../core/packs/pack';
import { entryDocument, wrapLines } from '../../core/render/entryDocument';
import { entryScheme } from '../base/ids';
import { toRange } from '../base/range';
import { settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';

const ending = '.txt';
const lineWidth = 90;

/** The document in which an editor shows an entry. */
function documentUri(entryId: EntryId): vscode.Uri {
  return vscode.Uri.from({ scheme: entryScheme, path: `/${entryId}${ending}` });
}

/** "Go to Definition" on a term in prose: its entry as a text that cannot be changed, so that it can be peeked at too. */
export function registerDefinition(
  store: PackStore,
  markdown: () => Promise<MarkdownIt>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    store.onDidChangeLibrary(() => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme === entryScheme) changed.fire(uri);
      }
    }),
    vscode.workspace.registerTextDocumentContentProvider(entryScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ path }) => {
        const entry = store.library.entry(path.slice(1, -ending.length));
        if (entry?.type !== 'term') return 'The reference has no such entry.\n';
        return wrapLines(entryDocument(store.library, await markdown(), entry), lineWidth);
      },
    }),
    vscode.languages.registerDefinitionProvider('*', {
      provideDefinition: (document, position): vscode.LocationLink[] | undefined => {
        if (!settings.definitionEnabled(document) || !settings.isProse(document)) return undefined;
        const match = store.library.terms.at(document.getText(), document.offsetAt(position));
        if (match === undefined) return undefined;
        return [
          {
            originSelectionRange: toRange(document, match),
            targetUri: documentUri(match.entryId),
            targetRange: new vscode.Range(0, 0, 0, 0),
          },
        ];
      },
    }),
  );
}
