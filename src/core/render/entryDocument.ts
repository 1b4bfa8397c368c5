import type { MarkdownIt } from 'markdown-it';
import { entryTexts } from '../packs/entryTexts';
import type { Library } from '../packs/library';
import { titleInDocument } from '../packs/overviews';
import type { Entry, Fact } from '../packs/pack';
import { citationText } from './citationText';
import { entryDate, entryKind } from './entryText';
import { formatDate } from './formatDate';
import { plainText } from './packTokens';
import { documentWording } from './wording';

/**
 * An entry as plain text, for an editor or an assistant: what it is and says, how fresh that is, its figures, its
 * sources. Of a topic the short answer, with the headings of the sections that say more.
 */
export function entryDocument(library: Library, markdown: MarkdownIt, entry: Entry): string {
  const date = entryDate(entry);
  const asOf = date === undefined ? '' : ` As of ${formatDate(date)}.`;
  const paragraphs = [
    entry.type === 'topic' ? `${entry.title}: ${entry.question}` : titleInDocument(entry),
    `${entryKind(library, entry, documentWording)}.${asOf}`,
    ...shownTexts(entry).map((text) => plainText(markdown, text)),
    entry.type === 'term' ? entry.facts.map(factLine).join('\n') : '',
    citationText(library, markdown, entry),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function shownTexts(entry: Entry): readonly string[] {
  if (entry.type !== 'topic') return entryTexts(entry);
  const titles = entry.sections.map(({ title }) => title);
  return [entry.shortAnswer, titles.length === 0 ? '' : `Sections: ${titles.join('; ')}.`];
}

function factLine({ property, value, unit, asOf }: Fact): string {
  const shown = typeof value === 'string' ? formatDate(value) : String(value);
  const measured = unit === undefined ? shown : `${shown} ${unit}`;
  return `- ${property}: ${measured} (as of ${formatDate(asOf)})`;
}

/**
 * A text with its lines broken between words, for editors that do not break lines.
 *
 * @param width The most UTF-16 code units of a line, unless a single word is longer.
 */
export function wrapLines(text: string, width: number): string {
  const wrapLine = (line: string): string => {
    const lines: string[] = [];
    let open = '';
    for (const word of line.split(' ')) {
      if (open !== '' && open.length + 1 + word.length > width) {
        lines.push(open);
        open = line.startsWith('- ') ? `  ${word}` : word;
      } else open = open === '' ? word : `${open} ${word}`;
    }
    return [...lines, open].join('\n');
  };
  return text.split('\n').map(wrapLine).join('\n');
}
