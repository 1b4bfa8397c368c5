import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';

const extensionId = 'aide-memoire.aide-memoire';
export const packId = 'foreign-troops-in-ukraine';

/** The extension as VS Code runs it, with its packs loaded. */
export async function openProduct(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not installed.`);
  const api = await extension.activate();
  await until('the packs are loaded', () => api.library().packs.length > 0);
  return api;
}

/** Waits until `isSo`, at most ten seconds. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Texts of the documents that `openAtCursor` opens, by path. */
const samples = new Map<string, string>();
let provider: vscode.Disposable | undefined;

/**
 * A document whose text is `text` without its `|`, and the position at which that stood. It is no untitled one: VS Code
 * gives the name of one that was closed to the next, and at times its text too.
 */
export async function openAtCursor(
  text: string,
  language = 'markdown',
): Promise<{ readonly document: vscode.TextDocument; readonly position: vscode.Position }> {
  provider ??= vscode.workspace.registerTextDocumentContentProvider('sample', {
    provideTextDocumentContent: (uri) => samples.get(uri.path) ?? '',
  });
  const path = `/${String(samples.size)}`;
  samples.set(path, text.replace('|', ''));
  const opened = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: 'sample', path }),
  );
  const document = await vscode.languages.setTextDocumentLanguage(opened, language);
  return { document, position: document.positionAt(text.indexOf('|')) };
}

/** What VS Code shows for a position: the product's hover only, as one text and its range. */
export async function hoverAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<
  | { readonly text: string; readonly hit: string; readonly contents: vscode.MarkdownString }
  | undefined
> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  for (const { contents, range } of hovers) {
    const first = contents[0];
    if (!(first instanceof vscode.MarkdownString) || !first.value.includes('Open in reference'))
      continue;
    return { text: first.value, hit: document.getText(range), contents: first };
  }
  return undefined;
}

let drafts = 0;

/** An editor on a new draft, which has a name of its own: names of untitled documents come back, at times with their text. */
export async function openDraft(
  content: string,
  language = 'markdown',
): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/draft-${String(++drafts)}.txt` });
  const opened = await vscode.workspace.openTextDocument(uri);
  const document = await vscode.languages.setTextDocumentLanguage(opened, language);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), content);
  });
  return editor;
}
