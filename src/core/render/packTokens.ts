// What `packMarkdown.ts` makes of a text. Apart from it, so that reading tokens loads no Markdown parser.
import type { MarkdownIt, Token } from 'markdown-it';

/** What a Markdown text of a pack points at, in order of appearance. */
export interface MarkdownReferences {
  /** Local ids of cited sources. A source cited twice stands here twice. */
  readonly citations: readonly Reference[];
  /** Targets of links, as written. */
  readonly links: readonly Reference[];
}

export interface Reference {
  readonly target: string;
  /** Line of the block that holds it, counted from 0 at the beginning of the text. */
  readonly line: number;
}

/** Lists what `text` cites and links to. */
export function findReferences(markdown: MarkdownIt, text: string): MarkdownReferences {
  const citations: Reference[] = [];
  const links: Reference[] = [];
  for (const block of markdown.parse(text, {})) {
    const line = block.map?.[0] ?? 0;
    for (const token of block.children ?? []) {
      for (const target of citedSources(token)) citations.push({ target, line });
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null) links.push({ target: String(href), line });
    }
  }
  return { citations, links };
}

/** Local source ids that a token cites; empty for every token that is no citation. */
export function citedSources(token: Token): readonly string[] {
  return token.type === 'citation' ? token.content.split(';') : [];
}

/** The mark that a token opens, if it opens one. */
export function openedMark(token: Token): string | undefined {
  return token.type === 'mark_open' ? token.info : undefined;
}

/**
 * The words of `text` alone: no citations, no link targets, no emphasis. Blocks are joined by a line end.
 * The result is still data and has to be escaped where it enters HTML or Markdown.
 */
export function plainText(markdown: MarkdownIt, text: string): string {
  return markdown
    .parse(text, {})
    .filter((block) => block.children !== null)
    .map((block) => inlineText(block.children ?? []))
    .join('\n');
}

/** The words of inline tokens alone, as data. */
function inlineText(tokens: readonly Token[]): string {
  return citedText(tokens, () => '').text;
}

/** Words, and where they cite what. */
export interface CitedText {
  readonly text: string;
  /** By ascending place in `text`, in UTF-16 code units. The sources are local ids. */
  readonly citations: readonly { readonly at: number; readonly sources: readonly string[] }[];
}

/** Stands for a citation while spaces are put right. Markdown replaces it, so that no text of a pack has it. */
const CITATION = '\0';

/**
 * The words of inline tokens, as data, and the places where they cite.
 *
 * @param writeMark What to write where a mark ends, such as `unconfirmed`.
 */
export function citedText(
  tokens: readonly Token[],
  writeMark: (mark: string) => string,
): CitedText {
  const words = tokens
    .map((token) => {
      if (token.type === 'text' || token.type === 'code_inline') return token.content;
      // A picture could be fetched from anywhere; its description stands in for it.
      if (token.type === 'image') return token.content;
      if (token.type === 'citation') return CITATION;
      if (token.type === 'mark_close') return writeMark(token.info);
      return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : '';
    })
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ (?=\0)/g, '')
    .replace(/ (?=[.,;:!?](?:[\s\0]|$))/g, '')
    .trim()
    .replace(/^(\0+) /, '$1')
    .split(CITATION);
  let at = 0;
  const cited = tokens.filter(({ type }) => type === 'citation').map(citedSources);
  const citations = cited.map((sources, index) => {
    at += words[index]?.length ?? 0;
    return { at, sources };
  });
  return { text: words.join(''), citations };
}
