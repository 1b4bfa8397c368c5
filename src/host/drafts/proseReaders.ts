import type * as vscode from 'vscode';
import { markupProse } from '../../core/prose/markupProse';
import type { ProseReader } from '../../core/prose/prose';
import { isMarkdown } from '../base/languages';
import { lazy } from '../base/lazy';
import type { LazyModules } from '../base/lazyModules';

/** Chooses what a document is read with, by its language. */
export type ProseReaders = (
  document: Pick<vscode.TextDocument, 'languageId'>,
) => Promise<ProseReader>;

/** The parser of Markdown is loaded for the first document that wants it. */
export function proseReaders(modules: LazyModules): ProseReaders {
  const markdown = lazy(async () => (await modules.reading()).markdownProse());
  return async (document) => (isMarkdown(document) ? markdown() : markupProse(document.languageId));
}
