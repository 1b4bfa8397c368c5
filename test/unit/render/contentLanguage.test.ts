import assert from 'node:assert/strict';
import { createLibrary } from '../../../src/core/packs/library';
import { entryHtml } from '../../../src/core/render/entryHtml';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { inLanguage } from '../language';
import { parseSmallPack, smallPack } from '../pack';

const files: Readonly<Record<string, string>> = {
  'pack.yaml': `${smallPack['pack.yaml'] ?? ''}eventKinds:\n  - { id: work, one: Building work, many: Building works, icon: tools }\n`,
  'topics/spans.md': `${smallPack['topics/spans.md'] ?? ''}
| Head |
| ---- |
| Cell |

- Item [@river-2025]
`,
  'timeline.yaml': `- id: first-arch
  date: 1200
  kind: work
  text: The first [arch](term/arch) is built [@road-2024].
  topics: [spans]
  terms: [arch]
`,
  'polls.yaml': `- id: two-banks
  pollster: Ask
  fieldwork: 2025-02-01/2025-02-03
  country: FR
  question: Is a bridge wanted?
  wording: as asked
  sample: 1009
  note: It rained.
  answers: [{ answer: 'Yes', share: 49.5 }, { answer: 'No', share: 44 }]
  sources: [road-2024]
`,
  'pledges.yaml': `- id: first
  party: North bank
  stance: might send
  statement: Stone "may" come.
  condition: Dry weather.
  date: 2024-01-02
  speaker: A mayor
  sources: [road-2024]
- id: second
  party: North bank
  stance: would send
  statement: Stone comes.
  date: 2025-01-02
  speaker: Another mayor
  supersedes: first
`,
};

const ids = [
  ...['topic/spans', 'term/arch', 'event/first-arch', 'source/river-2025'],
  ...['timeline', 'polls', 'pledges'].map((kind) => `overview/${kind}`),
].map((id) => `bridges/${id}`);

function pages(): readonly string[] {
  const { pack, problems } = parseSmallPack(files);
  assert.deepEqual(problems, []);
  assert.ok(pack !== undefined);
  const library = createLibrary([pack], createTermIndex([]));
  return ids.map((id) => {
    const entry = library.entry(id);
    assert.ok(entry !== undefined, id);
    return entryHtml(library, createPackMarkdown(), entry, ['bridges/event/first-arch']);
  });
}

/** The words of a page, each with the language that the elements around it say. */
function wordsOf(html: string): readonly (readonly [words: string, language: string])[] {
  const words: (readonly [string, string])[] = [];
  const open = ['interface'];
  for (const [, tag = '', text = ''] of html.matchAll(/<([^>]+)>|([^<]+)/g)) {
    const around = open.at(-1) ?? '';
    if (tag.startsWith('/')) open.pop();
    else if (tag !== '' && !/^br\b|\/$/.test(tag))
      open.push(/ lang="([^"]*)"/.exec(tag)?.[1] ?? around);
    if (/\p{L}/u.test(text)) words.push([text.trim(), around]);
  }
  assert.deepEqual(open, ['interface']);
  return words;
}

describe('the language of a page', () => {
  const ukrainian = inLanguage('uk', pages).map(wordsOf);

  for (const [index, id] of ids.entries()) {
    it(`is that of the pack on its words, and that of the interface on the product’s, in ${id}`, () => {
      // Addresses and firms are of no language.
      const words = (ukrainian[index] ?? []).filter(([text]) => !/^(?:example|Ask)\b/.test(text));
      assert.ok(words.length > 5);
      for (const [text, language] of words) {
        const isOfProduct = /\p{Script=Cyrillic}/u.test(text);
        const expected = isOfProduct ? ['interface', 'uk'] : ['en', 'fr'];
        assert.ok(expected.includes(language), `“${text}” is in ${language}`);
      }
    });
  }

  it('is said nowhere else where both are the same', () => {
    for (const page of pages()) assert.doesNotMatch(page, / lang="(?!fr)(?!en">(?:vault|bow)<)/);
  });
});
