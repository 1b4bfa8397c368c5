import assert from 'node:assert/strict';
import { formatDate } from '../../../src/core/render/formatDate';

describe('formatDate', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2025-09-04', '4 September 2025'],
    ['2008-08', 'August 2008'],
    ['1991', '1991'],
    ['2025-03~', 'about March 2025'],
    ['2026-01-23/2026-01-24', '23 to 24 January 2026'],
    ['2026-05-07/2026-06-03', '7 May to 3 June 2026'],
    ['2014/2022', '2014 to 2022'],
    ['2025-12-28/2026-01-03', '28 December 2025 to 3 January 2026'],
    ['a short text', 'a short text'],
    ['93', '93'],
  ];
  for (const [date, expected] of cases) {
    it(`writes ${date} as ${expected}`, () => {
      assert.equal(formatDate(date), expected);
    });
  }
});
