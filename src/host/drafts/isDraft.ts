import type * as vscode from 'vscode';
import { entryScheme } from '../base/ids';
import { settings } from '../base/settings';

/** Whether terms are looked for in a document: people write it, and in prose. */
export function isDraft(document: vscode.TextDocument): boolean {
  return settings.isProse(document) && !['output', entryScheme].includes(document.uri.scheme);
}
