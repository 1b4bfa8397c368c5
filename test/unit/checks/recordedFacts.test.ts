import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnrecordedFigures } from '../../../src/core/checks/recordedFacts';
import { runToEnd } from '../../../src/core/terms/steps';
import { shippedLibrary, draftOf } from './shippedDraft';

/** What must hold on the sentences of `figures.txt`. */
const leastPrecision = 0.95;
const leastRecall = 0.75;

const library = shippedLibrary();
const rows = readFileSync(join(__dirname, 'figures.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | '))
  .map((line) => {
    const [label = '', marked = ''] = line.split(' | ');
    const found = /⟦(.*)⟧/.exec(marked)?.[1];
    const [term = '', ...property] = label.split(' ');
    return {
      ...{ text: marked.replace(/[⟦⟧]/g, ''), found },
      ...{ term, property: property.join(' ') },
    };
  });

const isWrong = ({ found }: { readonly found: string | undefined }) => found !== undefined;

describe('figures and dates against the record', () => {
  const misses: string[] = [];
  const falseAlarms: string[] = [];
  let right = 0;
  for (const { text, found, term } of rows) {
    const findings = runToEnd(findUnrecordedFigures(library, draftOf(library, text)));
    const isRight = ({ start, end, entryId }: (typeof findings)[number]) =>
      text.slice(start, end) === found && entryId.endsWith(`/${term}`);
    if (findings.some(isRight)) right++;
    else if (found !== undefined) misses.push(text);
    if (findings.some((finding) => !isRight(finding))) falseAlarms.push(text);
  }
  const wrong = rows.filter(isWrong).length;
  const precision = right / (right + falseAlarms.length);
  const recall = right / wrong;

  it(`are compared on ${String(rows.length)} sentences, half of them traps`, () => {
    expect(rows.length).to.be.at.least(120);
    expect(rows.length - wrong).to.be.at.least(rows.length / 2);
  });

  it(`is right: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, () => {
    if (process.env['SHOW_MISSES'] !== undefined) console.log(misses.join('\n'));
    expect(falseAlarms).to.deep.equal([]);
    expect(precision).to.be.at.least(leastPrecision);
    expect(recall).to.be.at.least(leastRecall);
  });
});
