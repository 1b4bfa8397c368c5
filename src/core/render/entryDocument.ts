import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { Term } from '../packs/pack';
import { citationText } from './citationText';
import { entryKind, entryTexts } from './entryText';
import { formatDate } from './formatDate';
import { plainText } from './packTokens';

/** A term as plain text, for where an editor shows it: what it is and means, its figures, its sources. */
export function entryDocument(library: Library, markdown: MarkdownIt, term: Term): string {
  const facts = term.facts.map(({ property, value, unit, asOf }) => {
    const shown = typeof value === 'string' ? formatDate(value) : String(value);
    const measured = unit === undefined ? shown : `${shown} ${unit}`;
    return `- ${property}: ${measured} (as of ${formatDate(asOf)})`;
  });
  const paragraphs = [
    term.title,
    `${entryKind(library, term)}. As of ${formatDate(term.asOf)}.`,
    ...entryTexts(term).map((text) => plainText(markdown, text)),
    facts.join('\n'),
    citationText(library, markdown, term),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
