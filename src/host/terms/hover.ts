import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { termCard } from '../../core/render/entryMarkdown';
import { toRange } from '../base/range';
import { settings } from '../base/settings';
import { openEntryUri, trustedCard } from '../entries/entryCard';
import type { PackStore } from '../packs/packStore';

/** Explains terms where the mouse rests, in documents of every language and scheme. */
export function registerHover(
  store: PackStore,
  markdown: () => Promise<MarkdownIt>,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover: async (document, position, token) => {
      if (!settings.hoverEnabled(document)) return undefined;
      const { library } = store;
      const match = library.terms.at(document.getText(), document.offsetAt(position));
      const entry = match === undefined ? undefined : library.entry(match.entryId);
      if (match === undefined || entry?.type !== 'term') return undefined;
      const card = termCard(
        library,
        await markdown(),
        entry,
        match.label,
        openEntryUri(entry.id),
        settings.reviewedSince(),
      );
      if (token.isCancellationRequested) return undefined;
      return new vscode.Hover(trustedCard(card), toRange(document, match));
    },
  });
}
