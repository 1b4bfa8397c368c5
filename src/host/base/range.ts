import * as vscode from 'vscode';
import type { Span } from '../../core/terms/span';

/** A stretch of a document's text as the editor's range. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
