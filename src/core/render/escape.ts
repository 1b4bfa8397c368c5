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
 * stay as they are, and web addresses can be followed. It must not stand at the beginning of a line.
 */
export function escapeInLine(text: string): string {
  let at = 0;
  let escaped = '';
  const line = text.replace(/\s+/g, ' ');
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const address = withoutStop(found);
    escaped += escapeSigns(line.slice(at, index)) + addressInLine(address);
    at = index + address.length;
  }
  return escaped + escapeSigns(line.slice(at));
}

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$]|&(?=#?\w+;)/g, '\\$&');
}

const ADDRESS = /\bhttps?:\/\/[^\s<>\p{Cc}“”„«»]{1,2000}/giu;

/** Addresses whose signs do nothing in any Markdown; an underscore between letters is one. */
const PLAIN_ADDRESS =
  /^(?:(?!--|\.\.|&#?\w+;)[\p{L}\p{N}\p{M}:/?#!(),;+%.=&-]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}]))+$/u;

/**
 * An address in a line of Markdown: a backslash would become a part of it. Where its signs could do something it stands
 * between angle brackets, in which nothing is markup, and signs that no address may have stand there as percentages.
 */
function addressInLine(address: string): string {
  return PLAIN_ADDRESS.test(address) ? address : `<${address.replace(/["\\`[\]{}|^]/g, percent)}>`;
}

/** An address without the stop of the sentence that it ends, and without a bracket that was opened before it. */
function withoutStop(address: string): string {
  const last = address.charAt(address.length - 1);
  const opening = { ')': '(', ']': '[', '}': '{' }[last];
  const isOfSentence =
    /[.,;:!?'"’]/.test(last) ||
    (opening !== undefined && address.split(opening).length < address.split(last).length);
  return isOfSentence ? withoutStop(address.slice(0, -1)) : address;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** `url` if it is an absolute http or https address, in the form in which it may stand in Markdown or HTML. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\/[^\s]+$/i.test(url)) return undefined;
  return url.replace(/[<>"'()\\`[\]{}|^]/g, percent);
}
