import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { entryHtml } from '../../../src/core/render/entryHtml';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import type { TimelineLegend } from '../../../src/core/render/timelineHtml';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { inLanguage } from '../language';
import { parseSmallPack, smallPack } from '../pack';

const markdown = createPackMarkdown();

function htmlOf(kind: string, changes: Readonly<Record<string, string>> = {}): string {
  const { pack, problems } = parseSmallPack(changes);
  assert.deepEqual(problems, []);
  assert.ok(pack !== undefined);
  const library = createLibrary([pack], createTermIndex([]));
  const entry = library.entry(`bridges/overview/${kind}`);
  assert.ok(entry !== undefined, kind);
  return entryHtml(library, markdown, entry);
}

const polls = `- id: two-banks
  pollster: Ask & Co
  client: The <b>Gazette</b>
  fieldwork: 2025-02-01/2025-02-03
  country: FR
  question: Is a bridge wanted?
  wording: as asked
  series: banks
  sample: 1009
  answers: [{ answer: 'Yes', share: 49.5 }, { answer: 'No', share: 44 }]
  sources: [road-2024]
- id: two-banks-de
  pollster: Ask & Co
  published: 2025-02-05
  country: DE
  question: Is a bridge wanted?
  wording: as asked
  series: banks
  answers: [{ answer: 'Yes', share: 60 }]
  sources: [road-2024]
`;

const pledges = `- id: first
  party: North bank
  stance: might send
  statement: Stone "may" come [@road-2024].
  date: 2024-01-02
  speaker: A mayor
  sources: [road-2024]
- id: second
  party: North bank
  stance: would send
  statement: Stone comes with the [arch](term/arch).
  condition: Dry weather.
  date: 2025-01-02
  speaker: Another mayor
  sources: [river-2025]
  supersedes: first
- id: third
  party: Ferry
  stance: will not send
  statement: Nothing comes.
  date: 2025-03-02
  speaker: The ferryman
`;

describe('the timeline’s page', () => {
  it('names an event’s link by date and title', () => {
    assert.match(htmlOf('timeline'), /aria-label="1200: The first arch is built\.?">1200</);
  });

  it('lists events by year, newest year first, with what the picture needs', () => {
    const html = htmlOf('timeline');
    assert.deepEqual(
      [...html.matchAll(/<h2 id="_(\d+)"/g)].map((match) => match[1]),
      ['1200', '1100'],
    );
    assert.match(
      html,
      new RegExp(
        `<li id="earlier" data-event="bridges/event/earlier" data-from="${String(Date.UTC(1100, 4, 1))}" data-to="${String(Date.UTC(1100, 5, 1) - 1)}" data-lanes="" data-kind="">`,
      ),
    );
  });

  it('says which topics and kinds there are', () => {
    const html = htmlOf('timeline', {
      'pack.yaml': `${smallPack['pack.yaml'] ?? ''}eventKinds:\n  - { id: work, one: Building work, many: Building works, icon: tools }\n`,
      'timeline.yaml': `- id: first-arch\n  date: 1200\n  kind: work\n  text: The first arch.\n  topics: [spans]\n- id: other\n  date: 1300\n  text: Other.\n`,
    });
    const [, json = ''] = /data-timeline="([^"]*)"/.exec(html) ?? [];
    const legend = JSON.parse(json.replaceAll('&#34;', '"')) as TimelineLegend;
    assert.deepEqual(legend, {
      lanes: [
        { id: 'bridges/topic/spans', title: 'Spans' },
        { id: '', title: 'No topic' },
      ],
      kinds: [
        { id: 'work', title: 'Building work' },
        { id: '', title: 'Event' },
      ],
    });
  });
});

describe('the page of polls', () => {
  const html = htmlOf('polls', { 'polls.yaml': polls });

  it('has one chart for a question, with its bars and a table', () => {
    assert.equal([...html.matchAll(/<section class="chart"/g)].length, 1);
    assert.equal([...html.matchAll(/<figure/g)].length, 2);
    assert.match(html, /<h2 id="two-banks">Is a bridge wanted\?<\/h2>/);
    assert.match(html, /<rect class="share" width="49.5" height="8"\/>/);
    assert.match(html, /<th scope="row">Germany<\/th><td>60\u00a0%<\/td><td>–<\/td>/);
  });

  it('names pollster, client, dates, sample and source under each', () => {
    assert.match(
      html,
      /Ask &#38; Co for The &#60;b&#62;Gazette&#60;\/b&#62;, 1 to 3 February 2025, 1,009 people\.<sup>/,
    );
    assert.match(html, /published 5 February 2025/);
  });

  it('has bars that are all alike, for no colour can say which answers belong together', () => {
    const pictures = [...html.matchAll(/<svg [^>]*class="([^"]*)"/g)].map((match) => match[1]);
    assert.deepEqual(new Set(pictures), new Set(['bar-picture']));
  });

  it('ends what stands under each with one stop, also behind a date that ends in one', () => {
    const inUkrainian = inLanguage('uk', () => htmlOf('polls', { 'polls.yaml': polls }));
    assert.match(inUkrainian, /опубліковано: 5 лютого 2025\sр\.<sup>/);
  });
});

describe('the page of pledges', () => {
  const html = htmlOf('pledges', { 'pledges.yaml': pledges });

  it('says by which column it is sorted', () => {
    assert.equal(html.split('aria-sort').length, 2);
    assert.match(html, /<th scope="col" aria-sort="ascending"><button[^>]*>Who</);
  });

  it('has a row for each pledge that stands, by party, with the earlier ones folded into it', () => {
    assert.deepEqual(
      [...html.matchAll(/<tr id="([^"]+)"/g)].map((match) => match[1]),
      ['third', 'second'],
    );
    assert.match(
      html,
      /<summary>Earlier: 1<\/summary><ul><li>2 January 2024, A mayor: might send\./,
    );
  });

  it('has the condition in the cell, links, and a mark where no source is named', () => {
    assert.match(html, /<\/sup> <span class="condition">Condition: Dry weather\.<\/span>/);
    assert.match(html, /data-entry="bridges\/term\/arch">arch<\/a>/);
    assert.match(html, /Nothing comes\. <span class="badge">unconfirmed<\/span>/);
  });

  it('has keys to sort by', () => {
    assert.match(html, /data-sort="2025-01-02">2 January 2025/);
    assert.match(html, /data-sort="Another mayor"/);
  });

  it('does not go round in a circle of pledges', () => {
    const circle = pledges.replace(
      '  sources: [road-2024]\n- id: second',
      '  supersedes: second\n- id: second',
    );
    assert.doesNotMatch(htmlOf('pledges', { 'pledges.yaml': circle }), /id="second"/);
  });
});
