import { expect } from 'chai';
import { markupProse } from '../../../src/core/prose/markupProse';
import { runToEnd } from '../../../src/core/terms/steps';
import { marked } from './marked';

/** What no term is looked for in stands between ⟦ and ⟧. */
const table: readonly (readonly [language: string, expected: string])[] = [
  ['plaintext', 'NATO at ⟦https://nato.int/NATO⟧ and ⟦press@nato.int⟧, `NATO`'],
  ['latex', '⟦% NATO⟧\nNATO ⟦\\cite[p.~3]{NATO}⟧ ⟦\\emph⟧{UN} ⟦$NATO$⟧, ⟦\\$⟧5'],
  ['latex', '⟦\\begin{verbatim}\nNATO\n\\end{verbatim}⟧ UN'],
  [
    'latex',
    '⟦\\begin{Verbatim}[a]\nNATO\n\\end{Verbatim}⟧ ⟦\\begin{flalign*}NATO\\end{flalign*}⟧ UN',
  ],
  [
    'latex',
    '⟦\\verb⟧|UN\nand | UN ⟦\\verb*+NATO+⟧ ⟦\\mintinline{py}{NATO}⟧ ⟦\\mintinline{py}|NATO|⟧ UN',
  ],
  ['latex', '⟦\\textcquote[p.~3]{NATO}{⟧UN⟦}⟧ ⟦\\foreigntextcquote{NATO}[1]{NATO}{⟧UN⟦}⟧'],
  ['latex', '⟦\\hyperref[NATO]⟧{UN} ⟦\\pageref{NATO}⟧ ⟦\\hypersetup{a={NATO}, b}⟧ UN'],
  ['latex', '⟦\\iffalse NATO \\fi⟧ UN ⟦\\end{document}\nNATO⟧'],
  ['latex', '⟦\\[⟧ NATO that is never closed'],
  ['latex', '⟦\\[ NATO \\]⟧ UN ⟦\\verb|NATO|⟧ ⟦\\href{https://NATO}⟧{UN}'],
  ['html', '⟦<p title="NATO">⟧UN ⟦&amp;⟧ ⟦<code>NATO</code⟧> a < b ⟦<!-- NATO -->⟧'],
  ['html', '⟦<script>"NATO" < 1</script⟧> UN'],
  ['html', '⟦<svg width="1"/>⟧ UN ⟦<svg><text>NATO</text></svg⟧> UN ⟦<var>NATO</var⟧>'],
  ['html', '⟦---\ntitle: NATO\n---\n<p>⟧UN'],
  ['html', '⟦<blockquote cite="NATO">⟧UN⟦</blockquote>⟧ ⟦<q\n title="a > b < NATO">⟧UN⟦</q>⟧'],
  ['html', '⟦<code class="NATO">⟧never closed ⟦<a href="' + 'NATO '.repeat(1000) + '">⟧UN⟦</a>⟧'],
  ['html', '<a title="UN ⟦<b>⟧UN⟦</b>⟧'],
  ['asciidoc', 'UN\n⟦----\nNATO\n----⟧\n⟦link:NATO⟧[UN] ⟦`NATO`⟧\n⟦// NATO⟧\n⟦:nato: NATO⟧'],
  ['asciidoc', '⟦"`⟧UN⟦`"⟧ ⟦`"NATO"`⟧ ⟦\'`⟧UN⟦`\'⟧ Bob⟦`\'⟧s UN, Ann⟦`\'⟧s ⟦{nato-url}⟧'],
  ['asciidoc', 'UN\n\n⟦ NATO\n NATO\n⟧\n * UN\n\nUN::\n\n  UN\n\n  a| UN'],
  [
    'asciidoc',
    '⟦____⟧\nUN\n\n⟦----⟧\n⟦____⟧\nUN\n\n⟦----\nNATO\n----⟧\nUN\n\n⟦----\n____\n----⟧\nUN',
  ],
  ['asciidoc', '⟦[comment]\nNATO\nNATO\n⟧\nUN'],
  ['asciidoc', '⟦---\nNATO\n---\n⟧= UN'],
  ['asciidoc', '⟦-----\nNATO\n----\nNATO\n-----⟧\nUN\n\n⟦....\nNATO\n....⟧\n\nUN'],
  [
    'asciidoc',
    '⟦[source]⟧\n.UN\n⟦----\nNATO\n\nNATO\n----⟧\nUN\n\n⟦[source]\n--\nNATO\n\nNATO\n--⟧\nUN',
  ],
  ['asciidoc', 'Of the UN\n---------\n\nUN\n\nOf it\n+++++\n\nUN'],
  ['restructuredtext', 'UN ⟦``NATO``⟧ ⟦:ref:`NATO`⟧ `UN ⟦<https://NATO>⟧`_'],
  ['restructuredtext', '⟦.. code-block:: py\n\n   NATO\n\n⟧UN⟦::\n\n   NATO\n\n⟧UN'],
  [
    'restructuredtext',
    '* UN\n\n⟦  .. code-block:: py\n\n     NATO\n\n⟧  UN\n\n* UN⟦::\n\n    NATO\n\n⟧  UN',
  ],
  [
    'restructuredtext',
    '⟦.. note::⟧ UN\n\n   UN\n\n⟦.. py:function:: NATO(x)⟧\n\n   UN\n\n⟦.. toctree::\n\n   NATO\n⟧',
  ],
  [
    'restructuredtext',
    '⟦..\n   NATO\n\n⟧UN ⟦``NATO\nNATO``⟧ ⟦`NATO`:ref:⟧ ⟦[NATO:1]_⟧\n\n``UN\n\nUN``\n\n⟦>>> NATO\nNATO⟧',
  ],
  ['restructuredtext', '⟦.. figure:: NATO⟧\n⟦   :name: NATO⟧\n⟦   :alt:⟧ UN\n\n   UN'],
  ['restructuredtext', '⟦.. |NATO| replace::⟧ UN\n⟦.. |NATO| image:: NATO⟧'],
  ['typst', '⟦#let nato = 1⟧\nUN ⟦`NATO`⟧ ⟦$NATO$⟧ ⟦@nato⟧ ⟦<nato>⟧ ⟦// NATO⟧'],
  [
    'typst',
    '⟦\\$⟧5 UN ⟦\\$⟧6 ⟦````\n```\nNATO\n````⟧ UN ⟦#text(fill: rgb("#NATO"))⟧[UN] ⟦#f⟧(a, b: [UN])',
  ],
  ['typst', '⟦#let f(x) = g({\n  NATO\n\n  NATO\n}⟧)\nUN\n}\n⟦#{\n  NATO\n}⟧'],
  [
    'org',
    'UN ⟦=NATO=⟧ ⟦~NATO~⟧ ⟦[[https://NATO][⟧UN]]\n⟦#+begin_src py\nNATO\n#+end_src⟧\n⟦# NATO⟧',
  ],
  ['git-commit', 'UN ⟦`NATO`⟧\n\n⟦# NATO⟧\n⟦Signed-off-by: NATO <a@b.int>⟧'],
  ['git-commit', 'UN\n⟦# --- >8 ---\ndiff NATO\n+NATO⟧'],
  [
    'git-commit',
    'Post-war: UN\n\n⟦```\nNATO\n```⟧\n\n- UN\n    UN\n\n⟦    NATO\n⟧\n⟦Change-Id: NATO⟧',
  ],
  [
    'org',
    '* UN⟦ :NATO:⟧\n⟦CLOSED: [2025-01-01]⟧\n⟦:LOGBOOK:\nNATO\n:END:⟧\nUN ⟦<<NATO>>⟧ ⟦src_py{NATO}⟧',
  ],
  ['org', '⟦=a~NATO=⟧ ⟦$NATO^2$⟧, $5 and $6 ⟦@@html:<b>@@⟧UN ⟦\\begin{align}\nNATO\n\\end{align}⟧'],
  ['org', '⟦#+begin_html\nNATO\n#+end_html⟧\n⟦#+HEADER_1: NATO⟧'],
  ['org', ':UN:\nUN\n* UN\n:END:\nUN\n⟦:A:\nNATO\n:END:⟧'],
];

