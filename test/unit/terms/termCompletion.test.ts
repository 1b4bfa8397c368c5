import assert from 'node:assert/strict';
import type { Label, Term } from '../../../src/core/packs/pack';
import { findSmallWords } from '../../../src/core/terms/smallWords';
import { createTermCompletion } from '../../../src/core/terms/termCompletion';

const label = (text: string, kind: Label['kind'], lang = 'en', use?: string): Label => ({
  ...{ text, kind, lang },
  ...(use === undefined ? {} : { advice: { use, reason: 'Because.', quotable: true } }),
});

const term = (id: string, ...labels: Label[]): Term => ({
  ...{ type: 'term', id, kind: 'x', title: labels[0]?.text ?? '', labels, definition: '' },
  ...{ asOf: '2026', broader: [], narrower: [], related: [], topics: [], sources: [], facts: [] },
});

/** Terms that begin alike. */
const sorted = [
  term('mole', label('Keeper', 'preferred'), label('Koper', 'hidden')),
  term(
    'town',
    label('Kobe', 'preferred'),
    label('Kobbe', 'alternative', 'de'),
    label('Kopf', 'alternative', 'de'),
    label('Kope', 'discouraged', 'en', 'Kobe'),
  ),
  term('pier', label('Pier', 'preferred'), label('Kop', 'discouraged', 'en', 'Pier')),
  term('copper', label('Kopper mine', 'preferred')),
  term('copy', label('kopy', 'preferred')),
];

const completion = createTermCompletion(
  [
    term(
      'kyiv',
      label('Kyiv', 'preferred'),
      label('Київ', 'preferred', 'uk'),
      label('Kiev', 'discouraged', 'en', 'Kyiv'),
      label('Києва', 'hidden', 'uk'),
    ),
    term(
      'guarantee',
      label('Security guarantee', 'preferred'),
      label('security assurance', 'alternative'),
    ),
    term(
      'council',
      label('Security Council', 'preferred'),
      label('UNSC', 'alternative'),
      label('Security C.', 'hidden'),
    ),
    term('elysee', label('Élysée', 'preferred', 'fr')),
    ...sorted,
  ],
  findSmallWords(['A security guarantee is a promise of Kyiv.']),
);

/** The text before the cursor; what is offered, with the typed beginning it replaces. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['in Ky', 'Ky', ['Kyiv']],
  ['in Ki', 'Ki', ['Kyiv']],
  ['у Ки', 'Ки', ['Київ']],
  ['the secu', 'secu', ['security assurance', 'security guarantee', 'Security Council']],
  // Kinds of labels, then the very letters, then the length; the pack's language first among those of a term.
  ['at Kop', 'Kop', ['Kobe', 'Kopf', 'Kopper mine', 'kopy', 'Pier', 'Keeper']],
  ['at kop', 'kop', ['kopy', 'Kobe', 'Kopf', 'Kopper mine', 'Pier', 'Keeper']],
  ['at Kope', 'Kope', ['Kobe', 'Keeper']],
  ['for security gu', 'security gu', ['security guarantee']],
  ['Security gu', 'Security gu', ['Security guarantee']],
  ['in ky', 'ky', ['Kyiv']],
  ['(security c', 'security c', ['Security Council']],
  ['at the ely', 'ely', ['Élysée']],
  ['the UNS', 'UNS', ['UNSC']],
  ['the x', '', []],
  ['unsc', 'unsc', ['UNSC']],
  ['insecurity', '', []],
  ['', '', []],
  ['security guarantees', '', []],
];

describe('completion of terms', () => {
  for (const [before, typed, texts] of rows) {
    it(`offers ${texts.join(', ') || 'nothing'} after “${before}”`, () => {
      const found = completion.complete(before, 2, 10);
      assert.deepEqual(found?.items.map(({ text }) => text) ?? [], texts);
      if (found !== undefined) assert.equal(before.slice(found.start), typed);
    });
  }

  it('names the words themselves where a hidden form leads to them too', () => {
    const [item] = completion.complete('Security c', 2, 10)?.items ?? [];
    assert.equal(item?.label.text, 'Security Council');
  });

  it('says that there are more than it gives', () => {
    const found = completion.complete('secu', 2, 2);
    assert.equal(found?.items.length, 2);
    assert.equal(found.isCut, true);
  });

  it('waits for letters', () => {
    assert.equal(completion.complete('E', 2, 10), undefined);
    assert.equal(completion.complete('E', 1, 10)?.items.length, 1);
  });
});
