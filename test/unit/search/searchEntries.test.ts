import assert from 'node:assert/strict';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { createLibrary } from '../../../src/core/packs/library';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createEntrySearch } from '../../../src/core/search/searchEntries';
import { runToEnd } from '../../../src/core/terms/steps';
import type { Pack } from '../../../src/core/packs/pack';
import type { EntrySearch } from '../../../src/core/search/searchEntries';
import { inLanguage } from '../language';
import { goodPack, parseSmallPack } from '../pack';

function searchIn(pack: Pack): EntrySearch {
  const library = createLibrary([pack], createTermIndex([]));
  return runToEnd(createEntrySearch(library, createPackMarkdown()));
}

const search = searchIn(goodPack());

/** Parts that only their numbers tell apart, in a language that not all of them have. */
function numberedPack(): Pack {
  const part = (id: string, labels: string): string =>
    `- { id: ${id}, kind: part, ${labels}, definition: A part., asOf: 2025-01-01 }\n`;
  const { pack } = parseSmallPack({
    'terms/numbered.yaml':
      part('beam-5', 'prefLabel: { en: Beam 5, de: Balken 5, ru: балка 5 }') +
      part('beam-51', 'prefLabel: { en: Beam 51 }') +
      part('beam-4', 'prefLabel: { en: Beam 4 }') +
      part('beam-5-like', 'prefLabel: { en: Beam 5-like }') +
      part('old-beam', 'prefLabel: { en: Old beam }'),
  });
  if (pack === undefined) throw new Error('The pack with numbers does not parse.');
  return pack;
}

describe('searchEntries', () => {
  const first: readonly (readonly [string, string])[] = [
    ['arch', 'bridges/term/arch'],
    ['ARC', 'bridges/term/arch'],
    ['vault', 'bridges/term/arch'],
    ['vautl', 'bridges/term/arch'],
    ['arché', 'bridges/term/arch'],
    ['spans', 'bridges/topic/spans'],
    ['how far can a bridge reach', 'bridges/topic/spans'],
    ['long ones', 'bridges/topic/spans'],
    ['road house', 'bridges/source/road-2024'],
    ['something befor', 'bridges/event/earlier'],
  ];
  for (const [query, expected] of first) {
    it(`finds ${expected} first for “${query}”`, () => {
      assert.equal(search.search(query, 10)[0]?.entryId, expected);
    });
  }

  const numbers: readonly (readonly [string, string])[] = [
    ['Beam 5', 'beam-5'],
    ['Beam 51', 'beam-51'],
    ['Balken 5', 'beam-5'],
    ['Balken 51', 'beam-51'],
    ['Balken 4', 'beam-4'],
    ['балка 51', 'beam-51'],
    ['beam five', 'beam-5'],
    ['beam 5 of the bridge', 'beam-5'],
    ['old beam 1994', 'old-beam'],
  ];
  for (const [query, expected] of numbers) {
    it(`takes the number of “${query}” at its word`, () => {
      const [first] = searchIn(numberedPack()).search(query, 10);
      assert.equal(first?.entryId, `bridges/term/${expected}`);
    });
  }

  it('finds a name that has a word with another ending, though a text has the word itself', () => {
    const { pack } = parseSmallPack({
      'terms/counts.yaml':
        '- { id: counts, kind: part, prefLabel: { en: Who counts }, definition: A., asOf: 2025-01-01 }',
    });
    if (pack === undefined) throw new Error('The pack with counts does not parse.');
    assert.equal(searchIn(pack).search('counted', 10)[0]?.entryId, 'bridges/term/counts');
  });

  it('finds the entry whose name a question asks for, before topics that have more of its words', () => {
    const { pack } = parseSmallPack({
      'topics/dispute.md': `---
id: dispute
title: Dispute
question: Who is against a pier, what is it for, and when was the first one there?
asOf: 2025-03-04
---
What it is, who it is and when it was.
`,
    });
    if (pack === undefined) throw new Error('The pack with a dispute does not parse.');
    for (const query of ['what is a pier', 'who is pier?', 'when was the pier']) {
      assert.equal(searchIn(pack).search(query, 10)[0]?.entryId, 'bridges/term/pier', query);
    }
  });

  it('finds numbers that are still being typed', () => {
    const [first] = search.search('something 110', 10);
    assert.equal(first?.entryId, 'bridges/event/earlier');
  });

  const narrowed: readonly (readonly [string, readonly string[]])[] = [
    ['#arch', ['bridges/topic/spans']],
    ['!arch', ['bridges/event/first-arch']],
    ['"arch', ['bridges/term/arch']],
    ['"vault"', ['bridges/term/arch']],
    ['"vaul"', []],
    ['"vaul', ['bridges/term/arch']],
    ['"pi', ['bridges/term/pier']],
    // Not the beginning of a name, nor a spelling mistake in one.
    ['"ier', []],
    ['"vautl', []],
    ['"', []],
    ['#', ['bridges/topic/spans']],
    ['!', ['bridges/event/first-arch', 'bridges/event/earlier']],
    ['@', []],
    ['@arch', []],
  ];
  for (const [query, expected] of narrowed) {
    it(`narrows “${query}”`, () => {
      const found = search.search(query, 10).map(({ entryId }) => entryId);
      assert.deepEqual([...new Set(found)], expected);
    });
  }

  it('finds people and organisations alone where the pack says who acts', () => {
    const pack = goodPack();
    const acting = { ...pack, kinds: pack.kinds.map((kind) => ({ ...kind, agent: true })) };
    const found = (query: string): readonly string[] =>
      searchIn(acting)
        .search(query, 10)
        .map(({ entryId }) => entryId);
    assert.deepEqual(found('@arch'), ['bridges/term/arch']);
    assert.deepEqual(found('@'), ['bridges/term/arch', 'bridges/term/pier']);
  });

  it('shows the words of the text that matched', () => {
    const [hit] = search.search('carries weight', 10);
    assert.equal(hit?.entryId, 'bridges/term/arch');
    assert.match(hit.excerpt ?? '', /carries weight/);
  });

  it('leads to the section that has the title', () => {
    assert.equal(search.search('long ones', 10)[0]?.anchor, 'long-ones');
  });

  it('shows the alias that matched', () => {
    assert.equal(search.search('vault', 10)[0]?.detail, 'Part · vault');
  });

  it('shows the question of a topic that a sign alone lists', () => {
    assert.equal(search.search('#', 10)[0]?.detail, 'How far can a bridge reach?');
  });

  it('finds overviews by their names in the language of the interface and of the pack', () => {
    inLanguage('de', () => {
      for (const query of ['timeline', 'Zeitleiste']) {
        const [first] = searchIn(goodPack()).search(query, 10);
        assert.equal(first?.entryId, 'bridges/overview/timeline', query);
      }
    });
  });

  it('finds nothing for nothing, and stops at the limit', () => {
    assert.deepEqual(search.search('', 10), []);
    assert.deepEqual(search.search('zzzzqqqq', 10), []);
    assert.equal(search.search('the', 1).length <= 1, true);
  });
});
