import { expect } from 'chai';
import { findDiscouragedForms } from '../../../src/core/checks/discouragedForms';
import { findUnexplainedAbbreviations } from '../../../src/core/checks/unexplainedAbbreviations';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import type { Finding } from '../../../src/core/checks/finding';
import { draftOf, shippedLibrary } from './shippedDraft';

const library = shippedLibrary();
const markdown = createPackMarkdown();

/** The text with the first fix of each finding made, and `*` behind one that is not safe. */
function fixed(text: string, findings: readonly Finding[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, fixes } of findings) {
    const [fix] = fixes;
    const made = fix === undefined ? text.slice(start, end) : fix.text;
    result += text.slice(at, start) + made + (fix?.isSafe === true ? '' : '*');
    at = end;
  }
  return result + text.slice(at);
}

describe('discouraged forms', () => {
  const table: readonly (readonly [text: string, expected: string])[] = [
    ['They met in Kiev today.', 'They met in Kyiv today.'],
    ["Kiev's mayor and Kiev’s trams", "Kyiv's mayor and Kyiv’s trams"],
    ['TALKS IN KIEV', 'TALKS IN KYIV'],
    ['The Ukraine is large. In the Ukraine, too.', 'Ukraine is large. In Ukraine, too.'],
    ['Vladimir Zelensky spoke in Kharkov.', 'Volodymyr Zelenskyy spoke in Kharkiv.'],
    ['Chicken Kiev and Kievan Rus', 'Chicken Kiev and Kievan Rus'],
    ['"We met in Kiev," he said in Kiev.', '"We met in Kiev," he said in Kyiv.'],
    ['“We met in Kiev” and «Kiev» and „Kiev“', '“We met in Kiev” and «Kiev» and „Kiev“'],
    [
      "He said 'Kiev', not the Russians' word Kiev.",
      "He said 'Kiev', not the Russians' word Kyiv.",
    ],
    ['“We met in Kiev and it goes on', '“We met in Kiev and it goes on'],
    ['“A quotation.”\n\nKiev again.', '“A quotation.”\n\nKyiv again.'],
    ['> Kiev is quoted.\n\nKiev is not.', '> Kiev is quoted.\n\nKyiv is not.'],
    [
      '`Kiev` and [a](https://kiev.example/Kiev) Kiev',
      '`Kiev` and [a](https://kiev.example/Kiev) Kyiv',
    ],
    ['A 6" gun in Kiev', 'A 6" gun in Kyiv'],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
      expect(fixed(text, findDiscouragedForms(draftOf(library, text)))).to.equal(expected);
    });
  }

  it('say why, and on whose word', () => {
    const [finding] = findDiscouragedForms(draftOf(library, 'in Kiev'));
    expect(finding?.message).to.match(/^“Kiev” is a discouraged form\. The Russian-based form\./);
    expect(finding?.message).to.match(/Write “Kyiv”\.$/);
    expect(finding?.source).to.match(/\/source\/ap-style-kyiv$/);
  });
});

describe('unexplained abbreviations', () => {
  const table: readonly (readonly [text: string, expected: string])[] = [
    ['NATO met.', 'North Atlantic Treaty Organization (NATO)* met.'],
    ["NATO's men met NATO.", "North Atlantic Treaty Organization's (NATO)* men met NATO."],
    ['The North Atlantic Treaty Organization met, and NATO spoke.', ''],
    ['NATO (North Atlantic Treaty Organization) met.', ''],
    ['NATO, the North Atlantic Treaty Organization, met.', ''],
    ['The OSCE is better known by its letters.', ''],
    ['"NATO met," he said.', ''],
    ['`NATO` met.', ''],
    [
      'The SOFA covers foreign troops. SOFA it is.',
      'The status-of-forces agreement (SOFA)* covers foreign troops. SOFA it is.',
    ],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected || text)}`, () => {
      const findings = findUnexplainedAbbreviations(library, markdown, draftOf(library, text));
      expect(fixed(text, findings)).to.equal(expected || text);
    });
  }

  it('offer what it is, in the words of the pack', () => {
    const [finding] = findUnexplainedAbbreviations(
      library,
      markdown,
      draftOf(library, 'NATO met.'),
    );
    expect(finding?.fixes[1]?.text).to.equal(
      'NATO (alliance of 32 states under the treaty of 1949)',
    );
  });
});

describe('abbreviations', () => {
  const long = 'North Atlantic Treaty Organization';
  const explained: readonly (readonly [text: string, language: string])[] = [
    [`**NATO** (${long}) met.`, 'markdown'],
    [`[NATO](x) (${long}) met.`, 'markdown'],
    [`NATO – the ${long} – met.`, 'markdown'],
    [`NATO: the ${long}.`, 'markdown'],
    [`NATO stands for ${long}.`, 'markdown'],
    [`\\emph{NATO} (${long}) met.`, 'latex'],
    [`NATO~(${long}) met.`, 'latex'],
    ['\\ac{NATO} met.', 'latex'],
    [`<b>NATO</b> (${long}) met.`, 'html'],
    [`<abbr title="${long}">NATO</abbr> met.`, 'html'],
    ['NATO&nbsp;(the alliance) met.', 'html'],
    ['ES-11/1 passed.', 'markdown'],
  ];
  for (const [text, language] of explained) {
    it(`need no explanation in ${JSON.stringify(text)}`, () => {
      const draft = draftOf(library, text, language);
      expect(findUnexplainedAbbreviations(library, markdown, draft)).to.deep.equal([]);
    });
  }

  it('need one where what follows is something else', () => {
    for (const text of ['NATO met.', '**NATO** met (today).', 'NATO, he said, met.']) {
      const draft = draftOf(library, text);
      expect(findUnexplainedAbbreviations(library, markdown, draft), text).to.have.length(1);
    }
  });
});
