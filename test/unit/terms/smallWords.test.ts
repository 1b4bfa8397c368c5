import assert from 'node:assert/strict';
import { findSmallWords, withSmallFirst } from '../../../src/core/terms/smallWords';

/** A text, and the words in it that are no names. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['Berlin is a town', ['is', 'a', 'town']],
  [
    'A full-scale start, and (then) a stop.',
    ['full', 'scale', 'start', 'and', 'then', 'a', 'stop'],
  ],
  ['See Berlin [@weekly-berlin; @berlin-2024].', []],
  ['The [old town](term/berlin) of [Rome](https://example.org/rome_(town))', ['old', 'town', 'of']],
  ['[Few](topic/berlin#rome) were [counted]{.unconfirmed}', ['were', 'counted']],
  ['Type `berlin` or ``rome ` oslo``', ['or']],
  ['Ask press@berlin.example, www.rome.example/oslo, oslo.example or https://rome', ['or']],
  ['They go to Rome/Oslo, on and on', ['go', 'to', 'on', 'and']],
];

describe('small words', () => {
  for (const [text, words] of rows) {
    it(`of “${text}” are ${words.join(', ') || 'none'}`, () => {
      assert.deepEqual([...findSmallWords([text])], [...new Set(words)]);
    });
  }

  it('leave names their capital', () => {
    const small = findSmallWords(['A tower of Rome [@rome-tower].']);
    assert.equal(withSmallFirst('Tower of Rome', small), 'tower of Rome');
    assert.equal(withSmallFirst('Rome', small), 'Rome');
  });
});
