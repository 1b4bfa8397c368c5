import { FRONT_MATTER } from './frontMatter';
import { bracketed, only, quotation, until, type Markup, type MarkupLanguage } from './markup';
import {
  blockEnd,
  bodyEnd,
  indentedEnd,
  isBlank,
  lineEndOf,
  paragraphEnd,
  sameLine,
} from './markupEnds';

const HEAD = `(?<![^])${FRONT_MATTER}`;

const environment = (names: string): Markup => ({
  open: `\\\\begin\\{(?:${names})\\}`,
  close: (opened) => `\\end${opened.slice('\\begin'.length)}`,
});

/** Arguments that are no prose. */
const OPTIONS = String.raw`(?:\s?\[[^\]\n]{0,500}\])*`;
const GROUP = String.raw`\s?\{[^{}\n]{0,200}\}`;
/** What may stand around code in a line. */
const DELIMITERS = [...'|!+/=#@"*?:;,~^-.<>()[]'].map(
  (sign) => `\\${sign}[^\\${sign}\\n]*\\${sign}`,
);
const QUOTES = 'quote|quotation|quoting|displayquote|displaycquote|verse';
const LATEX: readonly Markup[] = [
  only(String.raw`\\[%$&#_{}\\"'^~=.\x60]`),
  only(String.raw`%.*`),
  environment(
    String.raw`(?:[BLS]?[Vv]erbatim|alltt|lstlisting|minted|comment|filecontents|equation|f?l?align|alignat|gather|multline|(?:IEEE)?eqnarray|displaymath|math|tikzpicture|tikzcd)\*?`,
  ),
  ...quotation(String.raw`\\begin\{(?:${QUOTES})\}`, String.raw`\\end\{(?:${QUOTES})\}`, (piece) =>
    piece.slice(piece.indexOf('{')),
  ),
  ...bracketed(
    String.raw`\\(?:(?:enquote|(?:text|block)quote|say)\*?|(?:foreign|hyphen)(?:text|block)?quote\*?${GROUP}|(?:text|block)cquote\*?${OPTIONS}${GROUP}|(?:foreign|hyphen)(?:text|block)cquote\*?${GROUP}${OPTIONS}${GROUP})${OPTIONS}\s?\{`,
    String.raw`\{`,
    '}',
  ),
  until(String.raw`\$\$`, '$$'),
  until(String.raw`\\\[`, '\\]'),
  until(String.raw`\\\(`, '\\)'),
  only(String.raw`\$(?:[^$\\\n]|\\.|\n(?![ \t]*\r?\n)){1,2000}\$`),
  only(
    String.raw`\\(?:verb|lstinline${OPTIONS}|mintinline${OPTIONS}${GROUP})\*?(?:${DELIMITERS.join('|')})`,
  ),
  until(String.raw`\\iffalse\b`, '\\fi'),
  only(String.raw`\\end\{document\}[^]*`),
  only(String.raw`\\mintinline${OPTIONS}${GROUP}${GROUP}`),
  only(
    String.raw`\\[A-Za-z]{0,20}[Cc]ite[A-Za-z]{0,20}\*?(?:(?:\s?\[[^\]\n]{0,500}\]|\s?\([^()\n]{0,200}\))*\s?\{[^{}]{0,500}\}){1,20}`,
  ),
  only(
    String.raw`\\(?:bibitem|(?:ac|gls|Gls|Ac)[a-z]{0,8}|index|subfile|(?!hyperref)[A-Za-z]*ref|label|url|path|includegraphics|input|include|bibliography|addbibresource|bibliographystyle|documentclass|usepackage|begin|end|pagestyle|lstinline|texttt)\*?${OPTIONS}\s?\{[^{}]{0,500}\}`,
  ),
  only(
    String.raw`\\(?:hypersetup|lstset|geometry|graphicspath|captionsetup|sisetup|tikzset)\s?\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}`,
  ),
  only(String.raw`\\(?:href|hyperref|hypertarget|hyperlink)\s?[{[][^{}\]]{0,2000}[}\]]`),
  only(String.raw`\\[A-Za-z@]+\*?`),
];

