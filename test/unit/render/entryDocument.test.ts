import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { entryDocument, wrapLines } from '../../../src/core/render/entryDocument';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { lookUp } from '../../../src/core/search/lookUp';
import { createEntrySearch } from '../../../src/core/search/searchEntries';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { runToEnd } from '../../../src/core/terms/steps';
import { goodPack } from '../pack';

const markdown = createPackMarkdown();
const library = createLibrary([goodPack()], createTermIndex([]));

function documentOf(id: string): string {
  const entry = library.entry(`bridges/${id}`);
  assert.ok(entry !== undefined);
  return entryDocument(library, markdown, entry);
}

describe('an entry as plain text', () => {
  it('says what a term is, as of when, with its figures and sources', () => {
    assert.equal(
      documentOf('term/arch'),
      [
        'Arch',
        'Part. As of 4 March 2025.',
        'A curved part that carries weight.',
        '- built: 1200 (as of 4 March 2025)',
        [
          'Arch (Bridges, as of 4 March 2025). Sources:',
          '- Road House, “Roads”, 6 May 2024, https://example.org/roads.',
          '- “Rivers”, 2025.',
        ].join('\n'),
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('gives the short answer of a topic, and says where there is more', () => {
    const text = documentOf('topic/spans');
    assert.match(text, /^Spans: How far can a bridge reach\?\n\nTopic\. As of 4 March 2025\.\n\n/);
    assert.match(
      text,
      /A bridge reaches as far as its arch\.\n\nSections: Long ones; Short ones\./,
    );
  });

  it('is what an assistant is told, and nothing is told as nothing', () => {
    const search = runToEnd(createEntrySearch(library, markdown));
    const told = lookUp(library, search, markdown, 'arch');
    assert.ok(told.startsWith(documentOf('term/arch')), told);
    assert.equal(
      lookUp(library, search, markdown, 'zzzz'),
      'The reference has nothing on “zzzz”.\n',
    );
  });

  it('has its lines broken between words', () => {
    assert.equal(wrapLines('aa bb cc\n\n- dd ee ff\n', 5), 'aa bb\ncc\n\n- dd\n  ee\n  ff\n');
    assert.equal(wrapLines('longer than that', 4), 'longer\nthan\nthat');
  });
});
