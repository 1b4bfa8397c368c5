/** How a language writes footnotes. */
export interface FootnoteSyntax {
  /** Whether a mark has to stand apart from the word before it. */
  readonly isSpaced?: boolean;
  /** How the text of a footnote begins, by which one that is there already is found. */
  readonly beginning?: (label: string) => string;
  /** What stands where a source is cited, the footnote's text in it unless the language has that elsewhere. */
  readonly mark: (label: string, reference: string) => string;
  /** What stands where a source is cited whose footnote is there already, if that is not the mark. */
  readonly again?: (label: string) => string;
  /** The line at the end of the text, if the language has the footnote's text there. */
  readonly note?: (label: string, reference: string) => string;
}

/** A note at the end of a text in any of the languages that have such. */
export const NOTE_LINE = /^(?:\[\^[^\]]+\]:|\.\. \[#)/;

const markdownNotes: FootnoteSyntax = {
  beginning: (label) => `[^${label}]:`,
  mark: (label) => `[^${label}]`,
  note: (label, reference) => `[^${label}]: ${reference}`,
};

const latexNotes: FootnoteSyntax = { mark: (_, reference) => `\\footnote{${reference}}` };

const footnotes: Readonly<Record<string, FootnoteSyntax>> = {
  ...{ latex: latexNotes, tex: latexNotes, 'latex-expl3': latexNotes },
  asciidoc: {
    beginning: (label) => `footnote:${plainLabel(label)}[`,
    mark: (label, reference) => `footnote:${plainLabel(label)}[${reference.replace(/\]/g, '\\]')}]`,
    again: (label) => `footnote:${plainLabel(label)}[]`,
  },
  org: {
    beginning: (label) => `[fn:${plainLabel(label)}:`,
    mark: (label, reference) => `[fn:${plainLabel(label)}: ${reference}]`,
    again: (label) => `[fn:${plainLabel(label)}]`,
  },
  restructuredtext: {
    isSpaced: true,
    beginning: (label) => `.. [#${label}]`,
    mark: (label) => `[#${label}]_`,
    note: (label, reference) => `.. [#${label}] ${reference}`,
  },
  typst: { mark: (_, reference) => `#footnote[${reference}]` },
};

/**
 * How a language writes footnotes: Markdown's way where it has none of its own.
 *
 * @param languageId As VS Code names the language.
 */
export function footnoteSyntax(languageId: string): FootnoteSyntax {
  return footnotes[languageId] ?? markdownNotes;
}

/** True of the languages, other than Markdown and LaTeX, that have footnotes. */
export function hasFootnotes(languageId: string): boolean {
  return ['asciidoc', 'org', 'restructuredtext', 'typst'].includes(languageId);
}

/**
 * A citation of entries of a bibliography by their keys: Pandoc's where a language has none of its own.
 *
 * @param languageId As VS Code names the language.
 */
export function keyCitation(languageId: string, keys: readonly string[]): string {
  switch (languageId) {
    case 'asciidoc':
      return `cite:[${keys.join(',')}]`;
    case 'org':
      return `[cite:${keys.map((key) => `@${key}`).join(';')}]`;
    case 'restructuredtext':
      return `:cite:\`${keys.join(',')}\``;
    case 'typst':
      return keys.map((key) => `@${key}`).join(' ');
    default:
      return `[${keys.map((key) => `@${key}`).join('; ')}]`;
  }
}

/** A source's id as a label where labels have no full stops. */
function plainLabel(label: string): string {
  return label.replaceAll('.', '-');
}
