import createMarkdownIt, { type MarkdownIt, type StateInline } from 'markdown-it';

/** Marks that a span may carry, written `[statement]{.unconfirmed}`. */
const spanMarks = new Set(['unconfirmed', 'disputed']);

const citationPattern = /^\[@[a-z0-9]+(?:[-.][a-z0-9]+)*(?:;\s*@[a-z0-9]+(?:[-.][a-z0-9]+)*)*\]/i;

/**
 * The Markdown of packs: CommonMark with tables, without HTML, with Pandoc's citations and marked spans.
 * Tokens beyond CommonMark's: `citation` (`content` is the local source ids, joined by `;`), and
 * `mark_open` and `mark_close` (`info` is `unconfirmed` or `disputed`).
 */
export function createPackMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.inline.ruler.before('link', 'citation', parseCitation);
  markdown.inline.ruler.before('link', 'mark', parseMark);
  markdown.disable(['autolink', 'html_inline', 'html_block']);
  return markdown;
}

/** `[@one; @two]`: sources of a statement. */
function parseCitation(state: StateInline, silent: boolean): boolean {
  const text = citationPattern.exec(state.src.slice(state.pos, state.posMax))?.[0];
  if (text === undefined) return false;
  if (!silent) {
    const token = state.push('citation', '', 0);
    token.content = text.slice(1, -1).replace(/[@\s]/g, '');
  }
  state.pos += text.length;
  return true;
}

/** `[statement]{.unconfirmed}`: a statement with a mark that readers see. */
function parseMark(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos);
  if (labelEnd < 0) return false;
  const attribute = /^\{\.([a-z]+)\}/.exec(state.src.slice(labelEnd + 1, state.posMax));
  const name = attribute?.[1];
  if (attribute === null || name === undefined || !spanMarks.has(name)) return false;
  if (!silent) {
    const { pos, posMax } = state;
    state.push('mark_open', 'span', 1).info = name;
    state.pos = pos + 1;
    state.posMax = labelEnd;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('mark_close', 'span', -1).info = name;
  }
  state.pos = labelEnd + 1 + attribute[0].length;
  return true;
}
