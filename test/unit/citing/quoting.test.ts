import assert from 'node:assert/strict';
import type { CitationFormat } from '../../../src/core/citing/citation';
import { asTextOf } from '../../../src/core/citing/documentText';
import {
  quoteStatement,
  statementSources,
  type QuotedStatement,
} from '../../../src/core/citing/quoting';
import type { Source } from '../../../src/core/packs/pack';
import { goodPack } from '../pack';

function sourceOf(id: string): Source {
  const source = goodPack().sources.find((each) => each.id.endsWith(id));
  assert.ok(source !== undefined);
  return source;
}
const [road, river] = [sourceOf('road-2024'), sourceOf('river-2025')];

/** A text with a statement put where the bar stands. */
function quoted(
  format: CitationFormat,
  language: string,
  statement: QuotedStatement,
  around = '|',
): string {
  const text = around.replace('|', '');
  const references = statementSources(statement).map(({ title }) => `${title}, in full.`);
  const offset = around.indexOf('|');
  let written = text;
  const insertions = quoteStatement(format, language, statement, references, text, offset);
  for (const { offset: at, text: inserted } of [...insertions].reverse())
    written = written.slice(0, at) + inserted + written.slice(at);
  return written;
}

describe('asTextOf', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['markdown', '5 *a* [b]', '5 \\*a\\* \\[b\\]'],
    ['latex', '50 % of $1 & a_b \\x', '50 \\% of \\$1 \\& a\\_b \\textbackslash{}x'],
    ['html', 'a < b', 'a &#60; b'],
    ['typst', '#a *b* https://a.org/b_c @d', '\\#a \\*b\\* https://a.org/b_c \\@d'],
    ['restructuredtext', '*a* b_ c_d', '\\*a\\* b\\_ c_d'],
    ['plaintext', '*a* < 50 %', '*a* < 50 %'],
  ];
  for (const [language, text, expected] of cases) {
    it(`keeps signs of ${language} from doing anything`, () => {
      assert.equal(asTextOf(language, text), expected);
    });
  }
});

describe('quoteStatement', () => {
  const whole = { text: 'It stands.', citations: [{ at: 10, sources: [road] }] };
  const wholes: readonly (readonly [CitationFormat, string, string])[] = [
    [
      'footnote',
      'markdown',
      'Before. It stands.[^road-2024] After.\n\n[^road-2024]: Roads, in full.\n',
    ],
    ['pandoc', 'markdown', 'Before. It stands [@road-2024]. After.'],
    ['latex', 'latex', 'Before. It stands \\cite{road-2024}. After.'],
    ['newsroom', 'plaintext', 'Before. It stands (Road House, 6 May 2024). After.'],
    ['apa', 'plaintext', 'Before. It stands (Roads, in full). After.'],
  ];
  for (const [format, language, expected] of wholes) {
    it(`writes a statement that rests on a source as a whole as ${format}`, () => {
      assert.equal(quoted(format, language, whole, 'Before. | After.'), expected);
    });
  }

  // Far[1]. Not seen. (unconfirmed) Farther[1][2], they say.
  const several = {
    text: 'Far. Not seen. (unconfirmed) Farther, they say.',
    citations: [
      { at: 3, sources: [road] },
      { at: 36, sources: [road, river] },
    ],
  };
  const cases: readonly (readonly [CitationFormat, string, string])[] = [
    [
      'footnote',
      'markdown',
      'Far[^road-2024]. Not seen. (unconfirmed) Farther[^road-2024][^river-2025], they say.\n\n[^road-2024]: Roads, in full.\n[^river-2025]: Rivers, in full.\n',
    ],
    [
      'pandoc',
      'markdown',
      'Far [@road-2024]. Not seen. (unconfirmed) Farther [@road-2024; @river-2025], they say.',
    ],
    [
      'latex',
      'latex',
      'Far \\cite{road-2024}. Not seen. (unconfirmed) Farther \\cite{road-2024,river-2025}, they say.',
    ],
    [
      'newsroom',
      'plaintext',
      'Far (Road House, 6 May 2024). Not seen. (unconfirmed) Farther (Road House, 6 May 2024; “Rivers”, 2025), they say.',
    ],
    [
      'chicago',
      'plaintext',
      'Far (Roads, in full). Not seen. (unconfirmed) Farther (Roads, in full; Rivers, in full), they say.',
    ],
    [
      'newsroom',
      'html',
      'Far (<a href="https://example.org/roads">Road House, 6 May 2024</a>). Not seen. (unconfirmed) Farther (<a href="https://example.org/roads">Road House, 6 May 2024</a>; “Rivers”, 2025), they say.',
    ],
    [
      'footnote',
      'asciidoc',
      'Farfootnote:road-2024[Roads, in full.]. Not seen. (unconfirmed) Fartherfootnote:road-2024[]footnote:river-2025[Rivers, in full.], they say.',
    ],
    [
      'footnote',
      'org',
      'Far[fn:road-2024: Roads, in full.]. Not seen. (unconfirmed) Farther[fn:road-2024][fn:river-2025: Rivers, in full.], they say.',
    ],
    [
      'footnote',
      'typst',
      'Far#footnote[Roads, in full.]. Not seen. (unconfirmed) Farther#footnote[Roads, in full.]#footnote[Rivers, in full.], they say.',
    ],
    [
      'footnote',
      'restructuredtext',
      'Far [#road-2024]_. Not seen. (unconfirmed) Farther [#road-2024]_ [#river-2025]_, they say.\n\n.. [#road-2024] Roads, in full.\n.. [#river-2025] Rivers, in full.\n',
    ],
    [
      'footnote',
      'latex',
      'Far\\footnote{Roads, in full.}. Not seen. (unconfirmed) Farther\\footnote{Roads, in full.}\\footnote{Rivers, in full.}, they say.',
    ],
  ];
  for (const [format, language, expected] of cases) {
    it(`leaves each source with its sentence in ${language} as ${format}`, () => {
      assert.equal(quoted(format, language, several), expected);
    });
  }

  it('writes the words alone where nothing is cited', () => {
    for (const citations of [[], [{ at: 8, sources: [] }]]) {
      assert.equal(quoted('footnote', 'markdown', { text: 'It *is*.', citations }), 'It \\*is\\*.');
    }
  });
});
