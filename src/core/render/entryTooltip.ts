import type { MarkdownIt } from 'markdown-it';
import { entryTexts } from '../packs/entryTexts';
import type { Library } from '../packs/library';
import type { Entry } from '../packs/pack';
import { asOfText } from './entryHtml';
import { entryKind, sourceCautions, sourceOrigin } from './entryText';
import { escapeMarkdown } from './escape';
import { withStop } from './formatDate';
import { plainText } from './packTokens';

/** An entry in a few lines, for the tooltip of a node: title, kind, date, the beginning of its text. Markdown, escaped. */
export function entryTooltip(library: Library, markdown: MarkdownIt, entry: Entry): string {
  const text =
    entry.type === 'source'
      ? [sourceOrigin(entry), ...sourceCautions(entry)]
          .filter((sentence) => sentence !== '')
          .map(withStop)
          .join(' ')
      : plainText(markdown, entry.type === 'overview' ? '' : (entryTexts(entry)[0] ?? ''));
  const facts = `${escapeMarkdown(entryKind(library, entry))} · ${escapeMarkdown(asOfText(entry))}`;
  const title = entry.type === 'topic' ? entry.question : entry.title;
  return [`**${escapeMarkdown(title)}**`, facts, escapeMarkdown(text)].join('\n\n');
}
