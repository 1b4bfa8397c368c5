import type { Span } from '../terms/span';

const SCHEME = /[a-z][a-z0-9+.-]*$/i;
const REST = /[^\s<>"“”„«»`\\^{}|[\]]*/y;
const HOST = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy;
const MAILBOX = /[\p{L}\p{N}._%+-]+$/u;
const HANDLE = /[\p{L}_][\p{L}\p{N}_]*/uy;
const PATH = /[^\s<>"“”„«»`^{}|[\]]*/y;
/** Where a path begins: at home, here or above, or with the letter of a drive. */
const PATH_START = /(?<![\p{L}\p{N}_/\\.~])(?:~|\.{1,2}|[A-Za-z]:)$/u;
/** What ends a sentence, or a bracket around the address, rather than the address. */
const TAIL = /[.,;:!?'’)\]*_]/;
/** No scheme and no mailbox is longer. */
const FAR = 64;

/**
 * Finds addresses written out in text: of pages (`https://…`, `www.…`), of mailboxes, of people (`@name`) and of files
 * (`~/…`, `../…`, `C:\…`).
 *
 * @returns In no order. Cost: a search for each sign, and the addresses.
 */
export function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  const add = (start: number, end: number): number => {
    let tail = end;
    while (tail > start && TAIL.test(text.charAt(tail - 1))) tail--;
    found.push({ start, end: tail });
    return end;
  };
  // The search goes on behind what was found: an address in an address is no other.
  for (let at = text.indexOf('://'); at >= 0;) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - FAR), at))?.[0];
    const next = scheme === undefined ? 0 : add(at - scheme.length, endOf(REST, text, at + 3));
    at = text.indexOf('://', Math.max(next, at + 3));
  }
  for (let at = text.indexOf('www.'); at >= 0;) {
    at = text.indexOf('www.', add(at, endOf(REST, text, at + 4)));
  }
  for (let at = text.indexOf('@'); at >= 0;) {
    const end = endOf(HOST, text, at + 1);
    const mailbox = MAILBOX.exec(text.slice(Math.max(0, at - FAR), at))?.[0];
    const isHandle = at === 0 || /[\s([{“‘„«»,;]/.test(text.charAt(at - 1));
    const handle = isHandle ? endOf(HANDLE, text, at + 1) : at;
    const next =
      mailbox !== undefined && end > at + 1
        ? add(at - mailbox.length, end)
        : handle > at + 1
          ? add(at, handle)
          : 0;
    at = text.indexOf('@', Math.max(next, at + 1));
  }
  for (const sign of ['~/', './', ':\\']) {
    for (let at = text.indexOf(sign); at >= 0;) {
      const opened = at + sign.length - 1;
      const start = PATH_START.exec(text.slice(Math.max(0, opened - 4), opened))?.[0];
      const isPath = start !== undefined && !/[\s\\]/.test(text.charAt(opened + 1));
      const next = isPath ? add(opened - start.length, endOf(PATH, text, opened)) : 0;
      at = text.indexOf(sign, Math.max(next, at + 1));
    }
  }
  return found;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