const quotations: readonly (readonly [language: string, expected: string])[] = [
  ['latex', 'a\n⟦\\begin{quote}\nKiev\n\\end{quote}⟧\nb'],
  ['html', 'a ⟦<blockquote>Kiev <b>x</b></blockquote>⟧ b'],
  ['html', '⟦<blockquote>a <blockquote>b</blockquote> <q>c</blockquote>⟧ d ⟦<q>e</q>⟧ f</q> g'],
  ['html', '⟦<q>a <!-- </q> --> b</q>⟧ c <q>d'],
  ['latex', 'a ⟦\\enquote{b \\emph{c} \\} d}⟧ {e} \\enquote{f'],
  ['latex', '⟦\\begin{quote}\na % \\end{quote}\n\\end{quote}⟧ b'],
  ['latex', '⟦\\textcquote[3]{key}{a}⟧ b ⟦\\foreigntextquote{german}{c}⟧ ⟦\\blockquote[d]{e}⟧'],
  ['asciidoc', 'a\n⟦____\nKiev\n____⟧\nb'],
  ['asciidoc', 'a\n⟦____\nb\n____⟧\nc\n\n⟦____\nd\n____⟧\ne'],
  ['asciidoc', '⟦____\na\n\n______\nb\n______\n\nc\n____⟧\nd\n\n⟦____\ne\n____⟧\nf'],
  ['asciidoc', '⟦____\na\n\n----\n____⟧\nb\n\n----\nc\n----\n\n⟦____\nd\n____⟧\ne'],
  ['asciidoc', '[quote, A]\n.Title\n⟦____\na\n\nb\n____⟧\nc\n\n⟦[verse]\nd\ne\n⟧\nf'],
  ['asciidoc', '[quote]\n⟦______\na\n\nb\n______⟧\nc\n\n____\nd'],
  ['restructuredtext', 'a\n\n⟦   Kiev\n\n⟧b'],
  ['restructuredtext', '⟦.. epigraph::\n\n   a\n\n⟧b\n\n⟦  c\n\n  d\n\n⟧e'],
  ['asciidoc', 'a\n\n⟦> b\n> c\n⟧\nd > e'],
  ['asciidoc', "a ⟦\"`b '`c`' d`\"⟧ e ⟦'`f`'⟧ Ann`'s g `\"h\"`"],
  ['asciidoc', '⟦[quote]\n--\na\n\nb\n--⟧\nc'],
  ['git-commit', 'a\n\n⟦> b\n> c\n⟧d'],
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
