import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import type { LabelledEntry, TermIndex } from '../../src/core/terms/termIndex';
import { buildTermPack, termPackBuilder } from '../../src/core/terms/termPackBuilder';
import { loadTermPack, saveTermPack } from '../../src/core/terms/termPackBuffer';
import {
  againstBareLoop,
  keep,
  median,
  percentile,
  printFigures,
  timeOf,
  type Figure,
} from './measure';
import { flat, prose } from './vocabularies';

/** What the figures of a vocabulary should be, in milliseconds and bytes; of `at` and `update` in microseconds. */
export interface Aims {
  readonly share: number;
  readonly bytes: number | undefined;
  readonly build: number;
  readonly load: number;
  readonly at: number;
  readonly update: number;
}

interface Slice {
  readonly start: number;
  readonly end: number;
}

/** So many hovers are not counted: their code is still being compiled. */
const COLD_HOVERS = 4000;

/** Builds in slices, as the extension does. */
function buildInSlices(entries: readonly LabelledEntry[]) {
  const builder = termPackBuilder(entries, () => performance.now());
  const slices: Slice[] = [];
  for (;;) {
    const start = performance.now();
    const built = builder.step(5);
    slices.push({ start, end: performance.now() });
    if (built !== undefined) return { pack: built.pack, slices };
  }
}

function spentIn(slices: readonly Slice[]): number {
  return slices.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The longest of some slices. @param pauses What does not count of them, as far as it lies in them. */
function longestOf(slices: readonly Slice[], pauses: readonly PerformanceEntry[]): number {
  return Math.max(
    ...slices.map(({ start, end }) => {
      const within = pauses.filter((pause) => pause.startTime >= start && pause.startTime < end);
      return end - start - within.reduce((sum, { duration }) => sum + duration, 0);
    }),
  );
}

/** Builds several times. Returns the first pack, and the slices of each build. */
async function measureBuilds(entries: readonly LabelledEntry[], runs: number) {
  const pauses: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const builds = Array.from({ length: runs }, () => buildInSlices(entries));
  // What the observer is told comes later.
  await setTimeout(100);
  observer.disconnect();
  const figures = (aim: number): Figure[] => [
    {
      name: 'build, in slices, median',
      value: median(builds.map(({ slices }) => spentIn(slices))),
      unit: 'ms',
      aim: ['at most', aim],
    },
    { name: 'the first build', value: spentIn(builds[0]?.slices ?? []), unit: 'ms' },
    {
      name: 'longest slice of a build, median',
      value: median(builds.map(({ slices }) => longestOf(slices, []))),
      unit: 'ms',
      aim: ['at most', 10],
    },
    {
      name: 'without pauses of the garbage collector',
      value: median(builds.map(({ slices }) => longestOf(slices, pauses))),
      unit: 'ms',
      aim: ['at most', 10],
    },
  ];
  return { pack: builds[0]?.pack, figures };
}

/** Prints the table's column for one vocabulary. Returns how long a scan of a megabyte takes, in milliseconds. */
export async function measureVocabulary(
  name: string,
  entries: readonly LabelledEntry[],
  aims: Aims,
): Promise<number> {
  const megabyte = prose(1 << 20);
  const labels = entries.reduce((sum, entry) => sum + entry.labels.length, 0);
  const builds = await measureBuilds(entries, labels > 500_000 ? 3 : labels > 10_000 ? 11 : 31);
  const pack = builds.pack ?? buildTermPack(entries).pack;
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
  const at = Array.from({ length: COLD_HOVERS + 4000 }, (_, n) => {
    const offset = (n * 7919) % megabyte.length;
    return timeOf(() => {
      keep(index.at(megabyte, offset)?.start ?? 0);
    });
  }).slice(COLD_HOVERS);
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
    ...builds.figures(aims.build),
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
  return spent;
}

/** Prints what it costs to build an index of few labels. */
export async function measureSmallBuild(entries: readonly LabelledEntry[]): Promise<void> {
  const { figures } = await measureBuilds(entries, 31);
  printFigures(`${String(entries.length)} WordNet nouns`, figures(10));
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
