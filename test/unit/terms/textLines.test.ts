import assert from 'node:assert/strict';
import { linePlaces } from '../../../src/core/terms/textLines';

describe('lines of a text', () => {
  const text = 'ab\ncd\r\nef\rgh\n';
  const places: readonly (readonly [offset: number, line: number, character: number])[] = [
    [0, 0, 0],
    [2, 0, 2],
    [3, 1, 0],
    [7, 2, 0],
    [8, 2, 1],
    [10, 3, 0],
    [13, 4, 0],
  ];
  for (const [offset, line, character] of places) {
    it(`have ${String(offset)} at ${String(line)}:${String(character)}`, () => {
      assert.deepEqual(linePlaces(text)(offset), { line, character });
    });
  }
});
