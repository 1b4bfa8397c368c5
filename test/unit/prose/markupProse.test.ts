import { expect } from 'chai';
import { markupProse } from '../../../src/core/prose/markupProse';
import { runToEnd } from '../../../src/core/terms/steps';
import { marked } from './marked';

/** What no term is looked for in stands between ⟦ and ⟧. */
const table: readonly (readonly [language: string, expected: string])[] = [
  ['plaintext', 'NATO at ⟦https://nato.int/NATO⟧ and ⟦press@nato.int⟧, `NATO`'],
  ['latex', '⟦% NATO⟧\nNATO ⟦\\cite[p.~3]{NATO}⟧ ⟦\\emph⟧{UN} ⟦$NATO$⟧, ⟦\\$⟧5'],
  ['latex', '⟦\\begin{verbatim}\nNATO\n\\end{verbatim}⟧ UN'],
  ['latex', '⟦\\[⟧ NATO that is never closed'],
  ['latex', '⟦\\[ NATO \\]⟧ UN ⟦\\verb|NATO|⟧ ⟦\\href{https://NATO}⟧{UN}'],
  ['html', '⟦<p title="NATO">⟧UN ⟦&amp;⟧ ⟦<code>NATO</code⟧> a < b ⟦<!-- NATO -->⟧'],
  ['html', '⟦<script>"NATO" < 1</script⟧> UN'],
  ['html', '⟦<blockquote cite="NATO">⟧UN⟦</blockquote>⟧ ⟦<q\n title="a > b < NATO">⟧UN⟦</q>⟧'],
  ['html', '⟦<code class="NATO">⟧never closed ⟦<a href="' + 'NATO '.repeat(1000) + '">⟧UN⟦</a>⟧'],
  ['html', '<a title="UN ⟦<b>⟧UN⟦</b>⟧'],
  ['asciidoc', 'UN\n⟦----\nNATO\n----⟧\n⟦link:NATO⟧[UN] ⟦`NATO`⟧\n⟦// NATO⟧\n⟦:nato: NATO⟧'],
  ['asciidoc', '⟦-----\nNATO\n----\nNATO\n-----⟧\nUN\n\n⟦....\nNATO\n....⟧\n\nUN'],
  [
    'asciidoc',
    '⟦[source]⟧\n.UN\n⟦----\nNATO\n\nNATO\n----⟧\nUN\n\n⟦[source]\n--\nNATO\n\nNATO\n--⟧\nUN',
  ],
  ['asciidoc', 'Of the UN\n---------\n\nUN\n\nOf it\n.....\n\nUN'],
  ['restructuredtext', 'UN ⟦``NATO``⟧ ⟦:ref:`NATO`⟧ `UN ⟦<https://NATO>⟧`_'],
  ['restructuredtext', '⟦.. code-block:: py\n\n   NATO\n\n⟧UN⟦::\n\n   NATO\n\n⟧UN'],
  ['typst', '⟦#let nato = 1⟧\nUN ⟦`NATO`⟧ ⟦$NATO$⟧ ⟦@nato⟧ ⟦<nato>⟧ ⟦// NATO⟧'],
  [
    'org',
    'UN ⟦=NATO=⟧ ⟦~NATO~⟧ ⟦[[https://NATO][⟧UN]]\n⟦#+begin_src py\nNATO\n#+end_src⟧\n⟦# NATO⟧',
  ],
  ['git-commit', 'UN ⟦`NATO`⟧\n\n⟦# NATO⟧\n⟦Signed-off-by: NATO <a@b.int>⟧'],
  ['git-commit', 'UN\n⟦# --- >8 ---\ndiff NATO\n+NATO⟧'],
];

const quotations: readonly (readonly [language: string, expected: string])[] = [
  ['latex', 'a\n⟦\\begin{quote}\nKiev\n\\end{quote}⟧\nb'],
  ['html', 'a ⟦<blockquote>Kiev <b>x</b></blockquote>⟧ b'],
  ['html', '⟦<blockquote>a <blockquote>b</blockquote> <q>c</blockquote>⟧ d ⟦<q>e</q>⟧ f</q> g'],
  ['html', '⟦<q>a <!-- </q> --> b</q>⟧ c <q>d'],
  ['latex', 'a ⟦\\enquote{b \\emph{c} \\} d}⟧ {e} \\enquote{f'],
  ['latex', '⟦\\begin{quote}\na % \\end{quote}\n\\end{quote}⟧ b'],
  ['asciidoc', 'a\n⟦____\nKiev\n____⟧\nb'],
  ['asciidoc', 'a\n⟦____\nb\n____⟧\nc\n\n⟦____\nd\n____⟧\ne'],
  ['asciidoc', '⟦____\na\n\n______\nb\n______\n\nc\n____⟧\nd\n\n⟦____\ne\n____⟧\nf'],
  ['asciidoc', '⟦____\na\n\n----\n____\n----\n____⟧\nb\n\n⟦____\nc\n____⟧\nd'],
  ['asciidoc', '[quote, A]\n.Title\n⟦____\na\n\nb\n____⟧\nc\n\n⟦[verse]\nd\ne\n⟧\nf'],
  ['asciidoc', '[quote]\n⟦______\na\n\nb\n______⟧\nc\n\n____\nd'],
  ['restructuredtext', 'a\n\n⟦   Kiev\n\n⟧b'],
  ['typst', '⟦#quote(block: true)[Kiev]⟧ b'],
  ['org', '⟦#+begin_quote\nKiev\n#+end_quote⟧\nb'],
];

describe('other markup', () => {
  const read = (language: string, expected: string) => {
    const text = expected.replace(/[⟦⟧]/g, '');
    return { text, prose: runToEnd(markupProse(language).read(text)) };
  };
  for (const [language, expected] of table) {
    it(`${language}: ${JSON.stringify(expected)}`, () => {
      const { text, prose } = read(language, expected);
      expect(marked(text, prose.exclude)).to.equal(expected);
    });
  }
  for (const [language, expected] of quotations) {
    it(`${language} quotes ${JSON.stringify(expected)}`, () => {
      const { text, prose } = read(language, expected);
      expect(marked(text, prose.quoted)).to.equal(expected);
    });
  }
});
