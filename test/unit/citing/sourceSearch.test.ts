import { expect } from 'chai';
import { createSourceSearch } from '../../../src/core/citing/sourceSearch';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { runToEnd } from '../../../src/core/terms/steps';
import { shippedLibrary } from '../checks/shippedDraft';

describe('finding a source to cite', () => {
  const library = shippedLibrary();
  const sources = library.packs.flatMap((pack) => pack.sources);
  const search = runToEnd(createSourceSearch(library, createPackMarkdown()));
  const find = (query: string) =>
    search.find(query, sources).map(({ id }) => id.split('/')[2] ?? '');

  const queries: readonly (readonly [query: string, key: string])[] = [
    ['UN Charter', 'un-charter'],
    ['charter un', 'un-charter'],
    ['Budapest Memorandum', 'budapest-memorandum'],
    ['NATO treaty', 'nato-treaty-1949'],
    ['Putin Vladivostok', 'tass-2025-09-05'],
    ['tass 5 september 2025', 'tass-2025-09-05'],
    ['2025-09-05 legit', 'tass-2025-09-05'],
  ];
  for (const [query, key] of queries) {
    it(`${query}: ${key} among the first`, () => {
      const found = find(query);
      expect(found.slice(0, 4).join(' ')).to.include(key);
    });
  }

  it('finds all where nothing is typed, and none that has not all words', () => {
    expect(search.find(' ', sources)).to.deep.equal(sources);
    expect(find('UN Charter zebra')).to.deep.equal([]);
  });
});
