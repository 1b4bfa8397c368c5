import { escapeHtml } from './escape';

/**
 * A page of the panel as a file of its own, to be kept or printed: no script, nothing fetched.
 *
 * @param body Made by `entryHtml`.
 * @param css What the page looks like.
 * @param originHtml What the page says of where it comes from: made by `originHtml`.
 */
export function htmlFile(
  language: string,
  title: string,
  originHtml: string,
  body: string,
  css: string,
): string {
  const content = body
    // Links within the reference lead nowhere in a file; their words stay.
    .replace(/<a href="#" data-entry="[^"]*"(?: data-anchor="[^"]*")?>(.*?)<\/a>/g, '$1')
    .replace(/ data-(?:vscode-context|timeline|sort|name)="[^"]*"/g, '')
    .replace(/<details>/g, '<details open>')
    .replace(/<nav class="neighbours".*?<\/nav>/s, '')
    // Nothing sorts here.
    .replace(/<button type="button" class="sort">(.*?)<\/button>/g, '$1')
    // On a narrow screen a wide table scrolls, not the page.
    .replace(/<table/g, '<div class="scroll"><table')
    .replace(/<\/table>/g, '</table></div>')
    // As of when it is true belongs to the title.
    .replace('</header>', () => `<p class="origin">${originHtml}</p></header>`);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${css.replace(/<\//g, '<\\/')}
</style>
</head>
<body>
<main>${content}<footer>${originHtml}</footer></main>
</body>
</html>
`;
}
