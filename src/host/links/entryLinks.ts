import * as vscode from 'vscode';
import {
  entryPath,
  parseEntryAddress,
  wordsOfAddress,
  type LinkTarget,
} from '../../core/packs/entryId';
import { titleInDocument } from '../../core/packs/overviews';
import type { Entry, EntryId } from '../../core/packs/pack';
import { safeUrl } from '../../core/render/escape';
import { UserError } from '../base/commands';
import { editorInUse } from '../base/editorInUse';
import { commandIds } from '../base/ids';
import { isMarkdown } from '../base/languages';
import type { PackStore } from '../packs/packStore';

/** Publisher and name: the authority of an entry's address. */
export const extensionId = 'aide-memoire.aide-memoire';

/** The address that opens an entry in this product, whatever its scheme. */
export function entryUri(entryId: EntryId, anchor?: string): vscode.Uri {
  const uri = vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: extensionId,
    path: entryPath(entryId),
  });
  return anchor === undefined ? uri : uri.with({ fragment: anchor });
}

/** Reads an address made by `entryUri`. Undefined if it is none. */
export function parseEntryUri(uri: vscode.Uri): LinkTarget | undefined {
  return parseEntryAddress(uri.path, uri.fragment);
}

/** Opens entries from links outside the editor. */
export function registerEntryUriHandler(store: PackStore): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async (uri) => {
      const target = parseEntryUri(uri);
      if (store.state === 'loading') await nextLibrary(store);
      if (target !== undefined && store.library.entry(target.entryId) !== undefined) {
        await vscode.commands.executeCommand(commandIds.openEntry, target.entryId, target.anchor);
        return;
      }
      const search = vscode.l10n.t('Search');
      const message = vscode.l10n.t('The link leads to an entry that the reference does not have.');
      const choice = await vscode.window.showWarningMessage(message, search);
      if (choice === search)
        await vscode.commands.executeCommand(commandIds.search, wordsOfAddress(uri.path));
    },
  });
}

/** A link to an entry, in the language of a document: to a source's own address, to any other entry in this product. */
export function entryLink(entry: Entry, document: vscode.TextDocument, anchor?: string): string {
  const webUrl = entry.type === 'source' ? safeUrl(entry.url) : undefined;
  const url = webUrl ?? entryUri(entry.id, anchor).toString();
  const title = titleInDocument(entry);
  return isMarkdown(document)
    ? `[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`
    : `${title} (${url})`;
}

/** Writes a link to an entry at the cursor: a source's own address, any other entry's address in this product. */
export async function insertLink(entry: Entry, anchor?: string): Promise<void> {
  // With the focus in the panel no editor is the active one; then the text beside it is meant.
  const editor = editorInUse();
  if (editor === undefined) {
    throw new UserError(
      vscode.l10n.t(
        'There is no text to insert the link into. Put the cursor into a document first.',
      ),
    );
  }
  const text = entryLink(entry, editor.document, anchor);
  const done = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (!done)
    throw new UserError(
      vscode.l10n.t('The link could not be inserted: the document cannot be changed.'),
    );
}

function nextLibrary(store: PackStore): Promise<void> {
  return new Promise((resolve) => {
    const listener = store.onDidChangeLibrary(() => {
      listener.dispose();
      resolve();
    });
  });
}
