import assert from 'node:assert/strict';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { createLibrary } from '../../../src/core/packs/library';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createEntrySearch } from '../../../src/core/search/searchEntries';
import { runToEnd } from '../../../src/core/terms/steps';
import { goodPack } from '../pack';

const library = createLibrary([goodPack()], createTermIndex([]));
const search = runToEnd(createEntrySearch(library, createPackMarkdown()));

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

  const narrowed: readonly (readonly [string, readonly string[]])[] = [
    ['#arch', ['bridges/topic/spans']],
    ['!arch', ['bridges/event/first-arch']],
    ['"arch', ['bridges/term/arch']],
    ['"vault"', ['bridges/term/arch']],
    ['"vaul"', []],
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
    const agents = runToEnd(
      createEntrySearch(createLibrary([acting], createTermIndex([])), createPackMarkdown()),
    );
    assert.deepEqual(
      agents.search('@arch', 10).map(({ entryId }) => entryId),
      ['bridges/term/arch'],
    );
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

  it('finds nothing for nothing, and stops at the limit', () => {
    assert.deepEqual(search.search('', 10), []);
    assert.deepEqual(search.search('zzzzqqqq', 10), []);
    assert.equal(search.search('the', 1).length <= 1, true);
  });
});
