import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { createLibrary } from '../../../src/core/packs/library';
import type { Term } from '../../../src/core/packs/pack';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { addPreviewTerms } from '../../../src/core/render/previewTerms';
import type { Mentions } from '../../../src/core/terms/mentions';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { goodPack } from '../pack';

const pack = goodPack();
const span: Term = {
  ...(pack.terms[0] as Term),
  id: 'bridges/term/span',
  title: 'Span',
  labels: [
    { text: 'long span', kind: 'preferred', lang: 'en' },
    { text: 'LSP', kind: 'alternative', lang: 'en' },
  ],
  definition: 'Wide "as" <b>this</b> & that',
};
const terms = [...pack.terms, span];
const library = createLibrary([{ ...pack, terms }], createTermIndex([buildTermPack(terms).pack]));
const markdown = createPackMarkdown();

/** The rendered text with `⟦ ⟧` for the marks of terms, and nothing else that is new. */
function rendered(text: string, mentions: Mentions = 'first'): string {
  const renderer = addPreviewTerms(createMarkdownIt(), () => ({ library, markdown, mentions }));
  return renderer
    .render(text)
    .replace(/<(?:dfn|abbr) class="aide-memoire-term"[^>]*>/g, '⟦')
    .replace(/<\/(?:dfn|abbr)>/g, '⟧')
    .trim();
}

const rows: readonly (readonly [string, string])[] = [
  ['An arch and a pier, an arch.', '<p>An ⟦arch⟧ and a ⟦pier⟧, an arch.</p>'],
  ['An *arch*, **piers**.', '<p>An <em>⟦arch⟧</em>, <strong>⟦piers⟧</strong>.</p>'],
  ['A long\nspan.', '<p>A ⟦long\nspan⟧.</p>'],
  ['A *long* span.', '<p>A <em>long</em> span.</p>'],
  [
    '`arch` [arch](x) ![arch](y)',
    '<p><code>arch</code> <a href="x">arch</a> <img src="y" alt="arch"></p>',
  ],
  [
    '> an arch\n\n- a pier',
    '<blockquote>\n<p>an ⟦arch⟧</p>\n</blockquote>\n<ul>\n<li>a ⟦pier⟧</li>\n</ul>',
  ],
  ['# Arch\n\nThe arch.', '<h1>⟦Arch⟧</h1>\n<p>The arch.</p>'],
  ['    arch\n\n```\npier\n```', '<pre><code>arch\n</code></pre>\n<pre><code>pier\n</code></pre>'],
  ['arch`x`pier', '<p>⟦arch⟧<code>x</code>⟦pier⟧</p>'],
  ['no term', '<p>no term</p>'],
  ['', ''],
];

describe('terms in a preview', () => {
  for (const [text, html] of rows) {
    it(`are marked in ${JSON.stringify(text)}`, () => {
      assert.equal(rendered(text), html);
    });
  }

  it('are marked at every mention, or nowhere, when asked', () => {
    assert.equal(rendered('arch arch', 'every'), '<p>⟦arch⟧ ⟦arch⟧</p>');
    assert.equal(rendered('arch arch', 'none'), '<p>arch arch</p>');
  });

  it('carry their definition as text, whatever stands in it', () => {
    const renderer = addPreviewTerms(createMarkdownIt(), () => ({
      library,
      markdown,
      mentions: 'first',
    }));
    const html = renderer.render('the LSP');
    assert.match(
      html,
      /<abbr class="aide-memoire-term" tabindex="0" title="Span: Wide &quot;as&quot; &lt;b&gt;this&lt;\/b&gt; &amp; that \(as of 4 March 2025\)">LSP<\/abbr>/,
    );
  });

  it('are left alone while there is no library', () => {
    const renderer = addPreviewTerms(createMarkdownIt(), () => undefined);
    assert.equal(renderer.render('arch'), '<p>arch</p>\n');
  });
});
