import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Library } from '../packs/library';
import type { Term } from '../packs/pack';
import { isAbbreviation } from '../terms/labelPattern';
import type { Mentions } from '../terms/mentions';
import type { TermMatch } from '../terms/termIndex';
import { formatDate } from './formatDate';
import { plainText } from './packTokens';

/** What the preview needs to know, asked for at each rendering. */
export interface PreviewTerms {
  readonly library: Library;
  /** Reads the Markdown of packs. */
  readonly markdown: MarkdownIt;
  readonly mentions: Mentions;
}

/** Stands for whatever is no text: it ends words, and no term goes over it. */
const OTHER = '\ufffc';

/** A token of the text, where its content stands in the text of the whole document. */
interface Piece {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** Whether a term may begin or end in it: not in links, which lead elsewhere already. */
  readonly isOpen: boolean;
}

/**
 * Teaches a Markdown renderer to explain terms: `<dfn>`, or `<abbr>` for an abbreviation, with the definition as its
 * `title`. Everything that comes from a pack is an attribute's value, which the renderer escapes.
 *
 * @param current Undefined while there is nothing to explain with.
 */
export function addPreviewTerms(
  renderer: MarkdownIt,
  current: () => PreviewTerms | undefined,
): MarkdownIt {
  renderer.core.ruler.push('aide_memoire_terms', (state: StateCore) => {
    const terms = current();
    if (terms !== undefined && terms.mentions !== 'none') explainTerms(state, terms);
  });
  return renderer;
}

function explainTerms(state: StateCore, terms: PreviewTerms): void {
  const { text, blocks } = readText(state.tokens);
  const seen = new Set<string>();
  const matches = terms.library.terms.findAll(text).filter(({ entryId }) => {
    const isFirst = !seen.has(entryId);
    seen.add(entryId);
    return isFirst || terms.mentions === 'every';
  });
  for (const [block, pieces] of blocks) {
    const [first, last] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
    const inside = matches.filter(({ start, end }) => start >= first && end <= last);
    const whole = inside.filter((match) => isUnbroken(pieces, match));
    if (whole.length > 0) block.children = withTerms(state, pieces, whole, terms);
  }
}

/** The text of a document as readers see it, paragraph by paragraph, and where each token of it stands. */
function readText(tokens: readonly Token[]): {
  readonly text: string;
  readonly blocks: readonly (readonly [Token, readonly Piece[]])[];
} {
  let text = '';
  const blocks: (readonly [Token, readonly Piece[]])[] = [];
  for (const block of tokens) {
    if (block.type !== 'inline') continue;
    const pieces: Piece[] = [];
    let links = 0;
    for (const token of block.children ?? []) {
      links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      const start = text.length;
      text += contentOf(token);
      const isOpen = links === 0 && (token.type === 'text' || token.type === 'softbreak');
      pieces.push({ token, start, end: text.length, isOpen });
    }
    blocks.push([block, pieces]);
    text += '\n\n';
  }
  return { text, blocks };
}

function contentOf({ type, content, nesting }: Token): string {
  if (type === 'text') return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return nesting === 0 ? OTHER : '';
}

/** Whether a match stands in text alone: no emphasis or link begins or ends within it. */
function isUnbroken(pieces: readonly Piece[], { start, end }: TermMatch): boolean {
  const from = pieces.findIndex((piece) => piece.end > start);
  const to = pieces.findIndex((piece) => piece.end >= end);
  return from >= 0 && pieces.slice(from, to + 1).every(({ isOpen }) => isOpen);
}

function withTerms(
  state: StateCore,
  pieces: readonly Piece[],
  matches: readonly TermMatch[],
  terms: PreviewTerms,
): Token[] {
  const children: Token[] = [];
  let next = 0;
  for (const { token, start, end } of pieces) {
    let at = start;
    for (let match = matches[next]; match !== undefined; match = matches[next]) {
      if (match.start >= at && match.start < end) {
        pushText(state, children, token, at - start, match.start - start);
        children.push(opening(state, match, terms));
        at = match.start;
      }
      if (match.start > at || match.end > end) break;
      pushText(state, children, token, at - start, match.end - start);
      children.push(new state.Token('term_close', tagOf(match), -1));
      at = match.end;
      next++;
    }
    if (token.type !== 'text') children.push(token);
    else pushText(state, children, token, at - start, end - start);
  }
  return children;
}

/** Adds a part of a text token. */
function pushText(
  state: StateCore,
  children: Token[],
  token: Token,
  from: number,
  to: number,
): void {
  if (token.type !== 'text' || from >= to) return;
  const part = new state.Token('text', '', 0);
  part.content = token.content.slice(from, to);
  part.level = token.level;
  children.push(part);
}

function tagOf({ label }: TermMatch): 'abbr' | 'dfn' {
  return isAbbreviation(label.text) ? 'abbr' : 'dfn';
}

function opening(state: StateCore, match: TermMatch, terms: PreviewTerms): Token {
  const open = new state.Token('term_open', tagOf(match), 1);
  const entry = terms.library.entry(match.entryId);
  open.attrSet('class', 'aide-memoire-term');
  open.attrSet('tabindex', '0');
  if (entry?.type === 'term') open.attrSet('title', explanation(terms.markdown, entry));
  return open;
}

/** `Title: definition (as of date)`. */
function explanation(markdown: MarkdownIt, { title, definition, asOf }: Term): string {
  const text = plainText(markdown, definition).replace(/\s+/g, ' ');
  return `${title}: ${text} (as of ${formatDate(asOf)})`;
}
