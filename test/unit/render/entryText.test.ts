import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/packs/pack';
import { tabTitle } from '../../../src/core/render/entryText';

const event = (title: string): Entry => ({
  ...{ type: 'event', id: 'pack/event/one', title, text: title, date: '2025-09-04' },
  ...{ from: 0, to: 0, topics: [], terms: [] },
});

describe('tabTitle', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The bridge opens.', '4 September 2025: The bridge opens.'],
    ['The bridge opens, after years of work.', '4 September 2025: The bridge opens, after…'],
    ['The bridge reopens, once more.', '4 September 2025: The bridge reopens, once…'],
    ['The old bridge reopen, it is said.', '4 September 2025: The old bridge reopen, it…'],
    ['The old bridges reopen, — and close.', '4 September 2025: The old bridges reopen…'],
    ['Donaudampfschifffahrtselektrizität', '4 September 2025…'],
  ];
  for (const [title, expected] of cases) {
    it(`names the tab of “${title}”`, () => {
      assert.equal(tabTitle(event(title)), expected);
    });
  }
});