/** What stands in a tag behind its name. A value may hold signs of HTML, but no tag: that a quotation mark is missing is likelier. */
const ATTRIBUTES = String.raw`(?=[\s/>])[^<>"']*(?:(?:"[^"<]*(?:<(?![A-Za-z/!?])[^"<]*)*"|'[^'<]*(?:<(?![A-Za-z/!?])[^'<]*)*')[^<>"']*)*>`;
const elementName = (tag: string): string => /\w+/.exec(tag)?.[0] ?? '';
const HTML: readonly Markup[] = [
  only(HEAD),
  until('<!--', '-->'),
  // Of other vocabularies an element may be closed where it is opened.
  only(`<(?:svg|math)${ATTRIBUTES}(?<=/>)`),
  {
    open: `<(?:script|style|pre|code|kbd|samp|var|textarea|math|svg|template|title)${ATTRIBUTES}`,
    close: (opened) => `</${elementName(opened)}`,
  },
  ...quotation(
    `<(?:blockquote|q|cite)${ATTRIBUTES}`,
    String.raw`</(?:blockquote|q|cite)\s*>`,
    elementName,
  ),
  only(`<[/!?]?[A-Za-z][^\\s/<>"']*${ATTRIBUTES}`),
  only(String.raw`&#?\w{1,32};`),
];

/** Lines that say something of the block below them. */
const TITLES = String.raw`(?:(?:\[.*\]|\.[^\s.].*)[ \t]*\r?\n){0,5}`;
const DELIMITER = String.raw`(?:_{4}|-{4}|\.{4}|\x60{3}|={4}|\*{4}|--[ \t]*$|\s*$)`;
const ASCIIDOC: readonly Markup[] = [
  only(HEAD),
  {
    open: String.raw`^(?:-{4,}|\.{4,}|\+{4,}|/{4,})[ \t]*$`,
    close: sameLine,
    isMeant: isNoUnderline,
  },
  until('^```.*$', '\n```'),
  {
    open: String.raw`^_{4,}[ \t]*$|^\[(?:quote|verse)\b.*\][ \t]*\r?\n${TITLES}--[ \t]*$`,
    reach: blockEnd,
    isQuotation: true,
  },
  until(
    String.raw`^\[(?:source|listing|literal|comment|pass)\b.*\][ \t]*\r?\n${TITLES}--[ \t]*$`,
    '\n--',
  ),
  {
    open: String.raw`^\[(?:quote|verse)\b.*\][ \t]*(?=\r?\n)(?!\r?\n${TITLES}${DELIMITER})`,
    reach: paragraphEnd,
    isQuotation: true,
  },
  {
    open: String.raw`^\[(?:source|listing|literal|comment|pass)\b.*\][ \t]*(?=\r?\n)(?!\r?\n${TITLES}${DELIMITER})`,
    reach: paragraphEnd,
  },
  only(String.raw`\[\[[^\]\n]{1,200}\]\]`),
  { open: String.raw`(?<=^[ \t]*\r?\n)>(?=[ \t])`, reach: paragraphEnd, isQuotation: true },
  // A paragraph that begins with a space, but not an item of a list or a cell.
  {
    open: String.raw`(?<=^[ \t]*\r?\n)[ \t]+(?![-*.\s]|\d+\.|[^\n]*(?:::|\|))`,
    isMeant: isNoDefinition,
    reach: paragraphEnd,
  },
  only(String.raw`^//.*$`),
  only(String.raw`^:[\w!-]+:.*$`),
  only(String.raw`^\[.*\][ \t]*$`),
  only(String.raw`(?:latexmath|asciimath|stem|pass):[^\s\[]{0,50}\[[^\]\n]{0,2000}\]`),
  only(String.raw`\b[a-z]+::?[^\s\[\]]{1,2000}(?=\[)`),
  only(String.raw`<<[^,>\n]{1,500}(?:,|>>)`),
  only(String.raw`\{[a-z][\w:-]{0,100}\}`),
  // Curved quotation marks, and an apostrophe.
  ...['"', "'"].flatMap((sign) =>
    quotation(
      String.raw`${sign}\x60(?=\S[^\n]{0,2000}?\x60${sign}(?!\w))`,
      String.raw`\x60${sign}(?!\w)`,
      () => sign,
    ),
  ),
  only(String.raw`(?<=\w)\x60'(?=\w)`),
  only(String.raw`\`[^\`\n]{1,2000}\``),
];

