/** A place in a text as editors count: lines and UTF-16 code units in them, both from 0. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/**
 * Finds the lines of offsets.
 *
 * @returns A function from an offset to its place. Lines end with LF, CRLF or CR, as in the editor.
 * Cost: one pass over the text, then logarithmic for each offset.
 */
export function linePlaces(text: string): (offset: number) => LinePlace {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  };
}
