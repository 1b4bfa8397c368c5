import { createRequire } from 'node:module';
import { join } from 'node:path';
import { benchFolder } from './vocabularies';

// Other ways to find many labels in a text. What is timed is a peer's own search over the text in small letters, with
// its output collected as its API gives it. Bringing that to our rules (whole words, the leftmost and then the longest)
// comes afterwards and is not timed, which favours the peer.

/** Start and end of what was found. */
export type Found = readonly [start: number, end: number];

export interface Peer {
  readonly name: string;
  readonly isPackage: boolean;
  /** Makes a search over labels in small letters. */
  build(labels: readonly string[]): PeerSearch;
}

export interface PeerSearch {
  /** The timed part. */
  search(text: string): unknown;
  /** What the search gave, as spans. */
  spans(output: unknown): Found[];
}

const load = createRequire(join(benchFolder, 'node_modules', 'x.js'));

const SYNTAX = /[$()*+./?[\\\]^{|}]/g;
const WORD = /[\p{L}\p{M}\p{N}]/u;

interface Letters {
  end: boolean;
  readonly next: Map<string, Letters>;
}

/** One alternation in which labels share their beginnings. */
function trieSource(labels: readonly string[]): string {
  const make = (): Letters => ({ end: false, next: new Map() });
  const top = make();
  for (const label of labels) {
    let node = top;
    for (const char of label) {
      let next = node.next.get(char);
      if (next === undefined) node.next.set(char, (next = make()));
      node = next;
    }
    node.end = true;
  }
  const source = ({ end, next }: Letters): string => {
    const parts = [...next].map(([char, node]) => char.replace(SYNTAX, '\\$&') + source(node));
    if (parts.length === 0) return '';
    const one = parts.length === 1 && !end ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
    return end ? `${one}?` : one;
  };
  return source(top);
}

type Words = Map<string, Words>;

const END = '';

function findWords(top: Words, text: string): Found[] {
  const found: Found[] = [];
  const starts: number[] = [];
  const words: string[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    starts.push(index);
    words.push(word);
  }
  for (let at = 0; at < words.length; at++) {
    let node: Words | undefined = top;
    let last = -1;
    for (let next = at; next < words.length; next++) {
      const isNext =
        next === at ||
        text.slice((starts[next - 1] ?? 0) + (words[next - 1] ?? '').length, starts[next]) === ' ';
      node = isNext ? node.get(words[next] ?? '') : undefined;
      if (node === undefined) break;
      if (node.has(END)) last = next;
    }
    if (last < 0) continue;
    found.push([starts[at] ?? 0, (starts[last] ?? 0) + (words[last] ?? '').length]);
    at = last;
  }
  return found;
}

/** `[index of the last letter, labels that end there]`. */
type Endings = readonly (readonly [number, readonly string[]])[];

function spansOfEndings(output: unknown): Found[] {
  return (output as Endings).flatMap(([last, labels]) =>
    labels.map((label): Found => [last + 1 - label.length, last + 1]),
  );
}

export const peers: readonly Peer[] = [
  {
    name: 'one RegExp, a trie-shaped alternation',
    isPackage: false,
    build: (labels: readonly string[]): PeerSearch => {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{M}\\p{N}])(?:${trieSource(labels)})(?![\\p{L}\\p{M}\\p{N}])`,
        'gu',
      );
      return {
        search: (text) => [...text.matchAll(pattern)],
        spans: (output) =>
          (output as RegExpExecArray[]).map(({ 0: words, index }) => [index, index + words.length]),
      };
    },
  },
  {
    name: 'word trie in Maps',
    isPackage: false,
    build: (labels: readonly string[]): PeerSearch => {
      const top: Words = new Map();
      for (const label of labels) {
        let node = top;
        for (const word of label.split(' ')) {
          let next = node.get(word);
          if (next === undefined) node.set(word, (next = new Map()));
          node = next;
        }
        node.set(END, new Map());
      }
      return { search: (text) => findWords(top, text), spans: (output) => output as Found[] };
    },
  },
  {
    name: '@monyone/aho-corasick',
    isPackage: true,
    build: (labels: readonly string[]): PeerSearch => {
      const { AhoCorasick } = load('@monyone/aho-corasick') as {
        AhoCorasick: new (labels: readonly string[]) => { matchInText(text: string): unknown };
      };
      const automaton = new AhoCorasick(labels);
      return {
        search: (text) => automaton.matchInText(text),
        spans: (output) =>
          (output as { begin: number; end: number }[]).map(({ begin, end }) => [begin, end]),
      };
    },
  },
  {
    name: 'ahocorasick',
    isPackage: true,
    build: (labels: readonly string[]): PeerSearch => {
      const AhoCorasick = load('ahocorasick') as new (labels: readonly string[]) => {
        search(text: string): unknown;
      };
      const automaton = new AhoCorasick(labels);
      return { search: (text) => automaton.search(text), spans: spansOfEndings };
    },
  },
  {
    name: 'aho-corasick2',
    isPackage: true,
    build: (labels: readonly string[]): PeerSearch => {
      const Automaton = load('aho-corasick2') as new () => {
        add(label: string, value: string): void;
        build_fail(): void;
        search(text: string, found: (label: string, value: string, offset: number) => void): void;
      };
      const automaton = new Automaton();
      for (const label of labels) automaton.add(label, label);
      automaton.build_fail();
      return {
        search: (text) => {
          const found: [string, number][] = [];
          automaton.search(text, (label, _, offset) => found.push([label, offset]));
          return found;
        },
        spans: (output) =>
          (output as [string, number][]).map(([label, offset]) => [offset, offset + label.length]),
      };
    },
  },
  {
    name: 'modern-ahocorasick',
    isPackage: true,
    build: (labels: readonly string[]): PeerSearch => {
      const module = load('modern-ahocorasick') as { default?: unknown };
      const AhoCorasick = (module.default ?? module) as new (labels: string[]) => {
        search(text: string): unknown;
      };
      const automaton = new AhoCorasick([...labels]);
      return { search: (text) => automaton.search(text), spans: spansOfEndings };
    },
  },
];

/** Whole words only, leftmost first and of those the longest. */
export function chosen(text: string, spans: readonly Found[]): Found[] {
  const isWord = (offset: number) => WORD.test(text.charAt(offset));
  const whole = spans.filter(
    ([start, end]) => !isWord(start - 1) && (!isWord(end) || !isWord(end - 1)),
  );
  const sorted = whole.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const found: Found[] = [];
  let free = 0;
  for (const span of sorted) {
    if (span[0] < free) continue;
    found.push(span);
    free = span[1];
  }
  return found;
}
