import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createLibrary } from '../../src/core/packs/library';
import type { Pack } from '../../src/core/packs/pack';
import { createPackMarkdown } from '../../src/core/render/packMarkdown';
import { namesOf, searchDocuments, textOf, titleOf } from '../../src/core/search/searchDocuments';
import { createEntrySearch } from '../../src/core/search/searchEntries';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { readQueries, wordnetPack, type ListedQuery } from './searchLists';
import { benchFolder, builtInPack } from './vocabularies';

// One process: our search and three packages over the same documents, asked the same queries, each typed key by key.

declare const gc: () => void;

interface Document {
  readonly id: number;
  /** What a list calls it. */
  readonly name: string;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

interface Searcher {
  readonly name: string;
  /** Names of the best documents, best first. */
  search(query: string, limit: number): readonly string[];
}

const load = createRequire(join(benchFolder, 'node_modules', 'x.js'));
const markdown = createPackMarkdown();

function minisearch(documents: readonly Document[]): Searcher {
  interface Index {
    addAll(all: readonly Document[]): void;
    search(query: string): { id: number }[];
  }
  const MiniSearch = load('minisearch') as new (options: unknown) => Index;
  const index = new MiniSearch({
    fields: ['title', 'names', 'text'],
    searchOptions: {
      ...{ boost: { title: 4, names: 3, text: 0.5 }, prefix: true, combineWith: 'AND' },
      fuzzy: (word: string) => (word.length < 4 ? false : word.length < 7 ? 1 : 2),
      weights: { fuzzy: 0.35, prefix: 0.7 },
    },
  });
  index.addAll(documents);
  return {
    name: 'minisearch',
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => documents[id]?.name ?? ''),
  };
}

function flexsearch(documents: readonly Document[]): Searcher {
  interface Index {
    add(document: Document): void;
    search(query: string, options: unknown): { result: number[] }[];
  }
  const { Document: FlexDocument } = load('flexsearch') as {
    Document: new (options: unknown) => Index;
  };
  const index = new FlexDocument({
    tokenize: 'forward',
    encoder: 'LatinBalance',
    document: { id: 'id', index: ['title', 'names', 'text'] },
  });
  for (const document of documents) index.add(document);
  return {
    name: 'flexsearch',
    search: (query, limit) => {
      const ids = index.search(query, { limit, suggest: true }).flatMap(({ result }) => result);
      return [...new Set(ids)].slice(0, limit).map((id) => documents[id]?.name ?? '');
    },
  };
}

function ufuzzy(documents: readonly Document[]): Searcher {
  interface Fuzzy {
    search(
      all: readonly string[],
      query: string,
      outOfOrder: number,
    ): [number[] | null, { idx: number[] } | null, number[] | null];
  }
  const UFuzzy = load('@leeoniya/ufuzzy') as new (options: unknown) => Fuzzy;
  const fuzzy = new UFuzzy({ intraMode: 1, unicode: true });
  const lines = documents.map(({ title, names, text }) => `${title} ${names} ${text}`);
  return {
    name: 'uFuzzy',
    search: (query, limit) => {
      const [found, info, order] = fuzzy.search(lines, query, 1);
      const ids =
        order === null || info === null ? (found ?? []) : order.map((n) => info.idx[n] ?? 0);
      return ids.slice(0, limit).map((id) => documents[id]?.name ?? '');
    },
  };
}

function measure(searcher: Searcher, queries: readonly ListedQuery[], within: number): string {
  const times: number[] = [];
  let found = 0;
  for (const { query, expected } of queries) {
    for (let length = 1; length <= query.length; length++) {
      const start = performance.now();
      searcher.search(query.slice(0, length), 50);
      times.push(performance.now() - start);
    }
    if (searcher.search(query, within).includes(expected)) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? NaN).toFixed(2);
  return `${String(found)} of ${String(queries.length)} found ${within === 1 ? 'first' : `among the first ${String(within)}`}; a key: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`;
}

function bench(
  pack: Pack,
  list: string,
  within: number,
  nameOf: (entryId: string, title: string) => string,
  aims: string,
): void {
  const library = createLibrary([pack], createTermIndex([]));
  const queries = readQueries(list);
  gc();
  const before = process.memoryUsage();
  const start = performance.now();
  const steps = createEntrySearch(library, markdown);
  let longest = 0;
  let sliceStart = performance.now();
  let step = steps.next();
  while (step.done !== true) {
    longest = Math.max(longest, performance.now() - sliceStart);
    sliceStart = performance.now();
    step = steps.next();
  }
  const ready = performance.now() - start;
  const search = step.value;
  gc();
  const after = process.memoryUsage();
  const bytes = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  const documents = searchDocuments(library).map((document, id): Document => {
    const [, ...others] = namesOf(document);
    const title = titleOf(document);
    return {
      ...{ id, title, name: nameOf(document.entry.id, title), text: textOf(markdown, document) },
      names: others.map(([text]) => text).join(' \n'),
    };
  });
  console.log(`\n${pack.title}, ${String(documents.length)} documents, list ${list} (${aims})`);
  console.log(
    `  ready after ${ready.toFixed(0)} ms, longest step ${longest.toFixed(0)} ms, ${(bytes / 1e6).toFixed(0)} MB`,
  );
  const ours: Searcher = {
    name: 'ours',
    search: (query, limit) =>
      search.search(query, limit).map(({ entryId, title }) => nameOf(entryId, title)),
  };
  for (const searcher of [ours, minisearch(documents), flexsearch(documents), ufuzzy(documents)]) {
    console.log(`  ${searcher.name}: ${measure(searcher, queries, within)}`);
  }
}

bench(
  builtInPack(),
  'builtInQueries.txt',
  1,
  (entryId) => entryId.split('/').slice(1).join('/'),
  'aims: 57 of 60, 99th percentile 5 ms',
);
bench(
  wordnetPack(),
  'wordnetQueries.txt',
  3,
  (_, title) => title.toLowerCase(),
  'aims: 52 of 60, 99th percentile 30 ms, 3 s, 100 MB',
);
