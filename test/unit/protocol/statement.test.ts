import assert from 'node:assert/strict';
import { parseStatement } from '../../../src/protocol/statement';

describe('parseStatement', () => {
  const sources = ['bridges/source/road-2024', 'bridges/source/river-2025'];
  const statement = { entryId: 'bridges/topic/spans', text: 'Far. Farther.', sources };
  const atEnd = [{ at: 13, sources }];

  it('reads where a statement cites what', () => {
    const citations = [
      { at: 3, sources: sources.slice(0, 1) },
      { at: 12, sources: sources.slice(1) },
    ];
    const { entryId, text } = statement;
    assert.deepEqual(parseStatement({ ...statement, citations }), { entryId, text, citations });
  });

  const others: readonly unknown[] = [
    undefined,
    [],
    'x',
    [{ at: 14, sources }],
    [{ at: -1, sources }],
    [{ at: 1.5, sources }],
    [
      { at: 4, sources },
      { at: 3, sources },
    ],
  ];
  for (const citations of others) {
    it(`takes the end where places are ${JSON.stringify(citations)}`, () => {
      assert.deepEqual(parseStatement({ ...statement, citations })?.citations, atEnd);
    });
  }

  it('reads nothing in what is no statement', () => {
    for (const value of [undefined, 7, { entryId: 'x', text: 7 }, { ...statement, text: 7 }])
      assert.equal(parseStatement(value), undefined);
  });
});
