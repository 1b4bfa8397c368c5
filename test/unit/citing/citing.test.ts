import { expect } from 'chai';
import {
  bibliographiesOf,
  bibliographyKeys,
  resolvePath,
  updateBibliography,
  type BibliographyEntry,
  type BibliographyUpdate,
} from '../../../src/core/citing/bibliography';
import {
  cite,
  citedKeys,
  suitableFormat,
  type CitationFormat,
} from '../../../src/core/citing/citation';
import { formatBibEntry, formatReferences, toCslItem } from '../../../src/core/citing/references';
import type { Source } from '../../../src/core/packs/pack';
import { markdownProse } from '../../../src/core/prose/markdownProse';
import { markupProse } from '../../../src/core/prose/markupProse';

const source = (id: string, title: string): Source => ({
  ...{
    type: 'source',
    id: `bridges/source/${id}`,
    title,
    publisher: 'Road House',
    issued: '2024-05-06',
  },
  ...{ url: 'https://example.org/roads', stateOutlet: false },
  csl: {
    ...{
      id,
      type: 'article-newspaper',
      title,
      publisher: 'Road House',
      'container-title': 'Roads',
    },
    ...{ issued: { 'date-parts': [[2024, 5, 6]] }, URL: 'https://example.org/roads' },
    custom: { kind: 'newspaper' },
  },
});
const [road, river] = [source('road-2024', 'Roads & <b>ways</b>'), source('river-2025', 'Rivers')];

/** The text with every insertion made; `|` marks the cursors. */
function cited(
  format: CitationFormat,
  text: string,
  sources: readonly Source[],
  language = 'markdown',
): string {
  const plain = text.replaceAll('|', '');
  const offsets = text
    .split('|')
    .slice(0, -1)
    .reduce<number[]>((all, part) => [...all, (all.at(-1) ?? 0) + part.length], []);
  const references = sources.map(({ title }) => `${title}.`);
  let result = '';
  let at = 0;
  const insertions = cite(format, language, sources, references, plain, offsets);
  for (const { offset, text: inserted } of insertions) {
    result += plain.slice(at, offset) + inserted;
    at = offset;
  }
  return result + plain.slice(at);
}

