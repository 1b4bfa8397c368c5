import createMarkdownIt, {
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  type Token,
} from 'markdown-it';
import type { Span } from '../terms/span';

/** A stretch of a block's inline content. */
export interface InlineSpan extends Span {
  readonly rule: string;
}

/** Behind the text of a link that is its label as well. */
const SHORTCUT_END = /^\](?:\[\])?$/;
/** Inline syntax that holds no prose. Of a link only what stands behind its text, and all of it, as `shortcut`, where its text is its label. */
const RULES = [
  ...['backticks', 'link', 'image', 'autolink', 'html_inline', 'math', 'citation'],
  ...['footnote', 'wikilink', 'command', 'attributes'],
];
const TOKENS: Readonly<Record<string, string>> = { backticks: 'code_inline' };

const CITATION =
  /\[[^\[\]\n@]{0,200}@[^\s\[\],;@][^\[\]\n]{0,2000}\]|@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]{0,200}/uy;
const MATH =
  /\$\$[^$]{1,2000}\$\$|\$(?![\s\d$])(?:[^$\\\n]|\\.){0,500}?[^\s\\$]\$(?!\d)|\$\d(?:[^$\\\n]|\\.){0,500}?[\\^_={}](?:[^$\\\n]|\\.){0,500}?\$(?!\d)/y;

const FOOTNOTE = /\[\^[^\]\s]{1,200}\]/y;
/** Of `[[target|words]]` all but the words. */
const WIKILINK = /\[\[[^[\]\n|]{1,300}(?:\]\]|\|(?=[^[\]\n]{1,300}\]\]))/y;
/** What the definition of a footnote begins with, to be read where a line's content begins. */
export const FOOTNOTE_LABEL = /\[\^[^\]\s]{1,200}\]:/y;
/** Citations and formulas of LaTeX. */
const COMMAND =
  /\\(?:[A-Za-z]{0,20}[Cc]ite[A-Za-z]{0,20}\*?(?:\[[^\]\n]{0,300}\]){0,3}\{[^{}\n]{0,300}\}|\([^\n]{1,500}?\\\)|\[[^]{1,500}?\\\]|begin\{((?:equation|f?l?align|alignat|gather|multline|eqnarray|displaymath|math)\*?)\}[^]{0,2000}?\\end\{\1\})/y;
