import { expect } from 'chai';
import fc from 'fast-check';
import { markdownProse } from '../../../src/core/prose/markdownProse';
import { runToEnd } from '../../../src/core/terms/steps';
import { marked } from './marked';

const reader = markdownProse();

/** What no term is looked for in stands between ⟦ and ⟧. */
const table: readonly (readonly [what: string, expected: string])[] = [
  ['code spans', 'a ⟦`NATO`⟧ b ⟦``x ` NATO``⟧ c'],
  ['code spans over two lines', '- item\n  a ⟦`NATO\n  x`⟧ b'],
  ['a lone backtick is text', 'a ` NATO'],
  ['fenced code', 'a\n\n⟦```py\nNATO\n```\n⟧b'],
  ['fenced code that never ends', 'a\n\n⟦```\nNATO\n⟧'],
  ['fenced code in a list', '- a\n\n⟦  ~~~\n  NATO\n  ~~~\n⟧- b'],
  ['indented code', 'a\n\n⟦    NATO\n⟧\nb'],
  ['front matter', '⟦---\ntitle: NATO\n---\n⟧NATO'],
  ['a rule is no front matter', 'a\n\n⟦---\n⟧NATO'],
  ['nor is one that begins a text', '⟦---\n⟧\nNATO\n\n⟦---\n⟧\nUN'],
  ['attributes of pictures', '⟦![a](b){width=50%}⟧ UN'],
  ['link targets', '[NATO⟦](https://nato.int "NATO")⟧ and [NATO⟦][un]⟧'],
  ['defined link targets', 'a\n\n⟦[un]: https://un.org/UN "UN"\n⟧\nb'],
  ['pictures', 'a ⟦![NATO](nato.png)⟧ b'],
  [
    'addresses',
    'See ⟦https://nato.int/NATO⟧, ⟦<https://un.org>⟧, ⟦www.nato.int⟧ or ⟦press@nato.int⟧.',
  ],
  ['HTML tags', 'the ⟦<abbr title="NATO">⟧NATO⟦</abbr>⟧ said'],
  ['blocks of HTML', '⟦<div class="NATO">⟧\nNATO ⟦<code>NATO</code⟧>\n⟦</div>⟧\n'],
  [
    'attributes of HTML',
    '⟦<blockquote cite="NATO">⟧\nUN ⟦<q cite="NATO">⟧UN⟦</q>⟧\n⟦</blockquote>⟧',
  ],
  ['elements of code in one that never ends', '⟦<q>⟧ a ⟦<kbd><kbd>UN</kbd></kbd>⟧ b'],
  ['comments', 'a ⟦<!-- NATO -->⟧ b'],
  ['formulas', 'cost ⟦$NATO^2$⟧ and ⟦$$\nUN\n$$⟧ but $5 and $6'],
  ['citations of Pandoc', 'said ⟦[see @nato2020, p. 3; -@un45]⟧ and ⟦@doe99⟧'],
  ['cells', '| NATO | ⟦`NATO`⟧ |\n⟦|---|---|\n⟧| ⟦`a`⟧ | a |\n'],
  [
    'cells with pipes',
    '| NATO | UN |\n⟦|---|---|\n⟧| a \\| NATO ⟦`UN \\| NATO`⟧ b | ⟦`UN`⟧ \\| |\n',
  ],
  ['footnotes', 'a⟦[^UN]⟧\n\n⟦[^UN]:⟧ NATO\n\n    UN ⟦`NATO`⟧\n\n- b ⟦[^c]⟧\n\n  ⟦[^c]:⟧ UN\n\nd'],
  ['what sites are made with', '⟦{{< a "NATO" >}}⟧ UN ⟦{% NATO %}⟧ ⟦{/* NATO */}⟧ {UN}'],
  [
    'formulas of LaTeX',
    'a ⟦\\(NATO\\)⟧ b ⟦\\[\nNATO\n\\]⟧\n⟦\\begin{align*}\nNATO\n\\end{align*}⟧ UN',
  ],
  ['headings', '# NATO ⟦`NATO`⟧ #\n\nUN\n⟦==\n⟧'],
  ['block quotations', '> NATO ⟦`NATO`⟧\n> b\n'],
  ['quotations in lists', '- a\n  > b ⟦`NATO`⟧ c\n'],
  ['line ends of Windows', 'a ⟦`NATO`⟧\r\nb ⟦`UN`⟧\r\n\r\n⟦```\r\nNATO\r\n```\r\n⟧c'],
  ['mixed line ends', 'a ⟦`NATO`⟧\rb\r\n⟦`UN`⟧\n\n⟦    code\r⟧\rc ⟦`x`⟧'],
  ['emphasis is prose', '**NATO** and _UN_'],
  ['escapes', 'a \\`NATO` b'],
];