/** Not the line under a title: that is as long as the title, more or less one. */
function isNoUnderline(text: string, start: number): boolean {
  if (start === 0) return true;
  const from = text.lastIndexOf('\n', start - 2) + 1;
  const above = text.slice(from, start).trimEnd();
  const { length } = /\S*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  const isTitle =
    /[-+]/.test(text.charAt(start)) &&
    /^[^\s.[|:/].*\w/.test(above) &&
    Math.abs(above.length - length) <= 1;
  return !isTitle || (from > 0 && !isBlank(text, text.lastIndexOf('\n', from - 2) + 1));
}

/** Not the definition of the term above. */
function isNoDefinition(text: string, start: number): boolean {
  return !/(?:::|;;)\s*$/.test(text.slice(Math.max(0, start - 200), start));
}

/** The end of a line that is not the last of its paragraph. */
const GO_ON = String.raw`\n(?![ \t]*\r?\n)`;
const RST: readonly Markup[] = [
  {
    open: String.raw`^[ \t]*\.\. (?:code-block|code|code-cell|sourcecode|literalinclude|math|raw|highlight|parsed-literal|prompt|doctest|test(?:code|output|setup|cleanup)|ipython|graphviz|digraph|uml|mermaid|toctree|productionlist|bibliography|(?:[a-z]+:)?auto[a-z]+)::.*$`,
    reach: indentedEnd,
  },
  {
    open: String.raw`^[ \t]*\.\. (?:epigraph|pull-quote|highlights)::`,
    reach: indentedEnd,
    isQuotation: true,
  },
  // Of these the rest of the line is prose.
  only(
    String.raw`^[ \t]*\.\. (?:attention|caution|danger|error|hint|important|note|tip|warning|admonition|seealso|todo|topic|sidebar|rubric|table|list-table|csv-table|centered)::`,
  ),
  only(
    String.raw`^[ \t]*\.\. (?:_.*|\[[^\]\n]+\]|[\w:+-]+::.*|\|[^|\n]{1,200}\|[ \t]+(?:replace::|[\w:+-]+::.*))`,
  ),
  { open: String.raw`::[ \t]*$(?=\r?\n[ \t]*\r?\n[ \t])`, reach: indentedEnd },
  { open: String.raw`^[ \t]*\.\.[ \t]+(?!_|\[|\||[\w:+-]+::|\s).*$`, reach: indentedEnd },
  { open: String.raw`^[ \t]*\.\.[ \t]*$(?=\r?\n[ \t]*\S)`, reach: indentedEnd },
  { open: '^[ \\t]*>>> .*$', reach: paragraphEnd },
  {
    open: String.raw`(?<=\n[ \t]*\r?\n)(?=[ \t]+\S)`,
    reach: indentedEnd,
    isQuotation: true,
    isMeant: isIndentedQuotation,
  },
  only(String.raw`\x60\x60(?:[^\n]|${GO_ON}){1,2000}?\x60\x60`),
  only(String.raw`:[\w-]+(?::[\w-]+)*:\x60(?:[^\x60\n]|${GO_ON}){1,2000}\x60`),
  only(String.raw`\x60(?:[^\x60\n]|${GO_ON}){1,2000}\x60:[\w-]+(?::[\w-]+)*:`),
  only(String.raw`<[^<>\n]{1,2000}>(?=\`__?)`),
  // What is named here stands under the same name elsewhere.
  only(String.raw`(?<![\w\x60:])\x60[^\x60<>\n]{1,200}\x60__?(?![\w])`),
  only(String.raw`(?<![\w\x60_])[A-Za-z0-9]{1,60}(?:[-.+:][A-Za-z0-9]{1,60}){0,10}__?(?![\w])`),
  only(String.raw`(?<![\w|])\|(?![\s|])[^|\n]{0,200}[^|\s]\|_{0,2}(?![\w|])`),
  only(String.raw`^[ \t]+:(?:name|class|target|file|url|width|height|align|language):.*`),
  only(String.raw`^[ \t]*:[\w -]+:(?=[ \t]|$)`),
  only(String.raw`\[[\w#*.:+-]+\]_`),
];

/** What stands before belongs to no list, directive or field: what is indented behind those goes on with them. */
function isIndentedQuotation(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2000), start).trimEnd();
  const above = before.slice(before.lastIndexOf('\n') + 1);
  return !/^(?:[ \t]|[-*+•][ \t]|\(?(?:\d+|[A-Za-z]|#)[.)][ \t]|\.\.[ \t]|:[^:\n]+:|\|[ \t])/.test(
    above,
  );
}

const TYPST: readonly Markup[] = [
  until('/\\*', '*/'),
  only(String.raw`(?<!:)//.*`),
  { open: '`{3,}', close: (opened) => opened },
  only(String.raw`\\[^\s\w]`),
  only('`[^`\\n]{1,2000}`'),
  only(String.raw`\$(?:[^$\\]|\\[^]){1,2000}\$`),
  ...bracketed(
    String.raw`#quote(?:\((?:[^()]|\([^()\n]{0,200}\)){0,500}\))?\[`,
    String.raw`\[`,
    String.raw`\]`,
  ),
  { open: String.raw`^#(?:(?:let|set|show)\b.*)?\{[ \t]*$`, reach: bodyEnd },
  only(String.raw`#(?:let|set|show|import|include)\b.*`),
  only(String.raw`#[A-Za-z_][\w.-]*(?:\((?:[^()[\]\n]|\([^()[\]\n]{0,200}\)){0,500}\))?`),
  only(String.raw`<[\w:.-]{1,200}>`),
  only(String.raw`@[\w:.-]{1,200}`),
];

const ORG: readonly Markup[] = [
  {
    open: String.raw`^[ \t]*#\+begin_(?:src|example|export|comment|latex|html)\b`,
    close: (opened) => opened.trim().replace('begin', 'end'),
  },
  ...quotation(
    String.raw`^[ \t]*#\+begin_(?:quote|verse)\b`,
    String.raw`^[ \t]*#\+end_(?:quote|verse)\b`,
    (piece) => piece.slice(piece.indexOf('_')),
  ),
  only(
    String.raw`^[ \t]*:(?!end:)[\w-]+:[ \t]*\r?\n(?:(?!\*|[ \t]*:end:).*\r?\n){0,500}[ \t]*:end:`,
  ),
  environment(String.raw`(?:equation|align|gather|multline|eqnarray|displaymath|math)\*?`),
  only(String.raw`^[ \t]*(?:scheduled|deadline|closed):.*`),
  only(String.raw`[ \t]:[\w@#%:]+:[ \t]*$(?<=^\*+[ \t].*)`),
  only(String.raw`^[ \t]*#\+(?!(?:title|subtitle|caption|description)\b)\w+:.*`),
  only(String.raw`^[ \t]*#\+\w+:?`),
  only(String.raw`^[ \t]*:[ \t].*`),
  only(String.raw`\[fn:[^\]\s:]{0,100}(?=[\]:])`),
  only(String.raw`^[ \t]*#(?: .*)?$`),
  only(String.raw`\[\[[^\]\n]{1,2000}\](?:\[|\])`),
  only(String.raw`\[cite[^\]\n]{0,500}\]`),
  ...['=', '~'].map((sign) =>
    only(
      String.raw`(?<=^|[\s({'"-])${sign}[^\s${sign}](?:[^${sign}\n]{0,2000}[^\s${sign}])?${sign}(?=$|[\s.,;:!?)}'"\[-])`,
    ),
  ),
  only(String.raw`\bsrc_\w{1,40}(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,500}\}`),
  only(String.raw`<<[^<>\n]{1,500}>>|@@[^@\n]{1,500}@@|\{\{\{[^{}\n]{1,500}\}\}\}`),
  only(
    String.raw`\$\$[^$]{1,2000}\$\$|\$(?![\s\d$])(?:[^$\n]{0,500}[^\s$])?\$(?=$|[\s.,;:!?)}'"-])`,
  ),
  until(String.raw`\\\(`, '\\)'),
  until(String.raw`\\\[`, '\\]'),
];

/** The lines of a letter that is answered. */
const ANSWERED: Markup = {
  open: '^>',
  reach: (text, _start, end) => lineEndOf(text, end),
  isQuotation: true,
};

const COMMIT: readonly Markup[] = [
  only(String.raw`^# -+ >8 -+[^]*`),
  only(String.raw`^#.*`),
  only(String.raw`^[A-Z][a-z]+(?:-[a-z]+){0,5}-(?:by|to|on|of|from|with|[Ii]d): .*`),
  until('^```.*$', '\n```'),
  ANSWERED,
  // Code stands deeper than the text of an item.
  {
    open: String.raw`(?<=^[ \t]*\r?\n)(?: {4,}|\t)(?![-*•\s]|\d+[.)])`,
    reach: paragraphEnd,
  },
  only('`[^`\\n]{1,2000}`'),
];

/** By language, as VS Code names it. A language that is not here has no markup but addresses. */
export const MARKUP_LANGUAGES: ReadonlyMap<string, MarkupLanguage> = new Map([
  ['latex', { markup: LATEX }],
  ['tex', { markup: LATEX }],
  ['latex-expl3', { markup: LATEX }],
  ['html', { markup: HTML, ignoresCase: true }],
  ['asciidoc', { markup: ASCIIDOC }],
  ['restructuredtext', { markup: RST }],
  ['typst', { markup: TYPST }],
  ['org', { markup: ORG, ignoresCase: true }],
  ['git-commit', { markup: COMMIT }],
  ['scminput', { markup: COMMIT }],
  ['plaintext', { markup: [ANSWERED] }],
]);
