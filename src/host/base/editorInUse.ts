import * as vscode from 'vscode';

/** The editor that somebody writes in: the active one, or while a panel has the focus the first that can be seen. */
export function editorInUse(): vscode.TextEditor | undefined {
  return (
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme !== 'output')
  );
}