/** What is somebody else's words stands between ⟦ and ⟧. */
const quotations: readonly (readonly [what: string, expected: string])[] = [
  [
    'block quotations, with lines that belong to them without a sign',
    'a\n\n⟦> b\n> c\nlazy\n⟧\nd\n\n- e\n⟦  > f\n⟧',
  ],
  ['those of HTML, over blank lines', '⟦<blockquote cite="a">\n\nb\n\nc\n\n</blockquote>⟧\n\nd'],
  [
    'those within others',
    '⟦<blockquote>\n\n> a\n\n<blockquote>\nb</blockquote>\n\nc </blockquote>⟧ d',
  ],
  [
    'those in a line or an item',
    'a ⟦<blockquote>b</blockquote>⟧\n\n- ⟦<blockquote>\n\n  a</blockquote>⟧',
  ],
  ['none that never ends', '<blockquote>\n\na\n\n⟦<blockquote>b</blockquote>⟧'],
  ['none that never begins', 'a\n\n</blockquote>\n\nb\n\n⟦<blockquote>\n\nc</blockquote>⟧'],
  ['no tags in code or comments', '`<blockquote>` a\n\n<!-- <blockquote> -->\n\n</blockquote>'],
  ['no notes and warnings', '> [!NOTE]\n> a\n\n⟦> [!quote]\n> b\n⟧\n- > [!tip] a\n  > b'],
  ['elements in a line', 'a <q>⟦b⟧</q> <cite>⟦c⟧</cite>'],
];

describe('Markdown', () => {
  for (const [what, expected] of table) {
    it(`is no prose: ${what}`, () => {
      const text = expected.replace(/[⟦⟧]/g, '');
      expect(marked(text, runToEnd(reader.read(text)).exclude)).to.equal(expected);
    });
  }

  for (const [what, expected] of quotations) {
    it(`quotes ${what}`, () => {
      const text = expected.replace(/[⟦⟧]/g, '');
      expect(marked(text, runToEnd(reader.read(text)).quoted)).to.equal(expected);
    });
  }

  const line = fc.constantFrom(
    ...[
      'NATO and `UN`',
      '> quoted',
      '- item',
      '  more',
      '    code `x',
      '```',
      '~~~ py',
      '',
      '',
      '---',
    ],
    ...[
      '# head',
      '| a | `b` |',
      '|---|---|',
      '<div>',
      '</div>',
      '<!-- c',
      '-->',
      '[a]: http://b',
      'x [a] and [a][]',
      '===',
    ],
    ...['1. one', '\tb', '$$', 'x `a', 'b` [c](d)', '> > deep', 'a <b>c</b>', '@key', '...'],
    ...['<blockquote>', '</blockquote>', '<blockquote>a</blockquote>', 'a <blockquote> b </q>'],
    ...['[^a]: b', '[^b]:', '    > deep', '> [!NOTE]', '| a \\| `b` |', '{/* a', '*/}'],
  );
  const lines = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([all, end]) => all.join(end));

  it('reads after an edit what it reads afresh', () => {
    const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(12), fc.oneof(lines, line)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, edits, (first, changes) => {
        let text = first;
        let prose = runToEnd(reader.read(text));
        for (const [at, length, inserted] of changes) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + inserted + text.slice(end);
          prose = reader.update(prose, text, { start, end, inserted });
          const afresh = runToEnd(reader.read(text));
          expect(marked(text, prose.exclude)).to.equal(marked(text, afresh.exclude));
          expect(marked(text, prose.quoted)).to.equal(marked(text, afresh.quoted));
        }
      }),
      { numRuns: process.env['CI'] === undefined ? 300 : 3000 },
    );
  });

  it('reads a paragraph of very many lines in one pass', function () {
    this.timeout(20_000);
    const { exclude } = runToEnd(reader.read('`a`\n'.repeat(200_000)));
    expect(exclude).to.have.length(200_000);
  });

  it('reads a long text by parts as it reads it whole', () => {
    const part =
      '# Head\n\nNATO and `UN` [a](b).\n\n- one\n\n  two `x`\n\n> q\n\n```\ncode\n```\n\n';
    const text = part.repeat(2000);
    const once = runToEnd(reader.read(part)).exclude.length;
    expect(runToEnd(reader.read(text)).exclude).to.have.length(once * 2000);
  });
});
