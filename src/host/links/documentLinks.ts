import * as vscode from 'vscode';
import { commandIds } from '../base/ids';
import { extensionId, parseEntryUri } from './entryLinks';

const address = new RegExp(
  `[a-z][a-z0-9.+-]*://${extensionId.replaceAll('.', '\\.')}/[^\\s<>()\\[\\]{}"'\`]+`,
  'g',
);

/** Makes the addresses of entries in documents lead to them, whatever the product whose scheme they carry. */
export function registerDocumentLinks(): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider('*', {
    provideDocumentLinks(document) {
      const links: vscode.DocumentLink[] = [];
      for (const { 0: text, index } of document.getText().matchAll(address)) {
        const target = parseEntryUri(vscode.Uri.parse(text));
        if (target === undefined) continue;
        const range = new vscode.Range(
          document.positionAt(index),
          document.positionAt(index + text.length),
        );
        const args = encodeURIComponent(JSON.stringify([target.entryId, target.anchor]));
        const link = new vscode.DocumentLink(
          range,
          vscode.Uri.parse(`command:${commandIds.openEntry}?${args}`),
        );
        link.tooltip = vscode.l10n.t('Open in reference');
        links.push(link);
      }
      return links;
    },
  });
}
