import assert from 'node:assert/strict';
import type { LabelCondition } from '../../../src/core/packs/pack';
import type { TermMatch } from '../../../src/core/terms/termIndex';
import { indexOf } from './matchingTable';

/** A text with the place of an edit: `|` inserts, `[old]` goes. */
interface Edited {
  readonly name: string;
  readonly condition?: LabelCondition;
  readonly text: string;
  readonly inserted: string;
}

const phrase: LabelCondition = { phrases: ['charter company flight'] };
const inParagraph: LabelCondition = { requires: { within: 'paragraph', anyOf: ['airline'] } };
const inDocument: LabelCondition = { requires: { within: 'document', anyOf: ['airline'] } };

const table: readonly Edited[] = [
  {
    name: 'a phrase is broken far before the word that it takes away',
    condition: phrase,
    text: 'One line.\nThey took a char|ter company flight today.',
    inserted: 'x',
  },
  {
    name: 'a phrase comes to be',
    condition: phrase,
    text: 'One line.\nThey took a char[x]ter company flight today.',
    inserted: '',
  },
  {
    name: 'a word that is asked for comes into the paragraph, behind the match',
    condition: inParagraph,
    text: 'One.\n\nA flight, and then much more of the same paragraph: |\n\nLast.',
    inserted: 'airline',
  },
  {
    name: 'a word that is asked for goes from the paragraph, before the match',
    condition: inParagraph,
    text: 'One.\n\nThe air|line has, so they say, after all that, a flight.\n\nLast.',
    inserted: 's',
  },
  {
    name: 'paragraphs are joined',
    condition: inParagraph,
    text: 'The airline.\n[\n]A flight.\n',
    inserted: '',
  },
  {
    name: 'a paragraph is divided',
    condition: inParagraph,
    text: 'The airline has| a flight.\n',
    inserted: '\n\n',
  },
  {
    name: 'the last of the words goes from the document',
    condition: inDocument,
    text: 'A flight.\n\nMuch later, an air|line.',
    inserted: ' ',
  },
  {
    name: 'the first of the words comes into the document',
    condition: inDocument,
    text: 'A flight.\n\nMuch later, an air[ ]line.',
    inserted: '',
  },
  { name: 'a leader comes before a line', text: 'the\n|// flight', inserted: '// ' },
];

const spans = (matches: Iterable<TermMatch>) => [...matches].map(({ start, end }) => [start, end]);

describe('after an edit the matches are those of the new text', () => {
  for (const { name, condition, text: marked, inserted } of table) {
    it(name, () => {
      const start = marked.search(/[|[]/);
      const end = marked.includes(']') ? marked.indexOf(']') - 1 : start;
      const before = marked.replace(/[|[\]]/g, '');
      const after = before.slice(0, start) + inserted + before.slice(end);
      const index = indexOf([
        { text: 'flight', ...(condition === undefined ? {} : { condition }) },
        'the flight',
      ]);
      const updated = index.update(index.scan(before), after, { start, end, inserted });
      const expected = spans(index.findAll(after));
      assert.notDeepEqual(expected, spans(index.findAll(before)), 'the edit changes nothing');
      assert.deepEqual(spans(updated), expected);
    });
  }
});
