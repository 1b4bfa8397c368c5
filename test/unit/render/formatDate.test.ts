import assert from 'node:assert/strict';
import { displayDate, formatDate } from '../../../src/core/render/formatDate';
import { inLanguage } from '../language';

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

describe('a date within a year', () => {
  const cases: readonly (readonly ['en' | 'de' | 'fr' | 'uk', string, string, string])[] = [
    ['en', '2025', '2025-09-04', '4 September'],
    ['en', '2025', '2025-03~', 'about March'],
    ['en', '2025', '2025~', 'about 2025'],
    ['en', '2025', '2025-12-28/2026-01-03', '28 December to 3 January 2026'],
    ['en', '2025', '2025-01-23/2025-01-24', '23 to 24 January'],
    ['en', '2014', '2014/2022', '2014 to 2022'],
    ['en', '2024', '2025-09-04', '4 September 2025'],
    ['de', '2025', '2025-09-04', '4. September'],
    ['fr', '2025', '2025-09-04', '4 septembre'],
    ['uk', '1970', '1970-01-01', '1 січня'],
    ['uk', '1970', '1970-01', 'січень'],
    ['uk', '1970', '1970', '1970'],
  ];
  for (const [language, year, date, expected] of cases) {
    it(`writes ${date} in ${year} as ${expected}`, () => {
      const shown =
        language === 'en'
          ? displayDate(date, year)
          : inLanguage(language, () => displayDate(date, year));
      assert.equal(shown.replaceAll('\u00a0', ' '), expected);
    });
  }
});
