import * as vscode from 'vscode';
import type { EntryId } from '../../core/packs/pack';
import { registerCommand, UserError } from '../base/commands';
import { toDisposable } from '../base/dispose';
import { commandIds, selectionIsTermKey } from '../base/ids';
import type { PackStore } from '../packs/packStore';

/** How long, in milliseconds, a selection must last before it is looked up. */
const rest = 100;
/** A longer selection is no term, and no query. */
const longest = 200;

/** "Open Reference for the Selection" and "Search the Reference for the Selection", in the editor's context menu. */
export function registerSelection(
  store: PackStore,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTerm = false;
  const tell = (): void => {
    const editor = vscode.window.activeTextEditor;
    const now = editor !== undefined && selectedTerm(store, editor) !== undefined;
    if (now === isTerm) return;
    isTerm = now;
    void vscode.commands.executeCommand('setContext', selectionIsTermKey, now);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  };
  return toDisposable(
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
    vscode.window.onDidChangeTextEditorSelection(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    registerCommand(commandIds.openSelection, log, async () => {
      const editor = vscode.window.activeTextEditor;
      const entryId = editor === undefined ? undefined : selectedTerm(store, editor);
      if (entryId === undefined) {
        throw new UserError(
          vscode.l10n.t('The selection is not a term in the reference. Search for it instead.'),
        );
      }
      await vscode.commands.executeCommand(commandIds.openEntry, entryId);
    }),
    registerCommand(commandIds.searchSelection, log, async () => {
      const editor = vscode.window.activeTextEditor;
      const text = editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
      await vscode.commands.executeCommand(commandIds.search, text.slice(0, longest));
    }),
  );
}

/** The term that the selection is, or lies in. */
function selectedTerm(
  store: PackStore,
  { document, selection }: vscode.TextEditor,
): EntryId | undefined {
  if (selection.isEmpty) return undefined;
  const selected = document.getText(selection);
  const words = selected.trim();
  if (words === '' || words.length > longest) return undefined;
  const start = document.offsetAt(selection.start) + selected.indexOf(words);
  const match = store.library.terms.at(document.getText(), start);
  if (match === undefined || match.end < start + words.length) return undefined;
  return match.entryId;
}
