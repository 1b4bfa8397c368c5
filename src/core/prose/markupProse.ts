import type { Span } from '../terms/span';
import { SpanList } from '../terms/spanList';
import { findAddresses } from './addresses';
import { joinSpans, type Prose, type ProseReader } from './prose';

/** A piece of markup, recognised by how it begins. */
interface Markup {
  /** Source of a regular expression without capturing groups. Lines are told apart by the flag `m`. */
  readonly open: string;
  /** What ends it, given how it began; none if the beginning is all of it. */
  readonly close?: (opened: string) => string;
  /** A block of somebody else's words; everything else is no prose. */
  readonly isQuotation?: boolean;
}

const only = (open: string): Markup => ({ open });
const until = (open: string, close: string): Markup => ({ open, close: () => close });
const quotation = (open: string, close: (opened: string) => string): Markup => ({
  ...{ open, close, isQuotation: true },
});

const environment = (names: string): Markup => ({
  open: `\\\\begin\\{(?:${names})\\}`,
  close: (opened) => `\\end{${/\{(.*)\}/.exec(opened)?.[1] ?? ''}}`,
});
const line = (opened: string): string => `\n${opened.trim()}`;

const LATEX: readonly Markup[] = [
  only(String.raw`\\[%$&#_{}\\]`),
  only(String.raw`%.*`),
  environment(
    String.raw`(?:verbatim|lstlisting|minted|comment|equation|align|gather|multline|eqnarray|displaymath|math|tikzpicture)\*?`,
  ),
  quotation(
    String.raw`\\begin\{(?:quote|quotation|displayquote|verse)\}`,
    (opened) => `\\end${opened.slice('\\begin'.length)}`,
  ),
  until(String.raw`\$\$`, '$$'),
  until(String.raw`\\\[`, '\\]'),
  until(String.raw`\\\(`, '\\)'),
  only(String.raw`\$(?:[^$\\\n]|\\.|\n(?![ \t]*\r?\n)){1,2000}\$`),
  { open: String.raw`\\(?:verb|lstinline)\*?[^\s\w{]`, close: (opened) => opened.slice(-1) },
  only(
    String.raw`\\(?:[A-Za-z]*[Cc]ite[A-Za-z]*|[A-Za-z]*ref|label|url|path|includegraphics|input|include|bibliography|addbibresource|bibliographystyle|documentclass|usepackage|begin|end|pagestyle|lstinline|texttt)\*?(?:\s?\[[^\]\n]{0,500}\])*\s?\{[^{}]{0,500}\}`,
  ),
  only(String.raw`\\(?:href|hyperref|hypertarget|hyperlink)\s?[{[][^{}\]]{0,2000}[}\]]`),
  only(String.raw`\\[A-Za-z@]+\*?`),
];

const HTML: readonly Markup[] = [
  until('<!--', '-->'),
  {
    open: '<(?:script|style|pre|code|kbd|samp|textarea|math|svg|template|title)(?=[\\s>])',
    close: (opened) => `</${opened.slice(1)}`,
  },
  quotation('<(?:blockquote|q|cite)(?=[\\s>])', (opened) => `</${opened.slice(1)}`),
  only(String.raw`<[/!?]?[A-Za-z](?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,2000}>`),
  only(String.raw`&#?\w{1,32};`),
];

const ASCIIDOC: readonly Markup[] = [
  { open: String.raw`^(?:-{4,}|\.{4,}|\+{4,}|/{4,})[ \t]*$`, close: line },
  { open: '^```.*$', close: () => '\n```' },
  quotation(String.raw`^_{4,}[ \t]*$`, line),
  only(String.raw`^//.*$`),
  only(String.raw`^:[\w!-]+:.*$`),
  only(String.raw`^\[.*\][ \t]*$`),
  only(String.raw`(?:latexmath|asciimath|stem|pass):[^\s\[]{0,50}\[[^\]\n]{0,2000}\]`),
  only(String.raw`\b[a-z]+::?[^\s\[\]]{1,2000}(?=\[)`),
  only(String.raw`<<[^,>\n]{1,500}(?:,|>>)`),
  only(String.raw`\`[^\`\n]{1,2000}\``),
];

/** Lines that are blank or begin with a space, with their ends. */
const INDENTED = String.raw`(?:(?:[ \t][^\n]*)?\r?(?:\n|(?![^])))*?(?=^[^ \t\r\n]|(?![^]))`;
const RST: readonly Markup[] = [
  only(
    String.raw`^[ \t]*\.\. (?:code-block|code|sourcecode|literalinclude|math|raw|highlight|parsed-literal)::.*\r?\n` +
      INDENTED,
  ),
  only(String.raw`^[ \t]*\.\. (?:_[^\n]*|\[[^\]\n]+\]|[\w-]+::.*)`),
  only(String.raw`::[ \t]*\r?\n[ \t]*\r?\n(?=[ \t])` + INDENTED),
  { ...only(String.raw`(?<=\n[ \t]*\r?\n)(?=[ \t]+\S)` + INDENTED), isQuotation: true },
  only('``[^\\n]{1,2000}?``'),
  only(':[\\w-]+(?::[\\w-]+)*:`[^`]{1,2000}`'),
  only(String.raw`<[^<>\n]{1,2000}>(?=\`__?)`),
  only(String.raw`^[ \t]*:[\w -]+:(?=[ \t]|$)`),
  only(String.raw`\[[\w#*-]+\]_`),
];

