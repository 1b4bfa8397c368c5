import assert from 'node:assert/strict';
import {
  entryPath,
  parseEntryAddress,
  wordsOfAddress,
  type LinkTarget,
} from '../../../src/core/packs/entryId';
import { overviewsOf } from '../../../src/core/packs/overviews';
import { hasSection } from '../../../src/core/packs/sections';
import { goodPack } from '../pack';

describe('addresses of entries', () => {
  const spans = 'bridges/topic/spans';
  const cases: readonly (readonly [string, string, LinkTarget | undefined])[] = [
    [entryPath(spans), '', { entryId: spans }],
    [entryPath(spans), 'long-ones', { entryId: spans, anchor: 'long-ones' }],
    ['/entry/bridges/topic/spans/', '', { entryId: spans }],
    ['/entry/bridges/topic/spans/', 'long-ones', { entryId: spans, anchor: 'long-ones' }],
    ['/entry/bridges/topic/spans', 'long-ones/', { entryId: spans, anchor: 'long-ones' }],
    // As it is decoded where the address had `%23`.
    ['/entry/bridges/topic/spans#long-ones', '', { entryId: spans, anchor: 'long-ones' }],
    ['/entry/bridges/topic/spans/#long-ones', '', { entryId: spans, anchor: 'long-ones' }],
    ['/entry/bridges/spans', '', undefined],
    ['/other/bridges/topic/spans', '', undefined],
  ];
  for (const [path, fragment, expected] of cases) {
    it(`are read from ${path} and “${fragment}”`, () => {
      assert.deepEqual(parseEntryAddress(path, fragment), expected);
    });
  }

  it('hold the words to search for where there is no such entry', () => {
    assert.equal(wordsOfAddress('/entry/bridges/term/keystone-arch'), 'keystone arch');
    assert.equal(wordsOfAddress('/entry/bridges/term/keystone-arch/#long'), 'keystone arch');
    assert.equal(wordsOfAddress('/'), '');
  });

  it('lead to sections of topics and to what overviews list', () => {
    const pack = goodPack();
    const [topic] = pack.topics;
    const [term] = pack.terms;
    const [timeline] = overviewsOf(pack);
    assert.ok(topic !== undefined && term !== undefined && timeline !== undefined);
    assert.equal(hasSection(topic, 'long-ones'), true);
    assert.equal(hasSection(topic, 'wide-ones'), false);
    assert.equal(hasSection(topic, '_terms'), true);
    assert.equal(hasSection(term, 'long-ones'), false);
    assert.equal(hasSection(timeline, 'first-arch'), true);
    assert.equal(hasSection(timeline, 'last-arch'), false);
  });
});
