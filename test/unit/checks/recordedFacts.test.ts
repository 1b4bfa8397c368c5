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

  it('are told alike where every term is marked', () => {
    const text = sets
      .flatMap(({ file }) => readSet(file))
      .map((row) => row.text)
      .join('\n\n');
    const draft = draftOf(library, text);
    let marked = text;
    for (const { start, end } of [...draft.matches].reverse())
      marked = `${marked.slice(0, start)}**${marked.slice(start, end)}**${marked.slice(end)}`;
    const [plain, bold] = [draft, draftOf(library, marked)].map((each) =>
      runToEnd(findUnrecordedFigures(library, each)).map(
        ({ start, end, entryId }) => `${entryId}: ${each.text.slice(start, end)}`,
      ),
    );
    expect(plain).to.have.length.above(50);
    expect(bold).to.deep.equal(plain);
  });

  const marked: readonly (readonly [language: string, text: string, found: readonly string[]])[] = [
    ['markdown', 'The **Budapest Memorandum** was signed in 1996.', ['1996']],
    ['markdown', 'The *Budapest Memorandum* was _signed_ in **1996**.', ['1996']],
    ['markdown', 'The [Budapest Memorandum](https://x.org) was signed in 1996.', ['1996']],
    ['markdown', 'The [Budapest Memorandum][bm] was signed in 1996.', ['1996']],
    ['markdown', 'The Budapest Memorandum[^1] was signed in 1996 [@yost].', ['1996']],
    ['markdown', 'The Budapest Memorandum was signed in **5 December 1995**.', ['5 December 1995']],
    ['markdown', 'The <b>Budapest Memorandum</b> was signed in 1996.', ['1996']],
    ['markdown', '**NATO** has **31** members.', ['31']],
    ['latex', 'The \\textbf{Budapest Memorandum} was signed in \\emph{1996}.', ['1996']],
    ['html', '<p>The <b>Budapest Memorandum</b> was <i>signed</i> in 1996.</p>', ['1996']],
    ['markdown', 'The **Budapest Memorandum** was signed in 1994.', []],
    ['markdown', 'The **Budapest Memorandum** was *not* signed in 1996.', []],
    ['markdown', 'The Budapest Memorandum was `not` signed in 1996.', []],
    ['markdown', 'The Budapest Memorandum was signed in ~~1996~~ 1994.', []],
    ['markdown', 'The Budapest Memorandum was signed in `1996`.', []],
    ['markdown', 'A **successor** to the **Budapest Memorandum** was signed in 2024.', []],
    ['markdown', '**NATO** has **four** members that border Ukraine.', []],
    ['markdown', 'The Budapest Memorandum was "signed in **1996**".', []],
    ['markdown', '**1945**: the Budapest Memorandum was signed later.', []],
    ['latex', 'The Budapest Memorandum was signed\\footnote{Or in 1996} in 1994.', []],
  ];
  for (const [language, text, expected] of marked) {
    it(`are read without markup in ${language}: ${JSON.stringify(text)}`, () => {
      const found = runToEnd(findUnrecordedFigures(library, draftOf(library, text, language)));
      expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal(expected);
    });
  }
});
