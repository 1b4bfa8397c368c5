import assert from 'node:assert/strict';
import { asTextOf, quoteStatement } from '../../../src/core/citing/quoting';
import { goodPack } from '../pack';

const sources = goodPack().sources.filter(({ id }) => id.endsWith('road-2024'));

describe('asTextOf', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['markdown', '5 *a* [b]', '5 \\*a\\* \\[b\\]'],
    ['latex', '50 % of $1 & a_b \\x', '50 \\% of \\$1 \\& a\\_b \\textbackslash{}x'],
    ['html', 'a < b', 'a &#60; b'],
    ['plaintext', '*a* < 50 %', '*a* < 50 %'],
  ];
  for (const [language, text, expected] of cases) {
    it(`keeps signs of ${language} from doing anything`, () => {
      assert.equal(asTextOf(language, text), expected);
    });
  }
});

describe('quoteStatement', () => {
  const cases: readonly (readonly [
    'footnote' | 'latex' | 'newsroom' | 'pandoc',
    string,
    string,
  ])[] = [
    [
      'footnote',
      'markdown',
      'Before. It stands.[^road-2024] After.\n\n[^road-2024]: Roads, in full.\n',
    ],
    ['pandoc', 'markdown', 'Before. It stands [@road-2024]. After.'],
    ['latex', 'latex', 'Before. It stands \\cite{road-2024}. After.'],
    ['newsroom', 'plaintext', 'Before. It stands according to Road House, 6 May 2024. After.'],
  ];
  for (const [format, language, expected] of cases) {
    it(`writes a statement with its citation as ${format}`, () => {
      const text = 'Before.  After.';
      const insertions = quoteStatement(
        format,
        language,
        'It stands.',
        sources,
        ['Roads, in full.'],
        text,
        8,
      );
      let written = text;
      for (const { offset, text: inserted } of [...insertions].reverse())
        written = written.slice(0, offset) + inserted + written.slice(offset);
      assert.equal(written, expected);
    });
  }

  it('writes the words alone where nothing is cited', () => {
    assert.deepEqual(quoteStatement('footnote', 'markdown', 'It *is*.', [], [], '', 0), [
      { offset: 0, text: 'It \\*is\\*.' },
    ]);
  });
});