describe('citing', () => {
  const table: readonly (readonly [CitationFormat, string, string])[] = [
    ['footnote', 'It is so|.\n', 'It is so[^river-2025].\n\n[^river-2025]: Rivers.\n'],
    ['footnote', 'It is so|.', 'It is so[^river-2025].\n\n[^river-2025]: Rivers.\n'],
    [
      'footnote',
      'So|.\r\n\r\n[^a]: A.\r\n',
      'So[^river-2025].\r\n\r\n[^a]: A.\r\n[^river-2025]: Rivers.\r\n',
    ],
    ['footnote', 'So|.\n\n[^river-2025]: Mine.\n', 'So[^river-2025].\n\n[^river-2025]: Mine.\n'],
    ['footnote', 'So.\n\n|', 'So.\n\n[^river-2025]\n\n[^river-2025]: Rivers.\n'],
    ['footnote', 'So.\n|', 'So.\n[^river-2025]\n\n[^river-2025]: Rivers.\n'],
    ['footnote', '|', '[^river-2025]\n\n[^river-2025]: Rivers.\n'],
    [
      'footnote',
      'So.\n\n[^a]: A.\n|',
      'So.\n\n[^a]: A.\n[^river-2025]\n\n[^river-2025]: Rivers.\n',
    ],
    ['pandoc', 'It is so|.', 'It is so [@river-2025].'],
    ['latex', 'It is so~|.', 'It is so~\\cite{river-2025}.'],
    ['apa', 'See |', 'See Rivers.'],
    ['newsroom', 'It is so, |.', 'It is so, according to Road House, 6 May 2024.'],
    ['newsroom', 'They met.|', 'They met, according to Road House, 6 May 2024.'],
    ['newsroom', 'They met. | Then', 'They met, according to Road House, 6 May 2024.  Then'],
    ['newsroom', 'They met ...|', 'They met ... according to Road House, 6 May 2024'],
    ['newsroom', 'Met.\n|', 'Met.\naccording to Road House, 6 May 2024'],
    ['newsroom', '|', 'according to Road House, 6 May 2024'],
    ['newsroom', '|\n', 'according to Road House, 6 May 2024\n'],
    ['newsroom', '\n|', '\naccording to Road House, 6 May 2024'],
    [
      'newsroom',
      '<p>They met.</p>|\n<p>b.|</p>',
      '<p>They met, according to Road House, 6 May 2024.</p>\n<p>b, according to Road House, 6 May 2024.</p>',
    ],
    [
      'newsroom',
      '<ul><li>They met</li></ul>|',
      '<ul><li>They met according to Road House, 6 May 2024</li></ul>',
    ],
    ['apa', '<p>They met.</p>|', '<p>They met. Rivers.</p>'],
    ['pandoc', 'They met.|', 'They met. [@river-2025]'],
    ['pandoc', 'a| b|', 'a [@river-2025] b [@river-2025]'],
  ];
  for (const [format, text, expected] of table) {
    it(`as ${format}: ${JSON.stringify(text)}`, () => {
      expect(cited(format, text, [river])).to.equal(expected);
    });
  }

  it('cites several sources at once', () => {
    expect(cited('pandoc', 'a|', [road, river])).to.equal('a [@road-2024; @river-2025]');
    expect(cited('latex', 'a|', [road, river])).to.equal('a \\cite{road-2024,river-2025}');
    expect(cited('footnote', 'a|', [road, river])).to.equal(
      'a[^road-2024][^river-2025]\n\n[^road-2024]: Roads & \\<b\\>ways\\</b\\>.\n[^river-2025]: Rivers.\n',
    );
  });

  const notedAlready = 'a [#river-2025]_\n\n.. [#river-2025] M.\n';
  const link = '<a href="https://example.org/roads">Road House, 6 May 2024</a>';
  const inLanguages: readonly (readonly [CitationFormat, string, string, string])[] = [
    ['footnote', 'asciidoc', 'a|', 'afootnote:river-2025[Rivers.]'],
    ['footnote', 'asciidoc', 'a|, b|', 'afootnote:river-2025[Rivers.], bfootnote:river-2025[]'],
    ['footnote', 'org', 'a|, b|', 'a[fn:river-2025: Rivers.], b[fn:river-2025]'],
    ['footnote', 'typst', 'a|', 'a#footnote[Rivers.]'],
    ['footnote', 'latex', 'a|', 'a\\footnote{Rivers.}'],
    ['footnote', 'restructuredtext', 'a|', 'a [#river-2025]_\n\n.. [#river-2025] Rivers.\n'],
    ['footnote', 'restructuredtext', 'a|\n\n.. [#river-2025] M.\n', notedAlready],
    ['pandoc', 'org', 'a|', 'a [cite:@river-2025]'],
    ['pandoc', 'typst', 'a|', 'a @river-2025'],
    ['pandoc', 'asciidoc', 'a|', 'a cite:[river-2025]'],
    ['pandoc', 'restructuredtext', 'a|', 'a :cite:`river-2025`'],
    ['newsroom', 'html', 'a|', `a according to ${link}`],
  ];
  for (const [format, language, text, expected] of inLanguages) {
    it(`in ${language} as ${format}: ${JSON.stringify(text)}`, () => {
      expect(cited(format, text, [river], language)).to.equal(expected);
    });
  }

  const formats: readonly (readonly [language: string, text: string, expected: CitationFormat])[] =
    [
      ['markdown', 'a', 'footnote'],
      ['markdown', '---\nbibliography: a.bib\n---\na', 'pandoc'],
      ['markdown', 'a\n---\nbibliography: a.bib\n---', 'footnote'],
      ['quarto', 'a', 'pandoc'],
      ['latex', 'a', 'latex'],
      ['plaintext', 'a', 'newsroom'],
      ['python', 'a', 'newsroom'],
      ['html', 'a', 'newsroom'],
      ['asciidoc', 'a', 'footnote'],
      ['org', 'a', 'footnote'],
      ['restructuredtext', 'a', 'footnote'],
      ['typst', 'a', 'footnote'],
    ];
  for (const [language, text, expected] of formats) {
    it(`suits ${language} with ${JSON.stringify(text)}: ${expected}`, () => {
      expect(suitableFormat(language, text)).to.equal(expected);
    });
  }

  const plain = markupProse('plaintext');
  it('finds the keys that a text cites', () => {
    const text = 'a [^b] and [@c; see @d.] \\parencite[see][3]{e, f} x@g.org \\cite{c} @h';
    expect(citedKeys(text, ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i'], plain)).to.deep.equal([
      ...['b', 'c', 'd', 'e', 'f', 'h'],
    ]);
  });

  const citing: readonly string[] = [
    '\\cites{x}{a}',
    '\\autocites[3]{x}[4]{a}',
    '\\textcites(x)(y)[1][2]{x}{a}',
    '\\citep*[a [b] c]{a}',
    '\\parencite\n[3]{a}',
    '\\cite {a}',
    '@{a}',
    '#cite(<a>)',
    'cite:[a]',
    ':cite:`a`',
    ':cite:p:`x,a`',
  ];
  for (const text of citing) {
    it(`sees that ${JSON.stringify(text)} cites`, () => {
      expect(citedKeys(`So ${text}.`, ['a', 'b'], plain)).to.deep.equal(['a']);
    });
  }

  const inMarkup: readonly (readonly [language: string, text: string])[] = [
    ['markdown', '`[@b]` [see @a, p. 3]\n\n```\n[@b] \\cite{b}\n```\n\n<!-- [@b] -->\n'],
    ['markdown', '[^c]: So [@a].\n\n    And <https://b.org/@b>, `[^b]`.\n\n[^b]: b\n'],
    ['markdown', '---\nnocite: "@a"\n---\n\n    [@b]\n'],
    ['latex', '% \\cite{b}\n\\emph{x \\cite{c,\n a}} \\begin{verbatim}\\cite{b}\\end{verbatim}'],
    ['org', '[cite/t:see @a; @c]\n# [cite:@b]\n=@b='],
    ['typst', '// @b\n`@b` @a[3] #figure(caption: [@c])'],
    ['restructuredtext', '.. :cite:`b`\n\n:cite:`a` ``:cite:`b```'],
    ['asciidoc', '// cite:[b]\ncite:[a]'],
    ['html', '<!-- [@b] --> <code>[@b]</code> [@a]'],
  ];
  for (const [language, text] of inMarkup) {
    it(`passes over code and comments of ${language}: ${JSON.stringify(text)}`, () => {
      const reader = language === 'markdown' ? markdownProse() : markupProse(language);
      expect(citedKeys(text, ['a', 'b'], reader)).to.deep.equal(['a']);
    });
  }

  it('reads a long hostile text at once', () => {
    for (const piece of ['\\cite[', '\\cite{', '[^', '@{', 'cite:[', '[[']) {
      const start = Date.now();
      citedKeys(piece.repeat(100_000), ['a'], plain);
      expect(Date.now() - start).to.be.lessThan(5000);
    }
  });
});

