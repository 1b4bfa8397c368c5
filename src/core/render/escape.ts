/** `text` as HTML text or as a quoted attribute's value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * `text` as Markdown that shows it as it stands: no link, emphasis, HTML, list, heading, table, code or theme icon in it
 * comes to life. Line ends become spaces, so that no line of it can begin a block.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~$:@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/**
 * `text` as Markdown for people who go on writing in it: as `escapeMarkdown`, but signs that do nothing inside a line
 * stay as they are. It must not stand at the beginning of a line.
 */
export function escapeInLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~$]|&(?=#?\w+;)/g, '\\$&');
}

/** `url` if it is an absolute http or https address, in the form in which it may stand in Markdown or HTML. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\/[^\s]+$/i.test(url)) return undefined;
  return url.replace(
    /[<>"'()\\`[\]{}|^]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
