import type { Source } from '../packs/pack';
import { escapeHtml, escapeInLine } from '../render/escape';
import { cite, type CitationFormat, type Insertion } from './citation';

/**
 * Text that shows as it stands in a document of a language.
 *
 * @param languageId As VS Code names the language.
 */
export function asTextOf(languageId: string, text: string): string {
  switch (languageId) {
    case 'markdown':
    case 'mdx':
    case 'quarto':
    case 'rmd':
      return escapeInLine(text);
    case 'latex':
    case 'tex':
    case 'latex-expl3':
      return text.replace(/[\\~^#$%&_{}]/g, (sign) => latexSigns[sign] ?? `\\${sign}`);
    case 'html':
      return escapeHtml(text);
    default:
      return text;
  }
}

const latexSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * A statement of the reference with the citation of its sources, for one place of a text.
 *
 * @param references The sources in full, in the same order, where the format wants them.
 * @param offset Where the statement is to stand.
 * @returns The statement at `offset`, and what belongs elsewhere: definitions of footnotes.
 */
export function quoteStatement(
  format: CitationFormat,
  languageId: string,
  statement: string,
  sources: readonly Source[],
  references: readonly string[],
  text: string,
  offset: number,
): readonly Insertion[] {
  const words = asTextOf(languageId, statement);
  if (sources.length === 0) return [{ offset, text: words }];
  // The citation goes before the stop that ends the statement, a footnote behind it.
  const [, open = words, stop = ''] =
    format === 'footnote' ? [] : (/^(.*?)([.!?]?)$/s.exec(words) ?? []);
  const before = text.slice(0, offset) + open;
  const [cited, ...definitions] = cite(
    format,
    sources,
    references,
    before + stop + text.slice(offset),
    [before.length],
  );
  const added = before.length + stop.length - offset;
  return [
    { offset, text: `${open}${cited?.text ?? ''}${stop}` },
    ...definitions.map((each) => ({ ...each, offset: each.offset - added })),
  ];
}
