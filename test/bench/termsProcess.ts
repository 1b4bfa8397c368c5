import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import type { LabelledEntry, TermIndex } from '../../src/core/terms/termIndex';
import { buildTermPack, termPackBuilder } from '../../src/core/terms/termPackBuilder';
import { loadTermPack, saveTermPack } from '../../src/core/terms/termPackBuffer';
import { comparePeers, printPeer, type Vocabulary } from './comparePeers';
import { measureProse } from './labelledProse';
import {
  againstBareLoop,
  keep,
  keptDigits,
  median,
  percentile,
  printFigures,
  timeOf,
  type Figure,
} from './measure';
import { builtInPack, entriesOf, flat, millionLabels, nounLabels, prose } from './vocabularies';

// Measures the term index: see terms.ts.

interface Aims {
  readonly share: number;
  readonly bytes: number | undefined;
  readonly build: number;
  readonly load: number;
  readonly at: number;
  readonly update: number;
}

const megabyte = prose(1 << 20);

/** Builds in slices, as the extension does. */
function buildInSlices(entries: readonly LabelledEntry[]) {
  const builder = termPackBuilder(entries, () => performance.now());
  let longest = 0;
  for (let spent = 0; ;) {
    const start = performance.now();
    const built = builder.step(5);
    const slice = performance.now() - start;
    spent += slice;
    longest = Math.max(longest, slice);
    if (built !== undefined) return { pack: built.pack, spent, longest };
  }
}

/** Prints the table's column for one vocabulary. Returns the index and a scan's time. */
function measure(name: Vocabulary, entries: readonly LabelledEntry[], aims: Aims) {
  const labels = entries.reduce((sum, entry) => sum + entry.labels.length, 0);
  const runs = labels > 500_000 ? 3 : labels > 10_000 ? 11 : 31;
  const builds = Array.from({ length: runs }, () => buildInSlices(entries));
  const pack = builds[0]?.pack ?? buildTermPack(entries).pack;
  const buffer = saveTermPack(pack);
  const load = Array.from({ length: 15 }, () =>
    timeOf(() => {
      keep(loadTermPack(buffer, entries) === undefined ? 0 : 1);
    }),
  );
  const index = createTermIndex([loadTermPack(buffer, entries) ?? pack]);
  const { spent, share } = againstBareLoop(megabyte, 31, () => {
    keep(index.scan(megabyte).length);
  });
  const at = Array.from({ length: 4000 }, (_, n) => {
    const offset = (n * 7919) % megabyte.length;
    return timeOf(() => {
      keep(index.at(megabyte, offset)?.start ?? 0);
    });
  });
  const update = measureUpdates(index);
  const bytes: Figure = { name: 'bytes a label', value: buffer.byteLength / labels, unit: 'B' };
  printFigures(`${name}: ${String(labels)} labels`, [
    { name: 'scan of 1 MB', value: spent, unit: 'ms' },
    {
      name: "share of the bare loop's speed",
      value: 100 * share,
      unit: '%',
      aim: ['at least', aims.share],
    },
    aims.bytes === undefined ? bytes : { ...bytes, aim: ['at most', aims.bytes] },
    {
      name: 'build, in slices, median',
      value: median(builds.map((build) => build.spent)),
      unit: 'ms',
      aim: ['at most', aims.build],
    },
    { name: 'the first build', value: builds[0]?.spent ?? NaN, unit: 'ms' },
    {
      name: 'longest slice of a build, median',
      value: median(builds.map(({ longest }) => longest)),
      unit: 'ms',
      aim: ['at most', 10],
    },
    { name: 'load from a buffer', value: median(load), unit: 'ms', aim: ['at most', aims.load] },
    {
      name: 'at, 99th percentile',
      value: 1000 * percentile(at, 0.99),
      unit: 'µs',
      aim: ['at most', aims.at],
    },
    { name: 'update in 10 MB, median', value: 1000 * median(update), unit: 'µs' },
    {
      name: 'update in 10 MB, 99th percentile',
      value: 1000 * percentile(update, 0.99),
      unit: 'µs',
      aim: ['at most', aims.update],
    },
  ]);
  return { index, spent };
}

/** The aim for a build was set for so many labels, of English and without conditions. */
const AIMED_AT = 763;

function measureSmallBuild(): void {
  const labels = nounLabels().filter((_, n) => n % 150 === 0);
  const entries = entriesOf(labels.slice(0, AIMED_AT));
  const builds = Array.from({ length: 31 }, () => buildInSlices(entries).spent);
  printFigures(`${String(entries.length)} WordNet nouns`, [
    { name: 'build, in slices, median', value: median(builds), unit: 'ms', aim: ['at most', 10] },
  ]);
}

/** So many texts of ten megabytes are held at a time: more, and the machine takes memory away from them. */
const TEXTS = 40;
const BATCHES = 10;
/** So many updates after each collection of garbage are not counted: it leaves no cache warm. */
const COLD = 4;

/** One letter typed at places all over ten megabytes. The texts are flat, and garbage collected, before the clock starts. */
function measureUpdates(index: TermIndex): number[] {
  const text = prose(10 << 20);
  const before = index.scan(text);
  const times: number[] = [];
  for (let batch = 0; batch <= BATCHES; batch++) {
    const places = Array.from(
      { length: TEXTS },
      (_, n) => ((batch * TEXTS + n) * 733_103) % text.length,
    );
    const texts = places.map((at) => flat(`${text.slice(0, at)}x${text.slice(at)}`));
    globalThis.gc?.();
    places.forEach((at, n) => {
      const edit = { start: at, end: at, inserted: 'x' };
      const spent = timeOf(() => {
        keep(index.update(before, texts[n] ?? '', edit).length);
      });
      // In the first batch the code is still being compiled.
      if (batch > 0 && n >= COLD) times.push(spent);
    });
  }
  return times;
}

