import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { createLibrary } from '../../../src/core/packs/library';
import type { Label, Term } from '../../../src/core/packs/pack';
import { termCard } from '../../../src/core/render/entryMarkdown';
import { entryTooltip } from '../../../src/core/render/entryTooltip';
import { escapeMarkdown, safeUrl } from '../../../src/core/render/escape';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { inLanguage } from '../language';
import { goodPack } from '../pack';

const markdown = createPackMarkdown();
const library = createLibrary([goodPack()], createTermIndex([]));

function cardOf(term: Term, label: Label | undefined): string {
  assert.ok(label !== undefined);
  return termCard(library, markdown, term, label, 'command:open');
}

describe('termCard', () => {
  it('has term, kind, definition, date, sources and the one command', () => {
    const arch = library.entry('bridges/term/arch') as Term;
    assert.equal(
      cardOf(arch, arch.labels[0]),
      [
        '**Arch** · Part',
        'A curved part that carries weight\\.',
        '*As of 4 March 2025*',
        'Sources: [Road House, 6 May 2024](https://example.org/roads) · 2025',
        '[Open in reference](command:open)',
      ].join('\n\n'),
    );
  });

  it('says that an unconfirmed definition is unconfirmed', () => {
    const pier = library.entry('bridges/term/pier') as Term;
    assert.match(cardOf(pier, pier.labels[0]), /As of 1 January 2025 · Unconfirmed/);
  });

  it('says so when only a part of it is', () => {
    const pier = library.entry('bridges/term/pier') as Term;
    const mixed = {
      ...pier,
      definition: 'Stands in the water [@road-2024]. [Often.]{.unconfirmed}',
    };
    assert.match(cardOf(mixed, pier.labels[0]), /Unconfirmed in part/);
  });

  it('gives guidance on a contested word, and says what of it is unconfirmed', () => {
    const pier = library.entry('bridges/term/pier') as Term;
    const sure = { ...pier, contested: 'Masons say *pile* [@road-2024].' };
    assert.match(
      cardOf(sure, pier.labels[0]),
      /\n\n\*\*A contested word\.\*\* Masons say pile\\\.\n\n/,
    );
    const unsure = { ...pier, contested: '[Masons say <b>pile</b>.]{.unconfirmed}' };
    assert.match(
      cardOf(unsure, pier.labels[0]),
      /Masons say &lt;b&gt;pile&lt;\/b&gt;\\\. \*Unconfirmed\.\*\n\n/,
    );
  });

  it('explains a discouraged form', () => {
    const arch = library.entry('bridges/term/arch') as Term;
    const bow = arch.labels.find((label) => label.kind === 'discouraged');
    assert.match(
      cardOf(arch, bow),
      /Discouraged form: “bow”\. A bow is for arrows\\\. Write “Arch”\./,
    );
  });
});

describe('escapeMarkdown', () => {
  const hostile = [
    '[x](command:workbench.action.quit)',
    '![x](https://example.org/x.png)',
    '<img src=x>',
    '<command:x>',
    'https://example.org',
    '**b** _i_ `c` ~~s~~',
    '# head',
    '- list\n- list',
    '1. list',
    '| a | b |\n|---|---|\n| c | d |',
    '$(zap) icon',
    '&lt;b&gt;',
    '```\ncode\n```',
    '> quote',
    '[x][y]\n\n[y]: command:x',
    '\\[x](y)',
    '    indented',
    '@name :emoji:',
  ];
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as it stands`, () => {
      const html = createMarkdownIt('default', { html: true, linkify: false }).render(
        `x${escapeMarkdown(text)}`,
      );
      const shown = html
        .replace(/^<p>|<\/p>\n$/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      assert.equal(shown, `x${text.replace(/\s+/g, ' ')}`);
    });
  }
});

describe('safeUrl', () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org/a(b)"c', 'http://example.org/a%28b%29%22c'],
    ['https://example.org/a%20b', 'https://example.org/a%20b'],
    ['javascript:alert(1)', undefined],
    ['command:x', undefined],
    ['//example.org', undefined],
    ['https://exa mple.org', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [url, expected] of cases) {
    it(`takes ${String(url)} as ${String(expected)}`, () => {
      assert.equal(safeUrl(url), expected);
    });
  }
});

describe('entryTooltip', () => {
  it('asks a topic’s question and dates it', () => {
    const topic = library.entry('bridges/topic/spans');
    assert.ok(topic !== undefined);
    assert.equal(
      entryTooltip(library, markdown, topic),
      '**How far can a bridge reach?**\n\nTopic · As of 4 March 2025\n\nA bridge reaches as far as its arch\\.',
    );
  });

  it('ends each sentence on a source with one stop, also behind a date that ends in one', () => {
    const source = library.entry('bridges/source/river-2025');
    assert.ok(source?.type === 'source');
    const dated = { ...source, issued: '2025-03-04' };
    assert.match(
      entryTooltip(library, markdown, dated),
      /\n\n4 March 2025\\\. State outlet\\\. Copy of a report by Wire\\\.$/,
    );
    assert.match(
      inLanguage('uk', () => entryTooltip(library, markdown, dated)),
      /\n\n4 березня 2025 р\\\. Державне медіа\\\. /u,
    );
  });
});
