import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { asOfText, entryHtml } from '../../../src/core/render/entryHtml';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { goodPack, parseSmallPack, smallPack } from '../pack';

const noTerms = createTermIndex([]);
const markdown = createPackMarkdown();

function htmlOf(id: string, pack = goodPack()): string {
  const library = createLibrary([pack], noTerms);
  const entry = library.entry(id);
  assert.ok(entry !== undefined, id);
  return entryHtml(library, markdown, entry);
}

describe('entryHtml', () => {
  it('shows short answer, sections, related entries and numbered sources in this order', () => {
    const html = htmlOf('bridges/topic/spans');
    const places = [
      'How far can',
      'A bridge reaches',
      'id="long-ones"',
      '<h2 id="_terms">Terms',
      '<h2 id="_events">Events',
      'id="source-1"',
      'id="source-2"',
    ];
    const at = places.map((place) => html.indexOf(place));
    assert.ok(
      at.every((place) => place >= 0),
      html,
    );
    assert.deepEqual(
      [...at].sort((a, b) => a - b),
      at,
    );
  });

  it('numbers a citation by the first place where its source is cited', () => {
    const html = htmlOf('bridges/topic/spans');
    assert.match(
      html,
      /contested<\/em><sup><a class="cite" id="cite-1-2" href="#source-1"[^>]*>1<\/a><\/sup><sup><a class="cite" id="cite-2-1" href="#source-2"[^>]*>2<\/a><\/sup>\./,
    );
  });

  it('links entries by id and section, and marks unconfirmed statements', () => {
    const html = htmlOf('bridges/topic/spans');
    assert.match(html, /<a href="#" data-entry="bridges\/term\/arch">arch<\/a>/);
    assert.match(
      html,
      /<a href="#" data-entry="bridges\/topic\/spans" data-anchor="long-ones">above<\/a>/,
    );
    assert.match(
      html,
      /<span class="statement unconfirmed">Few are counted\.<\/span> <span class="badge">unconfirmed<\/span>/,
    );
  });

  it('shows names, facts and discouraged forms of a term, but never a hidden label', () => {
    const html = htmlOf('bridges/term/arch');
    for (const part of ['arche', 'vault', 'discouraged', 'A bow is for arrows.', 'Built', '1200']) {
      assert.ok(html.includes(part), part);
    }
    assert.ok(!html.includes('archh'));
  });

  it('lists the events that belong to a term', () => {
    assert.match(
      htmlOf('bridges/term/arch'),
      /<h2 id="_events">Events<\/h2>.*The first arch is built/s,
    );
  });

  it('says of a source whose voice and whose copy it is', () => {
    const html = htmlOf('bridges/source/river-2025');
    assert.match(html, /State outlet\. Copy of a report by Wire\./);
  });

  it('dates topics and terms as of, and events by the day', () => {
    const { topics, events } = goodPack();
    assert.deepEqual([...topics, ...events].map(asOfText), [
      'As of 4 March 2025',
      'May 1100',
      '1200',
    ]);
  });

  it('leads from a source back to every place that cites it', () => {
    const html = htmlOf('bridges/topic/spans');
    const [, road = ''] = /<li id="source-1">(.*?)<\/li>/s.exec(html) ?? [];
    assert.deepEqual(
      [...road.matchAll(/class="back" href="#([^"]+)"/g)].map((match) => match[1]),
      ['cite-1-1', 'cite-1-2'],
    );
    for (const id of ['cite-1-1', 'cite-1-2']) assert.ok(html.includes(`id="${id}"`));
  });

  it('lists what mentions an entry', () => {
    const library = createLibrary([goodPack()], noTerms);
    const entry = library.entry('bridges/term/arch');
    assert.ok(entry !== undefined);
    const html = entryHtml(library, markdown, entry, ['bridges/topic/spans']);
    assert.match(
      html,
      /<h2 id="_mentions">Mentioned in<\/h2>.*data-entry="bridges\/topic\/spans"/s,
    );
  });

  it('leads to the topics before and behind', () => {
    const { pack } = parseSmallPack({
      'topics/arches.md': `---\nid: arches\ntitle: Arches\nquestion: Why arches?\nasOf: 2025-01-01\n---\nBecause.\n`,
    });
    assert.ok(pack !== undefined);
    assert.match(htmlOf('bridges/topic/spans', pack), /class="next".*Arches/);
    assert.match(htmlOf('bridges/topic/arches', pack), /class="previous".*Spans/);
    assert.doesNotMatch(htmlOf('bridges/topic/spans'), /class="neighbours"/);
  });

  it('gives every heading of the second level an id of its own', () => {
    for (const id of ['bridges/topic/spans', 'bridges/term/arch', 'bridges/overview/timeline']) {
      const ids = [...htmlOf(id).matchAll(/<h2([^>]*)>/g)].map((match) => match[1]);
      assert.ok(ids.length > 0);
      assert.ok(ids.every((each) => / id="[^"]+"/.test(each ?? '')));
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  const hostile = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[run](command:workbench.action.quit)',
    '[run](javascript:alert(1))',
    '[run](data:text/html,hi)',
    '[run](vbscript:x)',
    '![pic](https://example.org/x.png)',
    '<https://example.org>',
    '[x](https://example.org/"onclick="alert(1))',
    '`<b>` &lt;b&gt; <b onclick=x>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[a](term/arch"onclick="x)',
  ];
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text)} from coming to life`, () => {
      const topic = smallPack['topics/spans.md'] ?? '';
      const { pack } = parseSmallPack({
        'topics/spans.md': `${topic.replace('title: Spans', `title: ${JSON.stringify(text)}`)}\n${text}\n`,
      });
      assert.ok(pack !== undefined);
      const html = htmlOf('bridges/topic/spans', pack);
      // What is left when quoted attribute values are gone is the tags themselves.
      const tags = html.match(/<[a-z/][^>]*>/gi) ?? [];
      const known =
        /^<\/?(?:header|section|p|h1|h2|h3|a|em|sup|span|ul|ol|li|br|code)(?: (?:class|id|href|title|data-entry|data-anchor|aria-label|lang|data-vscode-context)="[^"<>]*")*>$/;
      for (const tag of tags) assert.match(tag, known);
      for (const href of html.matchAll(/href="([^"]*)"/g))
        assert.match(href[1] ?? '', /^(?:#|https:\/\/)/);
    });
  }
});