/** Attributes, templates and short codes of those who make sites, comments of JSX. */
const ATTRIBUTES =
  /\{(?:[.#:=]|[\w-]{1,50}=)[^{}\n]{0,300}\}|\{\{[^{}\n]{0,300}\}\}|\{%[^\n]{0,300}?%\}|\{\/\*[^]{0,2000}?\*\/\}/y;

/** What stands for every label of a link. Which are defined makes a difference only to `shortcut`, and stands in other blocks. */
const anyReference = new Proxy<Record<string, { href: string; title: string }>>(
  {},
  { get: () => ({ href: '', title: '' }) },
);

/**
 * The Markdown that people write, read for its syntax alone: CommonMark with tables, formulas between dollar signs
 * and Pandoc's citations.
 */
export class ProseMarkdown {
  readonly #markdown: MarkdownIt;
  #content = '';
  #tokens: readonly Token[] = [];
  #spans: InlineSpan[] = [];

  constructor() {
    this.#markdown = createMarkdownIt('default', { html: true, linkify: false });
    this.#markdown.block.ruler.before('reference', 'footnote', readFootnote, {
      alt: ['paragraph', 'reference'],
    });
    const { ruler } = this.#markdown.inline;
    ruler.before('link', 'citation', (state, silent) => skip(state, silent, CITATION, 'citation'));
    ruler.before('citation', 'footnote', (state, silent) =>
      skip(state, silent, FOOTNOTE, 'footnote'),
    );
    ruler.before('footnote', 'wikilink', (state, silent) =>
      skip(state, silent, WIKILINK, 'wikilink'),
    );
    ruler.before('escape', 'command', (state, silent) => skip(state, silent, COMMAND, 'command'));
    ruler.before('escape', 'attributes', (state, silent) =>
      skip(state, silent, ATTRIBUTES, 'attributes'),
    );
    ruler.before('escape', 'math', (state, silent) => skip(state, silent, MATH, 'math'));
    for (const { name, fn } of [...ruler.__rules__]) {
      if (RULES.includes(name)) ruler.at(name, this.#recording(name, fn));
    }
  }

  /** The blocks of a text. Lines are told apart as Markdown does. */
  blocks(text: string): readonly Token[] {
    const tokens: Token[] = [];
    const { block } = this.#markdown;
    // What markdown-it does before it reads blocks; the number of lines stays.
    block.parse(
      text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'),
      this.#markdown,
      {},
      tokens,
    );
    return tokens;
  }

  /** The stretches of a block's content that are no prose, in the order in which they end. */
  inlines(content: string): readonly InlineSpan[] {
    const tokens: Token[] = [];
    this.#content = content;
    this.#tokens = tokens;
    this.#spans = [];
    this.#markdown.inline.parse(content, this.#markdown, { references: anyReference }, tokens);
    return this.#spans;
  }

  /** A rule that notes what it has read. Nothing else in markdown-it knows where inline syntax stands. */
  #recording(
    rule: string,
    read: (state: StateInline, silent: boolean) => boolean,
  ): (state: StateInline, silent: boolean) => boolean {
    return (state, silent) => {
      // The description of a picture is read as a text of its own.
      const isRecorded = !silent && state.tokens === this.#tokens && state.src === this.#content;
      if (!isRecorded) return read(state, silent);
      const { pos } = state;
      const before = state.tokens.length;
      // The end of a link's text, which is prose. Asked at a bracket alone: it looks far ahead.
      const isLink = rule === 'link' && state.src.charCodeAt(pos) === 0x5b;
      const start = isLink ? state.md.helpers.parseLinkLabel(state, pos) : pos;
      if (!read(state, silent)) return false;
      const token = TOKENS[rule];
      if (token === undefined || state.tokens.slice(before).some(({ type }) => type === token))
        this.#spans.push({ start: Math.max(pos, start), end: state.pos, rule });
      if (isLink && SHORTCUT_END.test(state.src.slice(start, state.pos)))
        this.#spans.push({ start: pos, end: state.pos, rule: 'shortcut' });
      return true;
    };
  }
}

/** The definition of a footnote: what is indented below it belongs to it, as in an item. */
function readFootnote(state: StateBlock, line: number, lastLine: number, silent: boolean): boolean {
  const { blkIndent, parentType } = state;
  const [begin = 0, shift = 0, indent = 0] = [
    ...[state.bMarks[line], state.tShift[line], state.sCount[line]],
  ];
  FOOTNOTE_LABEL.lastIndex = begin + shift;
  if (indent - blkIndent >= 4 || !FOOTNOTE_LABEL.test(state.src)) return false;
  if (silent) return true;
  const open = state.push('footnote_open', '', 1);
  const label = FOOTNOTE_LABEL.lastIndex;
  state.bMarks[line] = label;
  state.tShift[line] = state.skipSpaces(label) - label;
  // What follows the label is text, however far behind.
  state.sCount[line] = state.blkIndent = blkIndent + 4;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, line, lastLine);
  Object.assign(state, { blkIndent, parentType });
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = [begin, shift, indent];
  open.map = [line, state.line];
  state.push('footnote_close', '', -1);
  return true;
}

/** What the syntax that is added here begins with: $ [ @ \\ { */
const SIGNS = new Set([0x24, 0x5b, 0x40, 0x5c, 0x7b]);

function skip(state: StateInline, silent: boolean, pattern: RegExp, type: string): boolean {
  const first = state.src.charCodeAt(state.pos);
  if (!SIGNS.has(first)) return false;
  // Within a word the sign is part of an address.
  if (first === 0x40 && /[\p{L}\p{N}]/u.test(state.src.charAt(state.pos - 1))) return false;
  pattern.lastIndex = state.pos;
  const end = pattern.test(state.src) ? pattern.lastIndex : -1;
  if (end < 0 || end > state.posMax) return false;
  if (!silent) state.push(type, '', 0);
  state.pos = end;
  return true;
}
