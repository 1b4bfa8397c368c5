import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../src/core/terms/termPackBuilder';
import { keep, median, printFigures, timeOf, warmUp, type Figure } from './measure';
import { entriesOf, nounLabels, prose } from './vocabularies';

/** Prints what texts and labels cost that are made to be slow, the texts against prose of the same length. */
export function measureBadInput(): void {
  const megabyte = prose(1 << 20);
  const self = Array.from({ length: 20 }, () => 'ab').join(' ');
  const entries = entriesOf([self, 'security guarantee', ...nounLabels().slice(0, 1000)]);
  const index = createTermIndex([buildTermPack(entries).pack]);
  const texts: Record<string, string> = {
    'first half of "security guarantee"': 'security '.repeat((1 << 20) / 9),
    'first half of "ab ab … ab", 20 words': 'ab '.repeat((1 << 20) / 3),
    'the same with a full stop behind each half': `${'ab '.repeat(10)}. `.repeat((1 << 20) / 32),
    'one word of a million letters': 'a'.repeat(1 << 20),
    'one line': megabyte.replaceAll('\n', ' '),
    'line ends': '\n'.repeat(1 << 20),
    'zero-width characters': '\u200b'.repeat(1 << 20),
  };
  const scanOf = (text: string) =>
    median(
      Array.from({ length: 25 }, () =>
        timeOf(() => {
          keep(index.scan(text).length);
        }),
      ),
    );
  warmUp(() => {
    keep(index.scan(megabyte).length);
  });
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
