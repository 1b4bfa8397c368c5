import { expect } from 'chai';
import { findDiscouragedForms } from '../../../src/core/checks/discouragedForms';
import { findUnexplainedAbbreviations } from '../../../src/core/checks/unexplainedAbbreviations';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { usedTerms } from '../../../src/core/drafts/usedTerms';
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
    ['The 2014 Ukraine conflict in Kiev.', 'The 2014 Ukraine conflict in Kyiv.'],
    ['The Ukraine crisis of 2013–14.', 'The Ukraine crisis of 2013–14.'],
    ['Ukraine and NATO forces in Poland.', 'Ukraine and NATO forces in Poland.'],
    [
      'It would not be a NATO force, Macron said. NATO forces in Poland shot down a drone.',
      'It would not be a NATO force, Macron said. NATO forces in Poland shot down a drone.',
    ],
    ['A NATO force in Ukraine.', 'A Multinational Force Ukraine* in Ukraine.'],
    ["under NATO's Charter", 'under North Atlantic Treaty*'],
    [
      'Russia and Ukraine: the Istanbul agreements were off.',
      'Russia and Ukraine: the Istanbul Communiqué* were off.',
    ],
    ['A Budapest guarantee is nothing.', 'A Budapest assurances* is nothing.'],
    ['NATO and the automatic war clauses', 'NATO and the Article 5s*'],
    ['Ukraine conflicts', 'Full-scale invasions*'],
    ['Russian Crimea', 'Crimea*'],
    ['Lugansk, Odessa, Donbass, Zaporozhye, Lvov', 'Luhansk, Odesa, Donbas, Zaporizhzhia, Lviv'],
    ['In Dnepropetrovsk and Dnepropetrovsk region', 'In Dnipro* and Dnipropetrovsk region'],
    ['Kirill Budanov’s men', 'Kyrylo Budanov’s men'],
    ['Kyiv (formerly Kiev)', 'Kyiv (formerly Kiev)'],
    ['Kyiv (Kiev), Kiev (Kyiv)', 'Kyiv (Kiev), Kiev (Kyiv)'],
    ['Kiev/Kyiv and Kyiv / Kiev', 'Kiev/Kyiv and Kyiv / Kiev'],
    ['Write Kyiv, not Kiev. It is Kyiv or Kiev.', 'Write Kyiv, not Kiev. It is Kyiv or Kiev.'],
    ['The spelling Kiev is old.', 'The spelling Kiev is old.'],
    ['A city spelled *Kiev*, known as Kiev.', 'A city spelled *Kiev*, known as Kiev.'],
    ['The Kiev spelling is old.', 'The Kiev spelling is old.'],
    ['Kyiv met Kiev.', 'Kyiv met Kyiv.'],
    [
      "The trams of the '90s in Kiev, the boys' trams in Kiev's streets.",
      "The trams of the '90s in Kyiv, the boys' trams in Kyiv's streets.",
    ],
    ['Le président est à Kiev.', 'Le président est à Kiev.'],
    ['L’accord signé à Kiev.', 'L’accord signé à Kiev.'],
    ['Er ist nach Kiev gereist.', 'Er ist nach Kiev gereist.'],
    ['Зустріч у Kiev відбулася.', 'Зустріч у Kiev відбулася.'],
    ['The Journal de Kiev and Le Monde in Kiev', 'The Journal de Kyiv and Le Monde in Kyiv'],
    [
      'Since the beginning of the\nUkraine crisis',
      'Since the beginning of the\nfull-scale invasion*',
    ],
    [
      'The U.S. Ukraine crisis and Gen. Ukraine crisis',
      'The U.S. full-scale invasion* and Gen. full-scale invasion*',
    ],
    ['He left. Ukraine crisis over.', 'He left. Full-scale invasion* over.'],
    [
      '# Ukraine crisis\nUkraine crisis\n- Ukraine crisis',
      '# Full-scale invasion*\nFull-scale invasion*\n- Full-scale invasion*',
    ],
    [
      '- a\n  Ukraine crisis\n\n1. Ukraine crisis',
      '- a\n  full-scale invasion*\n\n1. Full-scale invasion*',
    ],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
      expect(fixed(text, findDiscouragedForms(library, draftOf(library, text)))).to.equal(expected);
    });
  }

  const speakers: readonly (readonly [language: string, text: string])[] = [
    ['latex', "`We met in Kiev,' he said"],
    ['latex', '\\enquote{We {all} met in Kiev} he said'],
    ['latex', '\\textquote[Putin]{We met in Kiev}'],
    ['latex', '\\blockquote{We met in Kiev}'],
    ['latex', '\\foreignquote{german}{We met in Kiev}'],
    ['latex', '\\say{We met in Kiev}'],
    ['latex', '\\begin{quoting}\nWe met in Kiev\n\\end{quoting}'],
    ['html', '<p>&ldquo;We met in Kiev,&rdquo; he said'],
    ['html', '<p>&quot;We met in Kiev,&quot; he said'],
    ['html', '<p>&#8220;We met in Kiev,&#8221; he said'],
    ['html', '<BLOCKQUOTE>We met in Kiev</BLOCKQUOTE>'],
    ['html', '<blockquote>A <blockquote>b</blockquote> in Kiev</blockquote>'],
    ['html', '<q>A <q>b</q> in Kiev</q>'],
    ['markdown', 'He said <q>we met in Kiev</q> then.'],
    ['markdown', '&ldquo;We met in Kiev,&rdquo; he said'],
    ['asciidoc', '[quote, Vladimir Putin, speech]\nWe met in Kiev.\nAnd in Kiev.\n\nEnd.'],
    ['typst', '#quote(block: true)[a #link("x")[b] Kiev]'],
    ['typst', '#quote(attribution: [S. (2020)])[Kiev]'],
    ['org', '#+Begin_Quote\nWe met in Kiev.\n#+End_Quote'],
    ['markdown', '‘The soldiers’ camp in Kiev is gone,’ he said.'],
    ['markdown', "'The soldiers' camp in Kiev is gone,' he said."],
    ['markdown', '„Kiev” in Polish.'],
    ['restructuredtext', 'He said:\n\n  We met in Kiev.\n\nSo.'],
    ['latex', '\\glqq Kiev\\grqq{} and \\flqq Kiev\\frqq{} and \\frqq Kiev\\flqq'],
    ['latex', '<<Kiev>> and \\og Kiev\\fg{} and << Kiev >>'],
    ['plaintext', 'He wrote:\n> We met in Kiev.\n>> In Kiev.\n\nSo.'],
  ];
  for (const [language, text] of speakers) {
    it(`leave a speaker’s words alone in ${language}: ${JSON.stringify(text)}`, () => {
      const draft = draftOf(library, text, language);
      expect(findDiscouragedForms(library, draft)).to.deep.equal([]);
    });
  }

  const own: readonly (readonly [language: string, text: string])[] = [
    ['restructuredtext', '- item\n\n  Kiev continued'],
    ['restructuredtext', '1. item\n\n   Kiev continued'],
    ['restructuredtext', '* a\n\n  * Kiev'],
    ['restructuredtext', '.. note::\n\n   Kiev'],
    ['restructuredtext', '.. figure:: x\n\n   Kiev'],
    ['latex', 'Schr\\"oder went to Kiev.'],
    ['markdown', 'Press `"` in Kiev.'],
    ['markdown', '„Kiev” in Polish, then Kiev.'],
    ['latex', '\\enquote{We met.} In Kiev.'],
    ['html', '<q>We met.</q> In Kiev.'],
    ['markdown', 'He said [Kiev] and [Lviv].\n\n[Lviv]: https://x.org'],
    ['markdown', 'See [Kiev](https://x.org) and [the city][Kiev].\n\n[Kiev]: https://x.org'],
    ['restructuredtext', '`Kiev <https://x.org>`_'],
    ['restructuredtext', '| Kiev | Lviv |'],
    ['latex', '\\glqq We met.\\grqq{} In Kiev.'],
    ['latex', 'So a << b in Kiev.'],
    ['plaintext', '> We met.\nIn Kiev.'],
    ['plaintext', 'He met @anna in Kiev.'],
    ['plaintext', 'It is e.g. in Kiev/Lviv.'],
    ['latex', 'As follows:\\\\Kiev.'],
  ];
  for (const [language, text] of own) {
    it(`are found beside quotations in ${language}: ${JSON.stringify(text)}`, () => {
      const draft = draftOf(library, text, language);
      expect(findDiscouragedForms(library, draft)).to.have.length(1);
    });
  }

  const keys: readonly (readonly [language: string, text: string])[] = [
    ['markdown', 'It is so.[^Kiev-2024]'],
    ['markdown', '[[Kiev|Kyiv]] and [[Kiev]]'],
    ['markdown', 'A <code>Kiev</code> and <kbd>Kiev</kbd>.'],
    ['markdown', 'So \\cite{Kiev} and \\(Kiev\\).'],
    ['markdown', '# Title {.Kiev}\n\n[a]{.Kiev}'],
    ['markdown', '+++\nslug = "Kiev"\n+++\n\nSo.'],
    ['latex', '\\autocites[12]{Kiev}[3]{Lvov}'],
    ['latex', '\\bibitem{Kiev} \\gls{Kiev} \\index{Kiev} \\subfile{Kiev}'],
    ['asciidoc', '[[Kiev]]So.\n\n[source]\nKiev\n\nSo.'],
    ['plaintext', 'See ~/Kiev/draft.txt, ../Kiev/a, ./Kiev and C:\\Kiev\\Kiev.txt by @Kiev.'],
    ['markdown', 'See ~/Kiev/draft.txt and C:\\Kiev\\Kiev.txt by @Kiev.'],
    ['markdown', 'See [Kiev] and [kiev][].\n\n[Kiev]: https://x.org'],
    ['markdown', '[Kiev]: https://x.org\n\n- See [Kiev].'],
    ['restructuredtext', 'See `Kiev`_, Kiev_, `Kiev`__ and |Kiev|.'],
    ['restructuredtext', 'So.\n\n.. Kiev comment\n\nSo.'],
    ['org', 'So.[fn:Kiev]\n#+NAME: Kiev\n: Kiev\n#+begin_src\nKiev\n#+END_SRC'],
  ];
  for (const [language, text] of keys) {
    it(`are not looked for in keys and code of ${language}: ${JSON.stringify(text)}`, () => {
      const draft = draftOf(library, text, language);
      expect(findDiscouragedForms(library, draft)).to.deep.equal([]);
    });
  }

  it('say why, and on whose word', () => {
    const [finding] = findDiscouragedForms(library, draftOf(library, 'in Kiev'));
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
    [
      '"NATO met," he said. NATO did.',
      '"NATO met," he said. North Atlantic Treaty Organization (NATO)* did.',
    ],
    ['"NATO (North Atlantic Treaty Organization) met," he said. NATO did.', ''],
    ['"NATO met." The North Atlantic Treaty Organization met. NATO did.', ''],
    ['L’OTAN et la NATO sont dans la ville.', ''],
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

  it('offer no words of another language than the sentence’s', () => {
    for (const text of [
      'Die NATO ist nach der Wahl auch dort.',
      'Союзники NATO відповіли пізніше.',
    ]) {
      const findings = findUnexplainedAbbreviations(library, markdown, draftOf(library, text));
      const offered = findings.flatMap(({ fixes }) => fixes.map((fix) => fix.text)).join();
      expect(offered, text).not.to.match(/alliance of|North Atlantic/);
    }
  });

  it('are noted among the terms of a document where they are reported', () => {
    for (const [text, isNoted] of [
      ['"NATO met," he said.', false],
      ['"NATO met," he said. NATO did.', true],
      ['NATO met.', true],
    ] as const) {
      const draft = draftOf(library, text);
      const notes = usedTerms(library, markdown, draft, '2000-01-01').flatMap((used) => used.notes);
      expect(notes.includes('not explained'), text).to.equal(isNoted);
    }
  });

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
