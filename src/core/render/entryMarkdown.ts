import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { Term } from '../packs/pack';
import type { Label } from '../packs/pack';
import { entryKind, entrySources, sourceOrigin } from './entryText';
import { escapeMarkdown, safeUrl } from './escape';
import { formatDate } from './formatDate';
import { plainText } from './packTokens';
import { unconfirmedNote } from './unconfirmedNote';

/** How many sources a card names before it says how many more there are. */
const sourcesOnCard = 3;

/**
 * A term as a card of a few lines, for a hover.
 *
 * @param label The label that was met: an alias is named, a discouraged form is explained.
 * @param openUri What "Open in reference" links to.
 * @returns Markdown for VS Code. Everything that comes from the pack is escaped.
 */
export function termCard(
  library: Library,
  markdown: MarkdownIt,
  term: Term,
  label: Label,
  openUri: string,
): string {
  const sources = entrySources(library, markdown, term);
  const links = sources.slice(0, sourcesOnCard).map((source) => {
    const text = escapeMarkdown(sourceOrigin(source) || source.title);
    const url = safeUrl(source.url);
    return url === undefined ? text : `[${text}](${url})`;
  });
  const more = sources.length - links.length;
  const asOf = `As of ${formatDate(term.asOf)}`;
  const unconfirmed = unconfirmedNote(markdown, term.definition);
  const paragraphs = [
    `**${escapeMarkdown(term.title)}** · ${escapeMarkdown(entryKind(library, term))}`,
    adviceLine(label),
    escapeMarkdown(plainText(markdown, term.definition)),
    contestedLine(markdown, term),
    `*${asOf}${unconfirmed}*`,
    links.length === 0
      ? undefined
      : `Sources: ${links.join(' · ')}${more > 0 ? ` · ${more} more` : ''}`,
    `[Open in reference](${openUri})`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n');
}

function adviceLine(label: Label): string | undefined {
  if (label.advice === undefined) return undefined;
  const use = label.advice.use === '' ? '' : ` Write “${escapeMarkdown(label.advice.use)}”.`;
  return `Discouraged form: “${escapeMarkdown(label.text)}”. ${escapeMarkdown(label.advice.reason)}${use}`;
}

function contestedLine(markdown: MarkdownIt, { contested }: Term): string | undefined {
  if (contested === undefined) return undefined;
  const note = unconfirmedNote(markdown, contested).replace(' · ', '');
  const guidance = escapeMarkdown(plainText(markdown, contested));
  return `**A contested word.** ${guidance}${note === '' ? '' : ` *${note}.*`}`;
}
