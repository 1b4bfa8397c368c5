import assert from 'node:assert/strict';
import { runToEnd, sortInSteps } from '../../../src/core/terms/steps';

describe('sortInSteps', () => {
  for (const size of [0, 1, 3999, 4001, 20_011]) {
    it(`sorts ${String(size)} texts`, () => {
      const texts = Array.from({ length: size }, (_, n) => ((n * 7919) % 10_007).toString(36));
      const order = [...runToEnd(sortInSteps(texts))];
      const expected = texts
        .map((text, number) => ({ text, number }))
        .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.number - b.number));
      assert.deepEqual(
        order,
        expected.map(({ number }) => number),
      );
    });
  }
});
