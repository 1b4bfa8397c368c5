import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import { isOutOfDate } from '../packs/freshness';
import type { Library } from '../packs/library';
import type { Term } from '../packs/pack';
import type { Label } from '../packs/pack';
import { entryKind, entrySources, sourceOrigin } from './entryText';
import { escapeMarkdown, safeUrl } from './escape';
import { displayDate } from './formatDate';
import { plainText } from './packTokens';
import { unconfirmedNote } from './unconfirmedNote';

/** How many sources a card names before it says how many more there are. */
const sourcesOnCard = 3;

/**
 * A term as a card of a few lines, for a hover.
 *
 * @param label The label that was met: an alias is named, a discouraged form is explained.
 * @param openUri What "Open in reference" links to.
 * @param reviewedSince A term whose date is earlier is said to be past its review date. EDTF, to the day.
 * @returns Markdown for VS Code. Everything that comes from the pack is escaped.
 */
export function termCard(
  library: Library,
  markdown: MarkdownIt,
  term: Term,
  label: Label,
  openUri: string,
  reviewedSince = '',
): string {
  const sources = entrySources(library, markdown, term);
  const links = sources.slice(0, sourcesOnCard).map((source) => {
    const text = escapeMarkdown(sourceOrigin(source) || source.title);
    const url = safeUrl(source.url);
    return url === undefined ? text : `[${text}](${url})`;
  });
  const more = sources.length - links.length;
  const outOfDate = isOutOfDate(term, reviewedSince) ? ` · ${l10n.t('Past its review date')}` : '';
  const asOf = l10n.t('As of {0}', displayDate(term.asOf));
  const unconfirmed = unconfirmedNote(markdown, term.definition);
  const paragraphs = [
    `**${escapeMarkdown(term.title)}** · ${escapeMarkdown(entryKind(library, term))}`,
    adviceLine(label),
    escapeMarkdown(plainText(markdown, term.definition)),
    contestedLine(markdown, term),
    `*${asOf}${unconfirmed}${outOfDate}*`,
    links.length === 0
      ? undefined
      : `${l10n.t('Sources:')} ${links.join(' · ')}${more > 0 ? ` · ${l10n.t('{0} more', more)}` : ''}`,
    `[${l10n.t('Open in reference')}](${openUri})`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n');
}

function adviceLine(label: Label): string | undefined {
  if (label.advice === undefined) return undefined;
  const { use, reason } = label.advice;
  const form = l10n.t('Discouraged form: “{0}”.', escapeMarkdown(label.text));
  const instead = use === '' ? '' : ` ${l10n.t('Write “{0}”.', escapeMarkdown(use))}`;
  return `${form} ${escapeMarkdown(reason)}${instead}`;
}

function contestedLine(markdown: MarkdownIt, { contested }: Term): string | undefined {
  if (contested === undefined) return undefined;
  const note = unconfirmedNote(markdown, contested).replace(' · ', '');
  const guidance = escapeMarkdown(plainText(markdown, contested));
  return `**${l10n.t('A contested word.')}** ${guidance}${note === '' ? '' : ` *${note}.*`}`;
}
