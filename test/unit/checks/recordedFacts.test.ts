import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnrecordedFigures } from '../../../src/core/checks/recordedFacts';
import { runToEnd } from '../../../src/core/terms/steps';
import { draftOf, shippedLibrary } from './shippedDraft';

/** Labelled sentences, with the recall that must be kept on them. */
const sets = [
  { file: 'figures.txt', by: 'its author', leastRecall: 0.85 },
  // Nothing of the check was made with these, so they tell what to expect.
  { file: 'figuresOfOthers.txt', by: 'somebody else', leastRecall: 0.48 },
] as const;
const leastPrecision = 0.95;

const library = shippedLibrary();

/** What each sentence has that is recorded otherwise: the term, and the stretch of text. */
function readSet(file: string) {
  return readFileSync(join(__dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => {
      const [label = '', marked = ''] = line.split(' | ');
      const terms = label.split('; ').map((each) => each.split(' ')[0] ?? '');
      const wrong = [...marked.matchAll(/⟦(.*?)⟧/g)].map((match) => match[1] ?? '');
      return {
        text: marked.replace(/[⟦⟧]/g, ''),
        expected: wrong.map((figure, index) => `${terms[index] ?? ''}: ${figure}`),
      };
    });
}

describe('figures and dates against the record', () => {
  for (const { file, by, leastRecall } of sets) {
    const rows = readSet(file);
    const [misses, falseAlarms]: [string[], string[]] = [[], []];
    let right = 0;
    for (const { text, expected } of rows) {
      const found = runToEnd(findUnrecordedFigures(library, draftOf(library, text))).map(
        ({ start, end, entryId }) => `${entryId.split('/')[2] ?? ''}: ${text.slice(start, end)}`,
      );
      right += found.filter((each) => expected.includes(each)).length;
      if (found.some((each) => !expected.includes(each))) falseAlarms.push(text);
      if (expected.some((each) => !found.includes(each))) misses.push(text);
    }
    const wrong = rows.reduce((sum, { expected }) => sum + expected.length, 0);
    const precision = right / (right + falseAlarms.length);
    const recall = right / wrong;

    it(`are compared on ${String(rows.length)} sentences by ${by}, half of them traps`, () => {
      expect(rows.length).to.be.at.least(120);
      const traps = rows.filter(({ expected }) => expected.length === 0);
      expect(traps.length).to.be.at.least(rows.length / 2);
    });

    it(`are right there: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, () => {
      if (process.env['SHOW_MISSES'] !== undefined) console.log(misses.join('\n'));
      expect(falseAlarms).to.deep.equal([]);
      expect(precision).to.be.at.least(leastPrecision);
      expect(recall).to.be.at.least(leastRecall);
    });
  }

  it('are not joined over the lines of a chronology', () => {
    const lines = [
      '1945: UN Charter signed',
      '1949: North Atlantic Treaty signed',
      '1975: Helsinki Final Act signed',
      '1994: Budapest Memorandum signed',
    ];
    for (const text of [lines.join('\n'), lines.join('  \n')]) {
      expect(runToEnd(findUnrecordedFigures(library, draftOf(library, text)))).to.deep.equal([]);
    }
  });
});
