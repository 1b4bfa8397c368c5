import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Library } from '../../core/packs/library';
import { toLocalId } from '../../core/packs/entryId';
import type { Entry } from '../../core/packs/pack';
import { entryHtml, originHtml } from '../../core/render/entryHtml';
import { interfaceLanguage } from '../../core/render/formatDate';
import { htmlFile } from '../../core/render/htmlFile';

/** Asks where to, and writes an entry as a file that can be read and printed without this product. */
export async function saveAsHtml(
  library: Library,
  markdown: MarkdownIt,
  entry: Entry,
  extensionUri: vscode.Uri,
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${toLocalId(entry.id)}.html`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Save “{0}” as HTML', entry.title),
  });
  if (uri === undefined) return;
  await writeHtml(library, markdown, entry, extensionUri, uri);
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('“{0}” was saved. A browser shows and prints it.', entry.title);
  void vscode.window.showInformationMessage(message, open).then((choice) => {
    if (choice === open) void vscode.env.openExternal(uri);
  });
}

export async function writeHtml(
  library: Library,
  markdown: MarkdownIt,
  entry: Entry,
  extensionUri: vscode.Uri,
  uri: vscode.Uri,
): Promise<void> {
  const css = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'media', 'file.css'),
  );
  const text = htmlFile(
    interfaceLanguage(),
    entry.title,
    originHtml(library, entry),
    entryHtml(library, markdown, entry),
    new TextDecoder().decode(css),
  );
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
