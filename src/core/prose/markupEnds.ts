const BLANK = /[ \t]*(?:\r?\n|(?![^]))/y;
/** What stands before the text of a line. */
const LIST_ITEM = /^[ \t]*(?:(?:[-*+•]|\(?(?:\d+|[A-Za-z]|#)[.)])[ \t]+)?/;

/** What closes markup that a line begins: the same line again. */
export const sameLine = (opened: string): string => `\n${opened.trim()}`;

/**
 * Where what closes markup stands; -1 if nowhere.
 *
 * @param close Stands on a line of its own, if it begins with a line's end.
 */
export function closeOf(text: string, from: number, close: string): number {
  const isLine = close.startsWith('\n');
  for (let at = text.indexOf(close, from); at >= 0; at = text.indexOf(close, at + 1)) {
    if (!isLine || isBlank(text, at + close.length)) return at;
  }
  return -1;
}

/** Whether nothing follows in a line. */
export function isBlank(text: string, from: number): boolean {
  BLANK.lastIndex = from;
  return BLANK.test(text);
}

/** Where the next line begins, or the text ends. */
export function lineEndOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Where a block ends whose beginning ends with its delimiter: with the next line that is the same, whatever is within. */
export function blockEnd(text: string, start: number, end: number): number {
  const close = sameLine(text.slice(start, end).trim().split('\n').at(-1) ?? '');
  const at = closeOf(text, end, close);
  return at < 0 ? end : at + close.length;
}

/** Where the lines end that follow up to a blank one. */
export function paragraphEnd(text: string, _start: number, end: number): number {
  let at = lineEndOf(text, end);
  while (at < text.length && !isBlank(text, at)) at = lineEndOf(text, at);
  return at;
}

/** Where the lines end that follow and are blank or deeper than the text of the line where something stands. */
export function indentedEnd(text: string, start: number, end: number): number {
  const above = text.slice(text.lastIndexOf('\n', start - 1) + 1, end);
  const depth = LIST_ITEM.exec(above)?.[0].length ?? 0;
  let at = lineEndOf(text, end);
  while (at < text.length) {
    const next = lineEndOf(text, at);
    const indent = text.slice(at, next).search(/\S/);
    if (indent >= 0 && indent <= depth) break;
    at = next;
  }
  return at;
}

/** Where lines of code end: those that are deeper, and the bracket below them. */
export function bodyEnd(text: string, start: number, end: number): number {
  const at = indentedEnd(text, start, end);
  return text.startsWith('}', at) ? at + 1 : at;
}
