import type * as vscode from 'vscode';

const markdown = new Set(['markdown', 'quarto', 'rmd', 'mdx', 'juliamarkdown']);

/** True if a document is written in Markdown, by whatever name. */
export function isMarkdown({ languageId }: Pick<vscode.TextDocument, 'languageId'>): boolean {
  return markdown.has(languageId);
}
