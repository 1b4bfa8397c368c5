import assert from 'node:assert/strict';
import type { LinkTarget } from '../../../src/core/packs/entryId';
import { createLibrary } from '../../../src/core/packs/library';
import { entryHtml, originHtml } from '../../../src/core/render/entryHtml';
import { htmlFile } from '../../../src/core/render/htmlFile';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { sectionMarkdown } from '../../../src/core/render/sectionMarkdown';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { goodPack, parseSmallPack } from '../pack';

const library = createLibrary([goodPack()], createTermIndex([]));

function entryOf(id: string) {
  const entry = library.entry(id);
  assert.ok(entry !== undefined);
  return entry;
}

function addressOf({ entryId, anchor }: LinkTarget): string {
  return `vscode://${entryId}${anchor === undefined ? '' : `#${anchor}`}`;
}

describe('sectionMarkdown', () => {
  it('writes a section with its sources as footnotes', () => {
    assert.equal(
      sectionMarkdown(library, entryOf('bridges/topic/spans'), addressOf, 'long-ones'),
      `## Long ones

The longest is *contested*[^road-2024][^river-2025].

[^road-2024]: Road House, “Roads”, 6 May 2024, https://example.org/roads.
[^river-2025]: “Rivers”, 2025.
`,
    );
  });

  it('writes marks in brackets, and links with the entries’ addresses', () => {
    assert.equal(
      sectionMarkdown(library, entryOf('bridges/topic/spans'), addressOf, 'short-ones'),
      '## Short ones\n\nFew are counted. (unconfirmed) See [above](vscode://bridges/topic/spans#long-ones).\n',
    );
  });

  it('writes a whole entry without an anchor', () => {
    const text = sectionMarkdown(library, entryOf('bridges/topic/spans'), addressOf) ?? '';
    assert.match(
      text,
      /^## Spans\n\nA bridge reaches.*## Long ones.*## Short ones.*\[\^road-2024\]: /s,
    );
    assert.match(
      sectionMarkdown(library, entryOf('bridges/term/arch'), addressOf) ?? '',
      /^A curved part/,
    );
  });

  it('keeps a link within a marked statement, a source’s own address, and the words of a link to nothing', () => {
    const { pack } = parseSmallPack({
      'topics/spans.md': `---\nid: spans\ntitle: Spans\nquestion: How far?\nasOf: 2025-03-04\n---\n[An [arch](term/arch) [@road-2024].]{.disputed} [Roads](source/road-2024), [gone](term/gone).\n`,
    });
    assert.ok(pack !== undefined);
    const other = createLibrary([pack], createTermIndex([]));
    const entry = other.entry('bridges/topic/spans');
    assert.ok(entry !== undefined);
    assert.match(
      sectionMarkdown(other, entry, addressOf) ?? '',
      /An \[arch\]\(vscode:\/\/bridges\/term\/arch\)\[\^road-2024\]\. \(disputed\) \[Roads\]\(https:\/\/example\.org\/roads\), gone\.\n/,
    );
  });

  it('writes nothing for a section that is not there', () => {
    assert.equal(
      sectionMarkdown(library, entryOf('bridges/topic/spans'), addressOf, 'other'),
      undefined,
    );
  });
});

describe('htmlFile', () => {
  it('has the text and its sources, and nothing that leads into the product or runs', () => {
    const entry = entryOf('bridges/topic/spans');
    const body = entryHtml(library, createPackMarkdown(), entry);
    const html = htmlFile(
      'en',
      'Spans <b>',
      'Bridges. As of 4 March 2025.',
      body,
      'p{}</style><b>',
    );
    assert.match(html, /<title>Spans &#60;b&#62;<\/title>/);
    assert.match(html, /as far as its arch<sup>/);
    assert.match(
      html,
      /<h1>Spans<\/h1>[^/]*<\/p><p class="origin">Bridges\. As of 4 March 2025\.<\/p><\/header>/,
    );
    assert.match(html, /<li id="source-1">/);
    assert.doesNotMatch(html, /data-entry|data-vscode-context|<script/);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
  });
});

describe('the file of a table', () => {
  it('has no buttons, and lets the table scroll', () => {
    const pledges = `- id: first\n  party: North bank\n  stance: might send\n  statement: Stone.\n  date: 2024-01-02\n  speaker: A mayor\n`;
    const { pack } = parseSmallPack({ 'pledges.yaml': pledges });
    assert.ok(pack !== undefined);
    const other = createLibrary([pack], createTermIndex([]));
    const entry = other.entry('bridges/overview/pledges');
    assert.ok(entry !== undefined);
    const body = entryHtml(other, createPackMarkdown(), entry);
    const html = htmlFile('en', 'Pledges', originHtml(other, entry), body, '');
    assert.doesNotMatch(html, /<button/);
    assert.match(
      html,
      /<div class="scroll"><table.*<th scope="col"[^>]*>Who<\/th>.*<\/table><\/div>/s,
    );
    assert.match(html, /<p class="origin">Bridges\. As of 1 January 2026\.<\/p><\/header>/);
  });
});

describe('a statement of a page', () => {
  it('has its words, each source once, and its doubts', () => {
    const { pack } = parseSmallPack({
      'topics/spans.md': `---\nid: spans\ntitle: Spans\nquestion: How far?\nasOf: 2025-03-04\n---\nFar [@road-2024]. [Not seen.]{.unconfirmed} Farther [@road-2024; @river-2025].\n`,
    });
    assert.ok(pack !== undefined);
    const other = createLibrary([pack], createTermIndex([]));
    const entry = other.entry('bridges/topic/spans');
    assert.ok(entry !== undefined);
    const html = entryHtml(other, createPackMarkdown(), entry);
    const [, context = ''] = /data-vscode-context="([^"]*)"/.exec(html) ?? [];
    const unescaped = context.replace(/&(?:#34|quot);/g, '"').replaceAll('&amp;', '&');
    assert.deepEqual(JSON.parse(unescaped), {
      webviewSection: 'statement',
      entryId: 'bridges/topic/spans',
      sources: ['bridges/source/road-2024', 'bridges/source/river-2025'],
      text: 'Far. Not seen. (unconfirmed) Farther.',
      citations: [
        { at: 3, sources: ['bridges/source/road-2024'] },
        { at: 36, sources: ['bridges/source/road-2024', 'bridges/source/river-2025'] },
      ],
    });
  });
});
