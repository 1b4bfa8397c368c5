import { escapeHtml, escapeInLine } from '../render/escape';

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
    case 'typst':
      return outsideAddresses(text, /[\\#$*_@<[\]`~]/g);
    case 'restructuredtext':
      return outsideAddresses(text, /[\\*`|]|_(?![\p{L}\p{N}])/gu);
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

/** With a backslash before some signs, but not in web addresses, which would end there. */
function outsideAddresses(text: string, signs: RegExp): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(signs, '\\$&')))
    .join('');
}
