import { execFileSync } from 'node:child_process';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../src/core/terms/termPackBuilder';
import { comparePeers, printPeer, vocabularyOf, type Vocabulary } from './comparePeers';
import { measureProse } from './labelledProse';
import { keep, keptDigits, median, printFigures, timeOf, type Figure } from './measure';
import { measureBadInput } from './measureBadInput';
import { measureSmallBuild, measureVocabulary, type Aims } from './measureVocabulary';
import { builtInPack, entriesOf, nounLabels, prose } from './vocabularies';
import { saveTermPack } from '../../src/core/terms/termPackBuffer';

// Measures the term index: see terms.ts. Each part has a process of its own, as an extension host has one index and not
// all that were measured before it.

const aimsOf: Record<Vocabulary, Aims> = {
  'built-in pack': { share: 20, bytes: undefined, build: 10, load: 1, at: 10, update: 100 },
  'WordNet nouns': { share: 5, bytes: 64, build: 250, load: 10, at: 20, update: 150 },
  'a million labels': { share: 4, bytes: 80, build: 4000, load: 60, at: 40, update: 200 },
};

/** The aim for a build was set for so many labels, of English and without conditions. */
const AIMED_AT = 763;

function smallBuild(): Promise<void> {
  const labels = nounLabels().filter((_, n) => n % 150 === 0);
  return measureSmallBuild(entriesOf(labels.slice(0, AIMED_AT)));
}

/** Time by the length of the text; bytes by the number of labels. */
function growth(): void {
  const nouns = nounLabels();
  const index = createTermIndex([buildTermPack(entriesOf(nouns)).pack]);
  const figures = [1, 10, 100].map((size): Figure => {
    const text = prose(size << 20);
    const times = [0, 1, 2].map(() =>
      timeOf(() => {
        keep(index.scan(text).length);
      }),
    );
    return { name: `scan of ${String(size)} MB, a MB`, value: median(times) / size, unit: 'ms' };
  });
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

/** Runs a part in a process of its own, and prints what it prints, but for the last line: that is what it returns. */
function runPart(...args: readonly string[]): string {
  const out = execFileSync(process.execPath, [...process.execArgv, __filename, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  const lines = out.trimEnd().split('\n');
  console.log(lines.slice(0, -1).join('\n'));
  return lines.at(-1) ?? '';
}

function runAll(full: boolean): boolean {
  const scanOf = (vocabulary: Vocabulary) => Number(runPart('--vocabulary', vocabulary));
  const small = scanOf('built-in pack');
  runPart('--small-build');
  scanOf('WordNet nouns');
  runPart('--growth');
  const million = scanOf('a million labels');
  printFigures('A million labels against the built-in pack', [
    { name: 'time of a scan', value: million / small, unit: 'times', aim: ['at most', 5] },
  ]);
  runPart('--bad-input');
  const isProseRight = reportProse(false);
  let isSame = comparePeers('built-in pack', 8);
  if (full) {
    isSame = comparePeers('WordNet nouns', 15) && isSame;
    isSame = comparePeers('a million labels', 15) && isSame;
  }
  return isSame && isProseRight;
}

async function main([mode, name, vocabulary]: readonly string[]): Promise<void> {
  switch (mode) {
    case '--peer':
      printPeer(name ?? '', vocabulary as Vocabulary);
      return;
    case '--prose':
      process.exitCode = reportProse(true) ? 0 : 1;
      return;
    case '--vocabulary': {
      const of = name as Vocabulary;
      console.log(await measureVocabulary(of, vocabularyOf(of), aimsOf[of]));
      return;
    }
    case '--small-build':
      await smallBuild();
      break;
    case '--growth':
      growth();
      break;
    case '--bad-input':
      measureBadInput();
      break;
    default:
      process.exitCode = runAll(mode === '--full') ? 0 : 1;
  }
  console.log(`(${String(keptDigits())} digits kept)`);
}

void main(process.argv.slice(2));
