import assert from 'node:assert/strict';
import { findBackLinks } from '../../../src/core/packs/backLinks';
import { isOutOfDate, monthsBefore } from '../../../src/core/packs/freshness';
import { createLibrary } from '../../../src/core/packs/library';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { runToEnd } from '../../../src/core/terms/steps';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { goodPack } from '../pack';

describe('findBackLinks', () => {
  const pack = goodPack();
  const library = createLibrary([pack], createTermIndex([buildTermPack(pack.terms).pack]));
  const links = runToEnd(findBackLinks(library, createPackMarkdown()));

  it('finds what links to an entry or names it, topics before events', () => {
    assert.deepEqual(links.get('bridges/term/arch'), [
      'bridges/topic/spans',
      'bridges/event/first-arch',
    ]);
  });

  it('finds what cites a source', () => {
    assert.deepEqual(links.get('bridges/source/river-2025'), ['bridges/topic/spans']);
  });

  it('does not count that an entry speaks of itself', () => {
    assert.equal(links.get('bridges/topic/spans'), undefined);
  });
});

describe('isOutOfDate', () => {
  const { topics, events } = goodPack();
  const [topic] = topics;
  const [event] = events;
  const cases = [
    ['2025-03-03', false],
    ['2025-03-04', false],
    ['2025-03-05', true],
  ] as const;
  for (const [since, expected] of cases) {
    it(`says ${String(expected)} of an entry of 4 March 2025 where ${since} counts`, () => {
      assert.ok(topic !== undefined);
      assert.equal(isOutOfDate(topic, since), expected);
    });
  }
  it('takes an entry dated by its year for reviewed through that year', () => {
    assert.ok(topic !== undefined);
    assert.equal(isOutOfDate({ ...topic, asOf: '2025' }, '2025-11-30'), false);
  });
  it('says it of no event', () => {
    assert.ok(event !== undefined);
    assert.equal(isOutOfDate(event, '2026-01-01'), false);
  });
});

describe('monthsBefore', () => {
  it('counts months back', () => {
    assert.equal(monthsBefore(new Date('2026-01-15'), 2), '2025-11-15');
    assert.equal(monthsBefore(new Date('2026-03-31'), 1), '2026-02-28');
    assert.equal(monthsBefore(new Date('2026-05-31'), 3), '2026-02-28');
  });
});