/** Time by the length of the text; bytes by the number of labels. */
function measureGrowth(index: TermIndex): void {
  const figures = [1, 10, 100].map((size): Figure => {
    const text = prose(size << 20);
    const times = [0, 1, 2].map(() =>
      timeOf(() => {
        keep(index.scan(text).length);
      }),
    );
    return { name: `scan of ${String(size)} MB, a MB`, value: median(times) / size, unit: 'ms' };
  });
  const nouns = nounLabels();
  const bytes = [10_000, 50_000, nouns.length].map((count): Figure => {
    const buffer = saveTermPack(buildTermPack(entriesOf(nouns.slice(0, count))).pack);
    return {
      name: `${String(count)} labels, a label`,
      value: buffer.byteLength / count,
      unit: 'B',
    };
  });
  printFigures('Growth, WordNet nouns', [...figures, ...bytes]);
}

/** Texts and labels made to be slow, against prose of the same length. */
function measureHostile(): void {
  const self = Array.from({ length: 20 }, () => 'ab').join(' ');
  const entries = entriesOf([self, 'security guarantee', ...nounLabels().slice(0, 1000)]);
  const index = createTermIndex([buildTermPack(entries).pack]);
  const texts: Record<string, string> = {
    'first half of "security guarantee"': 'security '.repeat((1 << 20) / 9),
    'first half of "ab ab … ab", 20 words': `${'ab '.repeat(10)}x `.repeat((1 << 20) / 32),
    'one word of a million letters': 'a'.repeat(1 << 20),
    'one line': megabyte.replaceAll('\n', ' '),
    'line ends': '\n'.repeat(1 << 20),
    'zero-width characters': '\u200b'.repeat(1 << 20),
  };
  const scanOf = (text: string) =>
    median(
      Array.from({ length: 9 }, () =>
        timeOf(() => {
          keep(index.scan(text).length);
        }),
      ),
    );
  const plain = scanOf(megabyte);
  printFigures(
    'Hostile text, times a scan of prose',
    Object.entries(texts).map(([name, text]): Figure => ({
      name,
      value: scanOf(text) / plain,
      unit: 'times',
      aim: ['at most', 5],
    })),
  );
  const equal = (count: number) =>
    timeOf(() => {
      buildTermPack(entriesOf(Array.from({ length: count }, () => 'treaty')));
    });
  const long = (count: number) =>
    timeOf(() => {
      buildTermPack(
        entriesOf(Array.from({ length: count }, (_, n) => `${'x'.repeat(10_000)}${String(n)}`)),
      );
    });
  printFigures('Hostile labels', [
    {
      name: 'a million equal labels, against half of them',
      value: equal(1_000_000) / equal(500_000),
      unit: 'times',
    },
    { name: '2,000 labels of 10,000 letters, built in', value: long(2000), unit: 'ms' },
  ]);
}

function reportProse(withDifferences: boolean): boolean {
  const { id, terms } = builtInPack();
  const index = createTermIndex([buildTermPack(terms).pack]);
  const { passages, words, mentions, precision, recall, differences } = measureProse(index, id);
  printFigures(
    `Labelled prose, built-in pack: ${String(passages)} passages, ${String(words)} words, ${String(mentions)} terms`,
    [
      { name: 'precision', value: precision, unit: '', aim: ['at least', 0.99] },
      { name: 'recall', value: recall, unit: '', aim: ['at least', 0.97] },
    ],
  );
  if (withDifferences) for (const difference of differences) console.log(`  ${difference}`);
  return precision >= 0.99 && recall >= 0.97;
}

const [, , mode, name, vocabulary] = process.argv;
const full = mode === '--full';

if (mode === '--peer') printPeer(name ?? '', vocabulary as Vocabulary);
else if (mode === '--prose') process.exitCode = reportProse(true) ? 0 : 1;
else {
  const small = measure('built-in pack', builtInPack().terms, {
    ...{ share: 20, bytes: undefined, build: 10, load: 1, at: 10, update: 100 },
  });
  const large = measure('WordNet nouns', entriesOf(nounLabels()), {
    ...{ share: 5, bytes: 64, build: 250, load: 10, at: 20, update: 150 },
  });
  measureSmallBuild();
  measureGrowth(large.index);
  if (mode !== '--short') {
    const million = measure('a million labels', entriesOf(millionLabels()), {
      ...{ share: 4, bytes: 80, build: 4000, load: 60, at: 40, update: 200 },
    });
    const ratio = million.spent / small.spent;
    printFigures('A million labels against the built-in pack', [
      { name: 'time of a scan', value: ratio, unit: 'times', aim: ['at most', 5] },
    ]);
  }
  measureHostile();
  const isProseRight = reportProse(false);
  let isSame = comparePeers('built-in pack', 8);
  if (full) {
    isSame = comparePeers('WordNet nouns', 15) && isSame;
    isSame = comparePeers('a million labels', 15) && isSame;
  }
  console.log(`\n(${String(keptDigits())} digits kept)`);
  process.exitCode = isSame && isProseRight ? 0 : 1;
}
