import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createEntrySearch } from '../../../src/core/search/searchEntries';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { runToEnd } from '../../../src/core/terms/steps';
import { readQueries } from '../../bench/searchLists';
import { builtInPack } from '../../bench/vocabularies';

/** Of the 60 queries so many must find first what is meant. */
const fewest = 57;

describe('search in the built-in pack', () => {
  it(`finds first what is meant by at least ${String(fewest)} of 60 queries`, () => {
    const library = createLibrary([builtInPack()], createTermIndex([]));
    const search = runToEnd(createEntrySearch(library, createPackMarkdown()));
    const queries = readQueries('builtInQueries.txt');
    assert.equal(queries.length, 60);
    const missed = queries.filter(({ query, expected }) => {
      const [first] = search.search(query, 1);
      return first?.entryId.endsWith(`/${expected}`) !== true;
    });
    assert.ok(missed.length <= 60 - fewest, missed.map(({ query }) => query).join('\n'));
  });
});