const TYPST: readonly Markup[] = [
  until('/\\*', '*/'),
  only(String.raw`(?<!:)//.*`),
  until('```', '```'),
  only('`[^`\\n]{1,2000}`'),
  only(String.raw`\$(?:[^$\\]|\\[^]){1,2000}\$`),
  quotation(String.raw`#quote(?:\([^()\n]{0,500}\))?\[`, () => ']'),
  only(String.raw`#(?:let|set|show|import|include)\b.*`),
  only(String.raw`#[A-Za-z_][\w.-]*(?:\([^()\n]{0,500}\))?`),
  only(String.raw`<[\w:.-]{1,200}>`),
  only(String.raw`@[\w:.-]{1,200}`),
];

const ORG: readonly Markup[] = [
  {
    open: String.raw`^[ \t]*#\+(?:begin|BEGIN)_(?:src|example|export|comment|latex|SRC|EXAMPLE|EXPORT|COMMENT|LATEX)\b`,
    close: (opened) => opened.trim().replace('begin', 'end').replace('BEGIN', 'END'),
  },
  quotation(String.raw`^[ \t]*#\+(?:begin_quote|BEGIN_QUOTE)\b`, (opened) =>
    opened.trim().replace('begin', 'end').replace('BEGIN', 'END'),
  ),
  until(String.raw`^[ \t]*:PROPERTIES:[ \t]*$`, ':END:'),
  only(String.raw`^[ \t]*#\+[A-Za-z_]+:?`),
  only(String.raw`^[ \t]*#(?: .*)?$`),
  only(String.raw`\[\[[^\]\n]{1,2000}\](?:\[|\])`),
  only(String.raw`\[cite[^\]\n]{0,500}\]`),
  only(String.raw`(?<=^|[\s({'"])[=~][^\s=~](?:[^=~\n]{0,2000}[^\s=~])?[=~](?=$|[\s.,;:!?)}'"-])`),
  until(String.raw`\\\(`, '\\)'),
  until(String.raw`\\\[`, '\\]'),
];

const COMMIT: readonly Markup[] = [
  only(String.raw`^# -+ >8 -+[^]*`),
  only(String.raw`^#.*`),
  only(String.raw`^[A-Z][a-z]+(?:-[a-z]+)+: .*`),
  only('`[^`\\n]{1,2000}`'),
];

/** By language, as VS Code names it. A language that is not here has no markup but addresses. */
const LANGUAGES: Readonly<Record<string, readonly Markup[]>> = {
  latex: LATEX,
  tex: LATEX,
  'latex-expl3': LATEX,
  html: HTML,
  asciidoc: ASCIIDOC,
  restructuredtext: RST,
  typst: TYPST,
  org: ORG,
  'git-commit': COMMIT,
  scminput: COMMIT,
};

/**
 * Reads the prose of markup other than Markdown, and of plain text, by how each piece of markup begins and ends. What
 * is begun and never ended is taken as text.
 *
 * @param languageId As VS Code names the language.
 * Cost: linear; an edit reads everything again, some milliseconds a megabyte.
 */
export function markupProse(languageId: string): ProseReader {
  const known = Object.hasOwn(LANGUAGES, languageId) ? (LANGUAGES[languageId] ?? []) : [];
  const read = (text: string): Prose => {
    const { exclude, quoted } = readMarkup(known, text);
    return {
      exclude: SpanList.of(joinSpans([...exclude, ...findAddresses(text)])),
      quoted: SpanList.of(joinSpans(quoted)),
    };
  };
  return {
    // One step: a list of spans, and no parser's work.
    *read(text) {
      yield;
      return read(text);
    },
    update: (_previous, text) => read(text),
  };
}

/** Reads a stretch of HTML within another language. */
export function readHtml(text: string): {
  readonly exclude: readonly Span[];
  readonly quoted: readonly Span[];
} {
  return readMarkup(HTML, text);
}

function readMarkup(known: readonly Markup[], text: string): { exclude: Span[]; quoted: Span[] } {
  const exclude: Span[] = [];
  const quoted: Span[] = [];
  if (known.length === 0) return { exclude, quoted };
  const opening = new RegExp(known.map(({ open }) => `(${open})`).join('|'), 'gm');
  /** What was looked for in vain is not looked for again: it would make hostile text slow. */
  const missing = new Set<string>();
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [opened] = match;
    const markup = known[match.slice(1).findIndex((group) => group !== undefined)];
    const start = match.index;
    let end = start + opened.length;
    if (opened === '' && markup?.close === undefined) opening.lastIndex++;
    const close = markup?.close?.(opened);
    if (close !== undefined) {
      const at = missing.has(close) ? -1 : text.indexOf(close, end);
      if (at < 0) {
        missing.add(close);
        exclude.push({ start, end });
        continue;
      }
      end = at + close.length;
    }
    if (markup?.isQuotation === true) {
      // Markup within a quotation is markup still.
      quoted.push({ start, end });
      const head = close === undefined ? 0 : opened.length;
      exclude.push({ start, end: start + head });
      opening.lastIndex = start + Math.max(1, head);
    } else {
      exclude.push({ start, end });
      opening.lastIndex = Math.max(end, opening.lastIndex);
    }
  }
  return { exclude: exclude.filter(({ start, end }) => end > start), quoted };
}
