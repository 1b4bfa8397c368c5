import assert from 'node:assert/strict';
import { brief } from '../../../src/core/drafts/brief';
import type { UsedTerm } from '../../../src/core/drafts/usedTerms';
import { createLibrary } from '../../../src/core/packs/library';
import { titleInDocument } from '../../../src/core/packs/overviews';
import type { Entry } from '../../../src/core/packs/pack';
import { citationText } from '../../../src/core/render/citationText';
import { entryDocument } from '../../../src/core/render/entryDocument';
import { entryHtml } from '../../../src/core/render/entryHtml';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { sectionMarkdown } from '../../../src/core/render/sectionMarkdown';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { inLanguage } from '../language';
import { parseSmallPack, smallPack } from '../pack';

const markdown = createPackMarkdown();

const files = {
  'terms/more.yaml': `- id: ford
  kind: part
  prefLabel: { en: Ford }
  definition: 'A shallow place [@road-2024]. [It is wet.]{.unconfirmed} [Or [dry](term/pier).]{.disputed}'
  asOf: 2025-03~
`,
  'polls.yaml': `- id: wanted
  pollster: Ask
  client: Gazette
  published: 2025-02-05
  country: DE
  question: Is a bridge wanted?
  sample: 1009
  answers: [{ answer: 'Yes', share: 49.5 }]
  sources: [road-2024]
- id: missed
  pollster: Ask
  fieldwork: 2025-02-01/2025-02-03
  country: FR
  question: Is a bridge missed?
  answers: [{ answer: 'No', share: 44 }]
  sources: [road-2024]
`,
  'pledges.yaml': `- id: first
  party: North bank
  stance: might send
  statement: Stone may come [@road-2024].
  date: 2024-01-02
  speaker: A mayor
  sources: [road-2024]
`,
  'timeline.yaml': `${smallPack['timeline.yaml'] ?? ''}- id: rumour
  date: 2025-12-28/2026-01-03
  text: '[An arch falls [@road-2024].]{.unconfirmed}'
  terms: [arch, ford]
`,
};

/** Everything that can be copied or inserted, by where it comes from. */
function documents(): Readonly<Record<string, string>> {
  const { pack, problems } = parseSmallPack(files);
  assert.ok(pack !== undefined);
  assert.deepEqual(problems, []);
  const library = createLibrary([pack], createTermIndex([]));
  const used = pack.terms.map((term): UsedTerm => ({
    ...{ entryId: term.id, term, count: 1, notes: ['not explained', 'out of date', 'contested'] },
    first: { start: 0, end: 4, entryId: term.id, label: { text: 'x', kind: 'hidden', lang: '' } },
  }));
  const statements = (entry: Entry): string =>
    [...entryHtml(library, markdown, entry).matchAll(/data-vscode-context="([^"]*)"/g)].join('\n');
  const entries: readonly Entry[] = library.entries([
    ...[...pack.topics, ...pack.terms, ...pack.events, ...pack.sources].map(({ id }) => id),
    ...['timeline', 'polls', 'pledges'].map((kind) => `bridges/overview/${kind}`),
  ]);
  return Object.fromEntries([
    ['brief', brief(library, markdown, 'draft.md', used)],
    ...entries.flatMap((entry) => [
      [`title of ${entry.id}`, titleInDocument(entry)],
      [`citation of ${entry.id}`, citationText(library, markdown, entry)],
      [`text of ${entry.id}`, entryDocument(library, markdown, entry)],
      [`section of ${entry.id}`, sectionMarkdown(library, entry, ({ entryId }) => entryId) ?? ''],
      [`statements of ${entry.id}`, statements(entry)],
    ]),
  ]) as Readonly<Record<string, string>>;
}

describe('what goes into a document', () => {
  const english = documents();

  for (const language of ['de', 'fr', 'uk'] as const) {
    it(`is the same where the interface is in ${language}`, () => {
      assert.deepEqual(inLanguage(language, documents), english);
    });
  }

  it('has the product’s own words in it', () => {
    assert.match(english['brief'] ?? '', /\(as of about March 2025 · unconfirmed in part\)/);
    assert.match(
      english['citation of bridges/overview/polls'] ?? '',
      /^Opinion polls \(Bridges, as of 1 January 2026\)\./,
    );
    assert.match(
      english['statements of bridges/overview/polls'] ?? '',
      /Is a bridge wanted\? Yes: 49\.5% \(Germany, Ask for Gazette, published 5 February 2025, 1,009 people\)\./,
    );
  });
});
