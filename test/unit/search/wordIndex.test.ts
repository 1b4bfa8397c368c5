import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldPhrase } from '../../../src/core/search/foldWords';
import { parseQuery } from '../../../src/core/search/searchQuery';
import { buildWordIndex } from '../../../src/core/search/wordIndex';
import { runToEnd } from '../../../src/core/terms/steps';

/** How many letters left out, put in, replaced or exchanged with the next make one word of another. */
function mistakesBetween(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const exchanged =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = rows[i];
      if (row === undefined) continue;
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        exchanged ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
}

describe('WordIndex', () => {
  const words = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const wanted = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
  const runs = { numRuns: process.env['CI'] === undefined ? 500 : 5000 };

  it('finds the words with few mistakes, and no other', () => {
    fc.assert(
      fc.property(words, wanted, fc.constantFrom(1, 2), (all, word, most) => {
        const index = runToEnd(buildWordIndex(all));
        const sorted = [...all].sort((a, b) => (a < b ? -1 : 1));
        const expected = sorted.filter((each) => {
          const mistakes = mistakesBetween(each, word);
          return mistakes > 0 && mistakes <= most;
        });
        const found = index.misspelt(word, most, false).map((match) => sorted[match.word]);
        assert.deepEqual(found, expected);
      }),
      runs,
    );
  });

  it('finds the words that begin with few mistakes', () => {
    fc.assert(
      fc.property(words, wanted, fc.constantFrom(1, 2), (all, word, most) => {
        const index = runToEnd(buildWordIndex(all));
        const sorted = [...all].sort((a, b) => (a < b ? -1 : 1));
        const expected = sorted.filter((each) => {
          const starts = Array.from({ length: each.length }, (_, n) => each.slice(0, n + 1));
          const least = Math.min(...starts.map((start) => mistakesBetween(start, word)));
          return least > 0 && least <= most;
        });
        const found = index.misspelt(word, most, true).map((match) => sorted[match.word]);
        assert.deepEqual(found, expected);
      }),
      runs,
    );
  });

  it('knows the texts of each word, and the words that one begins', () => {
    const index = runToEnd(buildWordIndex(['An arch, an arch', 'The arches', 'No']));
    const found = index
      .beginning('arch')
      .map(({ word, likeness }) => [...index.textsOf(word), likeness]);
    assert.deepEqual(found, [
      [0, 1],
      [1, 0.85],
    ]);
    assert.deepEqual([...index.lengths], [4, 2, 1]);
    assert.deepEqual(index.exactly('arche'), []);
  });

  it('knows the words that differ by an ending', () => {
    const all = ['pile', 'pledge', 'pledged', 'pledges', 'pledging', 'pledgeable', 'poll', 'pole'];
    const index = runToEnd(buildWordIndex(all));
    const sorted = [...all].sort();
    const related = (word: string): readonly (string | undefined)[] =>
      index.related(word).map((match) => sorted[match.word]);
    assert.deepEqual(related('pledges'), ['pledge', 'pledged']);
    assert.deepEqual(related('polls'), ['poll']);
    assert.deepEqual(related('pol'), []);
  });
});

describe('foldPhrase', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Sébastien Lecornu', 'sebastien lecornu'],
    ['U.N. Charter', 'un charter'],
    ['Ukraine’s', 'ukraines'],
    ['Art. 42(7)', 'art 42 7'],
    [
      'об’єкт',
      'обєкт'
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC'),
    ],
    ['Straße', 'strasse'],
    ['ES-11/1', 'es 11 1'],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text} as ${expected}`, () => {
      assert.equal(foldPhrase(text), expected);
    });
  }
});

describe('parseQuery', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['nato', 'all', 'nato'],
    ['#law', 'topics', 'law'],
    ['@ putin', 'agents', 'putin'],
    ['!1994', 'events', '1994'],
    ['"Article 5"', 'exact', 'Article 5'],
    ['“Article 5”', 'exact', 'Article 5'],
    ['"Article', 'start', 'Article'],
    ['"', 'start', ''],
    ['""', 'exact', ''],
    ['#', 'topics', ''],
    ['#"legitimate targets"', 'topics', '"legitimate targets"'],
    ['', 'all', ''],
  ];
  for (const [typed, scope, text] of cases) {
    it(`reads ${typed} as ${scope}`, () => {
      assert.deepEqual(parseQuery(typed), { scope, text });
    });
  }
});
