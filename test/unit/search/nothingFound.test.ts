import assert from 'node:assert/strict';
import { nothingFound } from '../../../src/core/search/nothingFound';

describe('nothingFound', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['xyzzy', 'No entry found for “xyzzy”'],
    ['"', 'Type the beginning of a name'],
    ['"xyzzy', 'No name begins with “xyzzy”'],
    ['"xyzzy"', 'Nothing has the name “xyzzy”'],
    ['@xyzzy', 'No entry of this sort found for “xyzzy”'],
  ];
  for (const [query, title] of cases) {
    it(`says what to do where ${query} finds nothing`, () => {
      const said = nothingFound(query);
      assert.equal(said.title, title);
      assert.notEqual(said.advice, '');
    });
  }
});
