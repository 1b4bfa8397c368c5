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
  /** What opens another of its kind within it, for it ends only when that has ended. */
  readonly nest?: string;
  /** Somebody else's words; everything else is no prose. */
  readonly isQuotation?: boolean;
  /** Whether it is what it looks like, given what stands before. */
  readonly isMeant?: (text: string, start: number) => boolean;
}

/** A language by its markup. */
interface Language {
  readonly markup: readonly Markup[];
  /** Whether capitals make no difference to its markup. */
  readonly ignoresCase?: boolean;
}

const only = (open: string): Markup => ({ open });
const until = (open: string, close: string): Markup => ({ open, close: () => close });
const quotation = (open: string, close: (opened: string) => string, nest?: string): Markup => ({
  ...{ open, close, isQuotation: true },
  ...(nest === undefined ? {} : { nest }),
});

const environment = (names: string): Markup => ({
  open: `\\\\begin\\{(?:${names})\\}`,
  close: (opened) => `\\end{${/\{(.*)\}/.exec(opened)?.[1] ?? ''}}`,
});
const line = (opened: string): string => `\n${opened.trim()}`;

const LATEX: readonly Markup[] = [
  only(String.raw`\\[%$&#_{}\\"'^~=.\x60]`),
  only(String.raw`%.*`),
  environment(
    String.raw`(?:verbatim|lstlisting|minted|comment|equation|align|gather|multline|eqnarray|displaymath|math|tikzpicture)\*?`,
  ),
  quotation(
    String.raw`\\begin\{(?:quote|quotation|quoting|displayquote|displaycquote|verse)\}`,
    (opened) => `\\end${opened.slice('\\begin'.length)}`,
  ),
  quotation(
    String.raw`\\(?:(?:enquote|textc?quote|blockc?quote|say)\*?|(?:foreign|hyphen)(?:text|block)?c?quote\*?\s?\{[^{}\n]{0,50}\})(?:\[[^\]\n]{0,500}\])*\{`,
    () => '}',
    '{',
  ),
  until(String.raw`\$\$`, '$$'),
  until(String.raw`\\\[`, '\\]'),
  until(String.raw`\\\(`, '\\)'),
  only(String.raw`\$(?:[^$\\\n]|\\.|\n(?![ \t]*\r?\n)){1,2000}\$`),
  { open: String.raw`\\(?:verb|lstinline)\*?[^\s\w{]`, close: (opened) => opened.slice(-1) },
  only(
    String.raw`\\[A-Za-z]*[Cc]ite[A-Za-z]*\*?(?:(?:\s?\[[^\]\n]{0,500}\]|\s?\([^()\n]{0,200}\))*\s?\{[^{}]{0,500}\}){1,20}`,
  ),
  only(
    String.raw`\\(?:bibitem|(?:ac|gls|Gls|Ac)[a-z]{0,8}|index|subfile|[A-Za-z]*ref|label|url|path|includegraphics|input|include|bibliography|addbibresource|bibliographystyle|documentclass|usepackage|begin|end|pagestyle|lstinline|texttt)\*?(?:\s?\[[^\]\n]{0,500}\])*\s?\{[^{}]{0,500}\}`,
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
  ...['blockquote', 'q', 'cite'].map((name) =>
    quotation(`<${name}(?=[\\s>])`, () => `</${name}`, `<${name}`),
  ),
  only(String.raw`<[/!?]?[A-Za-z](?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,2000}>`),
  only(String.raw`&#?\w{1,32};`),
];

/** Lines up to the next blank one. */
const PARAGRAPH = String.raw`(?:[^\r\n]+(?:\r?\n|(?![^])))+`;
const ASCIIDOC: readonly Markup[] = [
  { open: String.raw`^(?:-{4,}|\.{4,}|\+{4,}|/{4,})[ \t]*$`, close: line },
  { open: '^```.*$', close: () => '\n```' },
  quotation(String.raw`^_{4,}[ \t]*$`, line),
  {
    ...only(String.raw`^\[(?:quote|verse)\b[^\]\n]*\][ \t]*\r?\n(?!_{4})` + PARAGRAPH),
    isQuotation: true,
  },
  only(
    String.raw`^\[(?:source|listing|literal)\b[^\]\n]*\][ \t]*\r?\n(?!-{4}|\.{4}|\x60{3})` +
      PARAGRAPH,
  ),
  only(String.raw`\[\[[^\]\n]{1,200}\]\]`),
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
  only(String.raw`^[ \t]*\.\.[ \t](?!_|\[|\||[\w:-]+::).*\r?\n` + INDENTED),
  {
    ...only(String.raw`(?<=\n[ \t]*\r?\n)(?=[ \t]+\S)` + INDENTED),
    isQuotation: true,
    isMeant: isIndentedQuotation,
  },
  only('``[^\\n]{1,2000}?``'),
  only(':[\\w-]+(?::[\\w-]+)*:`[^`]{1,2000}`'),
  only(String.raw`<[^<>\n]{1,2000}>(?=\`__?)`),
  only(String.raw`^[ \t]*:[\w -]+:(?=[ \t]|$)`),
  only(String.raw`\[[\w#*-]+\]_`),
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
  until('```', '```'),
  only('`[^`\\n]{1,2000}`'),
  only(String.raw`\$(?:[^$\\]|\\[^]){1,2000}\$`),
  quotation(String.raw`#quote(?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\))?\[`, () => ']', '['),
  only(String.raw`#(?:let|set|show|import|include)\b.*`),
  only(String.raw`#[A-Za-z_][\w.-]*(?:\([^()\n]{0,500}\))?`),
  only(String.raw`<[\w:.-]{1,200}>`),
  only(String.raw`@[\w:.-]{1,200}`),
];

const ORG: readonly Markup[] = [
  {
    open: String.raw`^[ \t]*#\+begin_(?:src|example|export|comment|latex)\b`,
    close: (opened) => opened.trim().replace('begin', 'end'),
  },
  quotation(String.raw`^[ \t]*#\+begin_(?:quote|verse)\b`, (opened) =>
    opened.trim().replace('begin', 'end'),
  ),
  until(String.raw`^[ \t]*:PROPERTIES:[ \t]*$`, ':end:'),
  only(String.raw`^[ \t]*#\+(?!(?:title|subtitle|caption|description)\b)[A-Za-z_]+:.*`),
  only(String.raw`^[ \t]*#\+[A-Za-z_]+:?`),
  only(String.raw`^[ \t]*:[ \t].*`),
  only(String.raw`\[fn:[^\]\s:]{0,100}(?=[\]:])`),
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
const LANGUAGES: Readonly<Record<string, Language>> = {
  latex: { markup: LATEX },
  tex: { markup: LATEX },
  'latex-expl3': { markup: LATEX },
  html: { markup: HTML, ignoresCase: true },
  asciidoc: { markup: ASCIIDOC },
  restructuredtext: { markup: RST },
  typst: { markup: TYPST },
  org: { markup: ORG, ignoresCase: true },
  'git-commit': { markup: COMMIT },
  scminput: { markup: COMMIT },
};

/**
 * Reads the prose of markup other than Markdown, and of plain text, by how each piece of markup begins and ends. What
 * is begun and never ended is taken as text.
 *
 * @param languageId As VS Code names the language.
 * Cost: linear; an edit reads everything again, some milliseconds a megabyte.
 */
export function markupProse(languageId: string): ProseReader {
  const known = Object.hasOwn(LANGUAGES, languageId) ? LANGUAGES[languageId] : undefined;
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
  return readMarkup(LANGUAGES['html'], text);
}

function readMarkup(
  known: Language | undefined,
  text: string,
): { exclude: Span[]; quoted: Span[] } {
  const exclude: Span[] = [];
  const quoted: Span[] = [];
  if (known === undefined) return { exclude, quoted };
  const { markup: all, ignoresCase } = known;
  // Only letters of ASCII: what else becomes small may change its length.
  const plain =
    ignoresCase === true ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
  const flags = ignoresCase === true ? 'gmi' : 'gm';
  const opening = new RegExp(all.map(({ open }) => `(${open})`).join('|'), flags);
  /** What was looked for in vain is not looked for again: it would make hostile text slow. */
  const missing = new Set<string>();
  let quotedUpTo = 0;
  for (let match = opening.exec(plain); match !== null; match = opening.exec(plain)) {
    const [opened] = match;
    const markup = all[match.slice(1).findIndex((group) => group !== undefined)];
    const start = match.index;
    let end = start + opened.length;
    if (opened === '' && markup?.close === undefined) opening.lastIndex++;
    if (markup?.isMeant?.(text, start) === false) {
      opening.lastIndex = start + 1;
      continue;
    }
    const isQuotation = markup?.isQuotation === true;
    const close = markup?.close?.(opened);
    // A quotation within one is part of it.
    if (close !== undefined && !(isQuotation && start < quotedUpTo)) {
      const at = missing.has(close) ? -1 : closeOf(plain, end, close, markup?.nest);
      if (at < 0) {
        missing.add(close);
        exclude.push({ start, end });
        continue;
      }
      end = at + close.length;
    }
    if (isQuotation) {
      // Markup within a quotation is markup still.
      quoted.push({ start, end });
      quotedUpTo = Math.max(quotedUpTo, end);
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

/** Where something ends, with others of its kind within it; if they never all end, where the first ends. */
function closeOf(text: string, from: number, close: string, nest: string | undefined): number {
  const first = text.indexOf(close, from);
  if (nest === undefined || first < 0) return first;
  let depth = 0;
  let open = text.indexOf(nest, from);
  for (let at = first; at >= 0; at = text.indexOf(close, at + close.length)) {
    for (; open >= 0 && open < at; open = text.indexOf(nest, open + nest.length)) depth++;
    if (depth === 0) return at;
    depth--;
  }
  return first;
}
