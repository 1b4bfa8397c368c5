import { expect } from 'chai';
import { checkDraft } from '../../../src/core/checks/checkDraft';
import { citedKeys } from '../../../src/core/citing/citation';
import { updateBibliography } from '../../../src/core/citing/bibliography';
import { readDraft, updateDraft } from '../../../src/core/drafts/draft';
import { markdownProse } from '../../../src/core/prose/markdownProse';
import { markupProse } from '../../../src/core/prose/markupProse';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { runToEnd } from '../../../src/core/terms/steps';
import { draftOf, shippedLibrary } from '../checks/shippedDraft';

const library = shippedLibrary();
const markdown = createPackMarkdown();
/** Pieces that are so long that what is careless needs ages for one. */
const longPieces = [
  `[${'@aa'.repeat(40)}\n`,
  `\\${'cite'.repeat(50_000)}`,
  `https://${'.'.repeat(200_000)}a`,
  'a\n\n' + ' a\n\n'.repeat(50_000),
];
const languages = ['latex', 'html', 'restructuredtext', 'asciidoc', 'typst', 'org', 'git-commit'];

/** 200,000 units of what makes a careless reader slow: a test that takes longer than mocha waits fails. */
const pieces = [
  ...[
    '<a "',
    '$a ',
    '\\begin{verbatim}',
    '`',
    '::\n\n ',
    'a://',
    '@a',
    '[',
    '=a ',
    '[a@',
    '____\n\n',
  ],
  ...[
    '> ',
    '"',
    '“',
    "'",
    '\\',
    '<!--',
    '$$',
    '[^',
    '\ud800',
    '\u202e',
    '\0',
    '\r',
    '*_',
    '| a ',
    '- ',
  ],
  ...['[quote]\na\n', '____\na\n\n______\n', '<q>', '<a "\'', '\\enquote{', '* a::\n\n   b\n', '{'],
  ...['[quote]\n', ':a:\n', '<blockquote>\n\n', '</blockquote> <q>', '#quote['],
  ...['Kiev ', '"Kiev ', 'NATO in 1990 ', '2014-', '@book{', '{"id":', 'https://', '#+begin_src\n'],
];

describe('bad input', () => {
  for (const piece of [...pieces, ...longPieces]) {
    it(`does not hold anything up: ${JSON.stringify(piece).slice(0, 40)} over and over`, function () {
      this.timeout(20_000);
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      runToEnd(markdownProse().read(text));
      for (const language of languages) runToEnd(markupProse(language).read(text));
      citedKeys(text, ['a'], markdownProse());
      updateBibliography('bib', text, [], () => true);
    });
  }

  for (const piece of ['Kiev ', '"Kiev ', 'NATO in 1990 ', 'NATO has 31 members. ', '> Kiev\n\n']) {
    it(`is checked in one pass: ${JSON.stringify(piece)}`, function () {
      this.timeout(20_000);
      const draft = draftOf(library, piece.repeat(5_000));
      expect(() => runToEnd(checkDraft(library, markdown, draft, () => true))).not.to.throw();
    });
  }

  it('is followed through ten thousand edits', function () {
    this.timeout(60_000);
    const reader = { terms: library.terms, prose: markdownProse() };
    const typed = 'NATO `x` Kiev\n\n> b\n';
    let draft = runToEnd(readDraft(reader, 'The UN Charter.\r\n\r\n```\nNATO\n'));
    for (let edit = 0; edit < 10_000; edit++) {
      const start = (edit * 7919) % (draft.text.length + 1);
      const end = edit % 3 === 0 ? Math.min(draft.text.length, start + 2) : start;
      const inserted = typed.charAt(edit % typed.length);
      const text = draft.text.slice(0, start) + inserted + draft.text.slice(end);
      draft = updateDraft(reader, draft, text, { start, end, inserted });
    }
    const afresh = runToEnd(readDraft(reader, draft.text));
    expect([...draft.prose.exclude]).to.deep.equal([...afresh.prose.exclude]);
    expect([...draft.matches]).to.deep.equal([...afresh.matches]);
  });

  it('in other scripts and directions is read as text', () => {
    const text = 'قال إن \u202bNATO\u202c هنا. \ud83d\ude00NATO\ud83d\ude00 \udfff NATO';
    const { matches } = draftOf(library, text);
    expect([...matches].map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      ...['NATO', 'NATO', 'NATO'],
    ]);
  });
});
