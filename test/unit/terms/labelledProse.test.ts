import assert from 'node:assert/strict';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { builtInPack } from '../../bench/vocabularies';
import { measureProse } from '../../bench/labelledProse';

describe('labelled prose', () => {
  const { id, terms } = builtInPack();
  const figures = measureProse(createTermIndex([buildTermPack(terms).pack]), id);

  it('is long and mixed enough to tell something', () => {
    assert.ok(figures.passages >= 30);
    assert.ok(figures.words >= 6000);
  });

  it('has its terms found, and hardly anything else', () => {
    const told = figures.differences.join('\n');
    assert.ok(figures.precision >= 0.99, `precision ${String(figures.precision)}\n${told}`);
    assert.ok(figures.recall >= 0.97, `recall ${String(figures.recall)}\n${told}`);
  });
});
