import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Term } from '../../src/core/packs/pack';
import { root, wordnetSynsets } from './vocabularies';

/** A query, and what a person means by it. */
export interface ListedQuery {
  readonly query: string;
  readonly expected: string;
}

/** Reads a list of `test/unit/search`: a query, a tab, what is expected. */
export function readQueries(name: string): readonly ListedQuery[] {
  const path = join(root, 'test', 'unit', 'search', name);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [query = '', expected = ''] = line.split('\t');
      return { query, expected };
    });
}

/** WordNet's synsets as a pack of 100,000 terms: all nouns, and of verbs and adjectives as many as are missing. */
export function wordnetPack(): Pack {
  const terms = wordnetSynsets(['data.noun', 'data.verb', 'data.adj'])
    .slice(0, 100_000)
    .map(({ words, gloss }, number): Term => ({
      ...{ type: 'term', id: `w/term/${String(number)}`, kind: 'word', title: words[0] ?? '' },
      labels: words.map((text, place) => ({
        text,
        kind: place === 0 ? 'preferred' : 'alternative',
        lang: 'en',
      })),
      ...{ definition: gloss, asOf: '2006' },
      ...{ broader: [], narrower: [], related: [], topics: [], sources: [], facts: [] },
    }));
  return {
    ...{ id: 'w', title: 'WordNet', description: '', lang: 'en', asOf: '2006' },
    kinds: [{ id: 'word', one: 'Word', many: 'Words', icon: 'book' }],
    ...{ topicGroups: [], eventKinds: [], topics: [], terms, events: [], sources: [] },
    ...{ polls: [], pledges: [], quotations: [] },
  };
}
