import * as vscode from 'vscode';
import type { EntryId } from '../../core/packs/pack';
import { commandIds } from '../base/ids';

/** What "Open in reference" on a card links to. */
export function openEntryUri(entryId: EntryId): string {
  return `command:${commandIds.openEntry}?${encodeURIComponent(JSON.stringify([entryId]))}`;
}

/** A card that may open entries, and run nothing else. */
export function trustedCard(card: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(card);
  markdown.isTrusted = { enabledCommands: [commandIds.openEntry] };
  return markdown;
}