describe('references', () => {
  it('are formatted by a processor, in the order of the sources', () => {
    expect(formatReferences([river, road], 'apa')).to.deep.equal([
      'Rivers. (2024, May 6). Roads. https://example.org/roads',
      'Roads & ways. (2024, May 6). Roads. https://example.org/roads',
    ]);
    expect(formatReferences([river], 'chicago')[0]).to.match(
      /^Roads\. 2024\. “Rivers,” May 6, 2024\. https:\/\/example\.org\/roads\.$/,
    );
  });

  it('are entries of BibTeX and of BibLaTeX under the same key', () => {
    expect(formatBibEntry(river, 'bibtex')).to.match(/^@article\{river-2025,\n[^]*year = \{2024\}/);
    expect(formatBibEntry(river, 'biblatex')).to.match(
      /^@article\{river-2025,\n[^]*date = \{2024-05-06\}/,
    );
  });
});

describe('a source that has a remark, and a day on which it was read', () => {
  const noted: Source = {
    ...river,
    csl: { ...river.csl, note: 'Not read.', accessed: { 'date-parts': [[2026, 11, 23]] } },
  };

  it('is cited without the remark, and with the day once', () => {
    const entry = formatBibEntry(noted, 'biblatex');
    expect(entry).to.include('urldate = {2026-11-23}');
    expect(entry).not.to.match(/note|Not read/);
    expect(formatBibEntry(noted, 'bibtex')).to.include('note = {[Online; accessed 2026-11-23]}');
    expect(toCslItem(noted)).not.to.have.property('note');
    expect(toCslItem(noted)).to.have.property('accessed');
  });

  const { id } = noted;
  const key = 'river-2025';
  const forms = [
    ['bib', formatBibEntry(river, 'biblatex').replace(/,?\n\}$/, ',\n\tnote = {Not read.},\n}')],
    ['csl-json', JSON.stringify({ ...toCslItem(river), note: 'Not read.' })],
  ] as const;
  for (const [kind, former] of forms) {
    it(`loses the remark in a ${kind} that was written with it, unless somebody noted something there`, () => {
      const text =
        kind === 'bib' ? formatBibEntry(noted, 'biblatex') : JSON.stringify(toCslItem(noted));
      const written = updateBibliography(kind, '', [{ id, key, text: former }], () => true);
      if ('problem' in written) throw new Error(written.problem);
      expect(written.text).to.include('Not read.');
      const after = updateBibliography(kind, written.text, [{ id, key, text }], () => true);
      expect(after).to.deep.include({ updated: [key], left: [] });
      expect(after).to.have.property('text').that.does.not.include('Not read.');
      const mine = written.text.replace('Not read.', 'Not read. See page 4.');
      expect(updateBibliography(kind, mine, [{ id, key, text }], () => true)).to.deep.include({
        ...{ text: mine, updated: [], left: [key] },
      });
    });
  }
});

describe('a bibliography', () => {
  const bib = (each: Source): BibliographyEntry => ({
    ...{ id: each.id, key: each.id.split('/')[2] ?? '', text: formatBibEntry(each, 'biblatex') },
  });
  const json = (each: Source): BibliographyEntry => ({
    ...bib(each),
    text: JSON.stringify(toCslItem(each)),
  });
  const update = (
    kind: 'bib' | 'csl-json',
    text: string,
    entries: readonly BibliographyEntry[],
    removes = true,
  ) => {
    const result = updateBibliography(kind, text, entries, () => removes);
    if ('problem' in result) throw new Error(result.problem);
    return result;
  };
  const counts = ({ added, updated, removed, left }: BibliographyUpdate) =>
    [added, updated, removed, left].map((keys) => keys.join(' '));

  const others = {
    bib: '% mine\n@string{x = "y"}\n\n@book{mine,\n  title = {A {B} \\} c},\n}\n',
    'csl-json': '[\n    {"id": "mine", "title": "a ] } \\" b",   "note": [1,\n 2]}\n]\n',
  } as const;
  for (const [kind, entry] of [
    ['bib', bib],
    ['csl-json', json],
  ] as const) {
    describe(kind, () => {
      it('is begun, and is the same when nothing has changed', () => {
        const first = update(kind, '', [entry(road), entry(river)]);
        expect(counts(first)).to.deep.equal(['road-2024 river-2025', '', '', '']);
        const second = update(kind, first.text, [entry(road), entry(river)]);
        expect(counts(second)).to.deep.equal(['', '', '', '']);
        expect(second.text).to.equal(first.text);
      });

      it('keeps what others wrote to the letter', () => {
        const { text } = update(kind, others[kind], [entry(road)]);
        const [head] = others[kind].split(kind === 'bib' ? '\n\n\n' : '\n]');
        expect(text.startsWith(head ?? '')).to.equal(true);
        expect(counts(update(kind, text, []))).to.deep.equal(['', '', 'road-2024', '']);
        expect(update(kind, text, []).text.trimEnd()).to.equal(others[kind].trimEnd());
      });

      it('takes out what is cited no more, unless the file is shared', () => {
        const { text } = update(kind, '', [entry(road), entry(river)]);
        const after = update(kind, text, [entry(river)]);
        expect(counts(after)).to.deep.equal(['', '', 'road-2024', '']);
        expect(after.text).not.to.include('road-2024');
        expect(update(kind, text, [entry(river)], false).text).to.equal(text);
        if (kind === 'csl-json') expect(JSON.parse(after.text)).to.have.length(1);
      });

      it('renews its own entries, and leaves those that somebody has changed', () => {
        const { text } = update(kind, '', [entry(road), entry(river)]);
        const newer = { ...entry(road), text: entry(road).text.replace('Road House', 'New House') };
        expect(counts(update(kind, text, [newer, entry(river)]))[1]).to.equal('road-2024');
        const edited = text.replace('Rivers', 'Rivers, by hand');
        const after = update(kind, edited, [entry(road)]);
        expect(after.text).to.equal(edited);
        expect(counts(update(kind, edited, [entry(road), entry(river)]))[3]).to.equal('river-2025');
      });

      it('leaves a key that somebody else uses', () => {
        const taken = others[kind].replace('mine', 'road-2024').replace('mine', 'road-2024');
        const after = update(kind, taken, [entry(road)]);
        expect(after.text).to.equal(taken);
        expect(counts(after)[3]).to.equal('road-2024');
      });

      it('keeps the line ends of Windows', () => {
        const { text } = update(kind, others[kind].replaceAll('\n', '\r\n'), [entry(road)]);
        expect(text).not.to.match(/(?<!\r)\n/);
        expect(counts(update(kind, text, [entry(road)]))).to.deep.equal(['', '', '', '']);
      });
    });
  }

  it('stays a list whatever items go', () => {
    const { text } = update('csl-json', '', [json(road), json(river)]);
    const own = text.trim().slice(1, -1).trim();
    const mine = '{"id": "mine"}';
    const third = source('third', 'Third');
    const lists: readonly (readonly [string, readonly Source[], readonly string[]])[] = [
      [`[ ${mine}, ${own} ]`, [], ['mine']],
      [`[ ${own}, ${mine} ]`, [], ['mine']],
      [`[ ${own} ]`, [], []],
      [`[ ${own} ]`, [road], ['road-2024']],
      [`[ ${own} ]`, [river], ['river-2025']],
      [`[ ${own} ]`, [third], ['third']],
      [`[ ${mine}, ${own} ]`, [third, river], ['mine', 'river-2025', 'third']],
    ];
    for (const [list, entries, ids] of lists) {
      const after = update('csl-json', list, entries.map(json));
      const items = JSON.parse(after.text) as readonly { readonly id: string }[];
      expect(items.map(({ id }) => id)).to.deep.equal(ids, list);
    }
  });

  it('leaves an item in which somebody has noted something, or changed a space', () => {
    const { text } = update('csl-json', '', [json(road)]);
    const noted = text.replace('"custom": {', '"custom": { "my-note": "check p. 4",');
    const spaced = text.replace('"Roads &', '"Roads  &');
    for (const changed of [noted, spaced]) {
      expect(changed).not.to.equal(text);
      expect(update('csl-json', changed, []).text).to.equal(changed);
      expect(counts(update('csl-json', changed, [json(road)]))[3]).to.equal('road-2024');
    }
    expect(update('csl-json', '[null]', []).text).to.equal('[null]');
  });

  it('has the letters of every script', () => {
    const titles = ['Лавров назвал войска', 'Ελλάδα', '北约', 'Zürich & Łódź 50 %'];
    for (const title of titles.slice(0, 3)) {
      for (const dialect of ['bibtex', 'biblatex'] as const) {
        expect(formatBibEntry(source('a', title), dialect).replace(/[{}]/g, '')).to.include(title);
      }
    }
    expect(formatBibEntry(source('a', titles[3] ?? ''), 'biblatex')).to.match(
      /Zürich.*\\&.*Łódź.*\\%/,
    );
  });

  it('is left as it is where it does not parse', () => {
    expect(
      updateBibliography('bib', '@book{a,\n title = {b\n', [bib(road)], () => true),
    ).to.deep.equal({
      problem: 'line 1: a bracket is not closed',
    });
    expect(updateBibliography('csl-json', '{"a": 1}', [json(road)], () => true)).to.deep.equal({
      problem: 'it is not a list of items',
    });
    expect(updateBibliography('csl-json', '[{]', [json(road)], () => true)).to.have.property(
      'problem',
    );
  });

  const places: readonly (readonly [text: string, path: string, isShared: boolean])[] = [
    ['a', 'draft.bib', false],
    ['---\nbibliography: refs.bib\n---\n', 'refs.bib', true],
    ['---\ntitle: a\nbibliography:\n  - "b/refs.json"\n---\n', 'b/refs.json', true],
    ['\\addbibresource{x.bib}', 'x.bib', true],
    ['\\bibliography{x}', 'x.bib', true],
    ['---\nbibliography: "my refs.bib"\n---\n', 'my refs.bib', true],
    ['---\nbibliography: my refs.bib # shared\n---\n', 'my refs.bib', true],
    ["---\nbibliography: ['a b.bib', c.bib]\n---\n", 'a b.bib', true],
    ['---\nbibliography: # none\n  - a.bib\n---\n', 'a.bib', true],
    ['---\nbibliography: refs.yaml\n---\n', 'draft.bib', false],
    ['Text\n\n---\nbibliography: evil.bib\n---\n', 'draft.bib', false],
    ['% \\bibliography{old}\n\\bibliography{new}', 'new.bib', true],
    ['%\\addbibresource{old.bib}\n', 'draft.bib', false],
    ['\\addbibresource[datatype=bibtex]{x.bib}', 'x.bib', true],
  ];
  for (const [text, path, isShared] of places) {
    it(`of ${JSON.stringify(text)} is ${path}`, () => {
      const [place] = bibliographiesOf(text, 'draft.md', 'bib');
      expect([place?.path, place?.isShared]).to.deep.equal([path, isShared]);
    });
  }

  const several: readonly (readonly [name: string, text: string, paths: string])[] = [
    ['a.md', '---\nbibliography: [a.bib, b.json, c.yaml]\n---\n', 'a.bib b.json'],
    ['a.tex', '\\addbibresource{a.bib}\n\\addbibresource{b.bib}', 'a.bib b.bib'],
    ['a.tex', '\\bibliography{a, b.bib}', 'a.bib b.bib'],
    [
      'a.org',
      '#+title: a\n#+BIBLIOGRAPHY: "x/refs.bib"\n#+bibliography: b.bib\n',
      'x/refs.bib b.bib',
    ],
    ['a.org', '# #+bibliography: old.bib\n', 'a.bib'],
    ['a.typ', '#bibliography("refs.bib", style: "apa")', 'refs.bib'],
    ['a.typ', '#show: it(bibliography: bibliography(("a.bib", "b.yml", "c.bib")))', 'a.bib c.bib'],
    ['a.typ', '// #bibliography("old.bib")\nhttps://a.org', 'a.bib'],
    ['a.md', '#+bibliography: no.bib\n#bibliography("no.bib")', 'a.bib'],
  ];
  for (const [name, text, paths] of several) {
    it(`of ${name} with ${JSON.stringify(text)}: ${paths}`, () => {
      const places = bibliographiesOf(text, name, 'bib');
      expect(places.map(({ path }) => path).join(' ')).to.equal(paths);
    });
  }

  it('gets no key that another bibliography of the document has', () => {
    const { text } = update('bib', '', [bib(river)]);
    expect(bibliographyKeys('bib', text)).to.deep.equal(['river-2025']);
    expect(bibliographyKeys('csl-json', '{')).to.deep.equal([]);
    const after = updateBibliography(
      'bib',
      '',
      [bib(road), bib(river)],
      () => true,
      new Set(['river-2025']),
    );
    expect(after).to.deep.include({ added: ['road-2024'] });
  });

  it('keeps what another document needs', () => {
    const { text } = update('bib', '', [bib(road), bib(river)]);
    const after = updateBibliography('bib', text, [], (key) => key !== 'river-2025');
    expect(after).to.deep.include({ removed: ['road-2024'] });
  });

  const paths: readonly (readonly [
    path: string,
    document: string,
    expected: string | undefined,
  ])[] = [
    ['refs.bib', '/home/a/draft.md', '/home/a/refs.bib'],
    ['./b/../c/refs.bib', '/home/a/draft.md', '/home/a/c/refs.bib'],
    ['../refs.bib', '/draft.md', '/refs.bib'],
    ['~refs.bib', '/home/a/draft.md', '/home/a/~refs.bib'],
    ['/srv/refs.bib', '/home/a/draft.md', '/srv/refs.bib'],
    ['~/refs.bib', '/home/a/draft.md', undefined],
    ['~a/refs.bib', '/home/a/draft.md', undefined],
    ['https://example.org/refs.bib', '/home/a/draft.md', undefined],
    ['file:///refs.bib', '/home/a/draft.md', undefined],
    ['C:\\x\\refs.bib', '/home/a/draft.md', undefined],
    ['C:\\x\\refs.bib', '/d:/a/draft.md', '/C:/x/refs.bib'],
    ['C:/x/refs.bib', '/d:/a/draft.md', '/C:/x/refs.bib'],
    ['b\\refs.bib', '/d:/a/draft.md', '/d:/a/b/refs.bib'],
    ['/x/refs.bib', '/d:/a/draft.md', '/d:/x/refs.bib'],
    ['\\\\server\\x\\refs.bib', '/d:/a/draft.md', undefined],
  ];
  for (const [path, document, expected] of paths) {
    it(`${path} named in ${document} is ${String(expected)}`, () => {
      expect(resolvePath(path, document, true)).to.equal(expected);
    });
  }

  it('has no absolute path where the document is not on a disk', () => {
    expect(resolvePath('/refs.bib', '/a/draft.md', false)).to.equal(undefined);
    expect(resolvePath('refs.bib', '/a/draft.md', false)).to.equal('/a/refs.bib');
  });
});
