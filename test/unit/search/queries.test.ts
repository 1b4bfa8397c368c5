import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createEntrySearch } from '../../../src/core/search/searchEntries';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { runToEnd } from '../../../src/core/terms/steps';
import { readQueries } from '../../bench/searchLists';
import { builtInPack } from '../../bench/vocabularies';

/** Lists of 60, with how many of them must find first what is meant. */
const lists = [
  { file: 'builtInQueries.txt', by: 'its author', fewest: 59 },
  // By somebody who had not seen the search. Two names in it the pack does not have.
  { file: 'builtInQueriesOfOthers.txt', by: 'somebody else', fewest: 55 },
] as const;

describe('search in the built-in pack', () => {
  const library = createLibrary([builtInPack()], createTermIndex([]));
  const search = runToEnd(createEntrySearch(library, createPackMarkdown()));
  for (const { file, by, fewest } of lists) {
    const queries = readQueries(file);
    const missed = queries.filter(({ query, expected }) => {
      const [first] = search.search(query, 1);
      return first?.entryId.endsWith(`/${expected}`) !== true;
    });
    it(`finds first what is meant by ${String(60 - missed.length)} of 60 queries of ${by}`, () => {
      assert.equal(queries.length, 60);
      assert.ok(missed.length <= 60 - fewest, missed.map(({ query }) => query).join('\n'));
    });
  }
});
