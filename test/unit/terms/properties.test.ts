import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Label, LabelCondition } from '../../../src/core/packs/pack';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { SpanList } from '../../../src/core/terms/spanList';
import type { Span } from '../../../src/core/terms/span';
import type { LabelledEntry, TermIndex, TermMatch } from '../../../src/core/terms/termIndex';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { loadTermPack, saveTermPack } from '../../../src/core/terms/termPackBuffer';
import { createReferenceMatcher } from './referenceMatcher';

/** What labels and texts are put together from, so that they collide: shared beginnings, folded twins, gaps. */
const pieces = [
  ...[
    'a',
    'b',
    'ab',
    'ba',
    'aa',
    'A',
    'B',
    'AB',
    'UN',
    'un',
    's',
    'es',
    'S',
    'x',
    'ch',
    'o',
    'y',
    'ies',
    'of',
  ],
  ...[
    'é',
    'e\u0301',
    'É',
    'ß',
    'ss',
    'ﬁ',
    'İ',
    'ǆ',
    '\u0301',
    'й',
    'и\u0306',
    'і',
    'ї',
    'ы',
    'क',
    'ा',
  ],
  ...[
    "'",
    '’',
    'ʼ',
    '"',
    '«',
    '-',
    '‑',
    '–',
    '--',
    ' ',
    ' ',
    '  ',
    '\u00a0',
    '~',
    '\u00ad',
    '\u200b',
  ],
  ...[
    '\n',
    '\r\n',
    '\n> ',
    '\n// ',
    '\n * ',
    '\n\n',
    '\n\t',
    '.',
    '. ',
    '! ',
    '?',
    '…',
    'U.N.',
    'N',
    'U',
    '(',
    ')',
    '/',
    '_',
    '*',
  ],
  ...[
    '1',
    '16',
    'F',
    'G7',
    '加',
    '盟',
    'か\u3099',
    'が',
    '😀',
    '❤\ufe0f',
    '\ud83d',
    '\ude00',
    '𝐀',
    '𐐀',
    '𐐨',
    '\0',
  ],
];
const piece = fc.constantFrom(...pieces);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
/** Lists that several labels have in common, whatever their languages, as a pack's labels can. */
const shared: readonly (readonly string[])[] = [['ab'], ['UN', 'a'], ['aa ba']];
const company = fc.record({
  within: fc.constantFrom('sentence' as const, 'paragraph' as const, 'document' as const),
  anyOf: fc.oneof(
    { weight: 3, arbitrary: fc.array(words, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constantFrom(...shared) },
  ),
});
const condition = fc.oneof(
  fc.record({ case: fc.constantFrom('exact' as const, 'initial' as const) }),
  fc.record({ requires: company }),
  fc.record({ refuses: company }),
  fc.record({ phrases: fc.array(words, { minLength: 1, maxLength: 2 }) }),
);
const plainLabel = fc.record({
  text: words,
  kind: fc.constantFrom('preferred', 'alternative', 'hidden', 'discouraged') as fc.Arbitrary<
    Label['kind']
  >,
  lang: fc.constantFrom('en', 'en', 'en', 'uk', 'ru', 'de', 'fr'),
});
/** Puts the label into the first of the phrases, where phrases are of use. */
function aroundLabel(text: string, when: LabelCondition): LabelCondition {
  const [first, ...others] = when.phrases ?? [];
  return first === undefined ? when : { ...when, phrases: [`${first} x ${text}`, ...others] };
}

const label: fc.Arbitrary<Label> = fc.oneof(
  { weight: 2, arbitrary: plainLabel },
  {
    weight: 1,
    arbitrary: fc
      .tuple(plainLabel, condition)
      .map(([own, when]) => ({ ...own, condition: aroundLabel(own.text, when) })),
  },
);
/** Labels of so many other letters, each so often, that those of the pieces are rare and have several classes each. */
const ballast = [0x561, 0x10d0, 0x13a0].flatMap((first) =>
  Array.from({ length: 10 }, (_, row): Label => {
    const letters = String.fromCodePoint(...[0, 1, 2, 3].map((n) => first + 4 * row + n));
    return { text: letters.repeat(20), kind: 'hidden', lang: '' };
  }),
);
/** With these, more symbols than a byte can number. */
const heavyBallast = Array.from({ length: 30 }, (_, row): Label => {
  const letters = String.fromCodePoint(
    ...Array.from({ length: 8 }, (_, n) => 0x4e00 + 8 * row + n),
  );
  return { text: letters, kind: 'hidden', lang: '' };
});
const entries = fc
  .tuple(
    fc.array(fc.array(label, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    fc.oneof(
      { weight: 14, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.constant([ballast]) },
      { weight: 1, arbitrary: fc.constant([ballast, heavyBallast]) },
    ),
  )
  .map(([all, more]) =>
    [...all, ...more].map((labels, number): LabelledEntry => ({
      id: `e${String(number)}`,
      labels,
    })),
  );

interface Case {
  readonly entries: readonly LabelledEntry[];
  readonly text: string;
  readonly cut: number;
  readonly bounds: readonly number[];
  readonly edits: readonly {
    readonly at: number;
    readonly length: number;
    readonly inserted: string;
  }[];
}

const cases: fc.Arbitrary<Case> = entries.chain((all) => {
  const own = all.flatMap(({ labels }) => labels.flatMap(wordsOf));
  const part = fc.oneof(
    { weight: 3, arbitrary: piece },
    { weight: 4, arbitrary: fc.constantFrom(...own) },
    { weight: 2, arbitrary: fc.constant(' ') },
  );
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(6),
    inserted: fc.array(part, { maxLength: 3 }).map((parts) => parts.join('')),
  });
  return fc.record({
    entries: fc.constant(all),
    text: fc.array(part, { maxLength: 24 }).map((parts) => parts.join('')),
    cut: fc.nat(all.length),
    bounds: fc.array(fc.nat(60), { maxLength: 4 }),
    edits: fc.array(edit, { maxLength: 4 }),
  });
});

function wordsOf({ text, condition: when }: Label): string[] {
  return [
    text,
    ...(when?.requires?.anyOf ?? []),
    ...(when?.refuses?.anyOf ?? []),
    ...(when?.phrases ?? []),
  ];
}

/** The entries as two packs, saved and loaded. */
function engineOf({ entries: all, cut }: Case): TermIndex {
  const packs = [all.slice(0, cut), all.slice(cut)].map((part) => {
    const { pack } = buildTermPack(part);
    return loadTermPack(saveTermPack(pack), part) ?? assert.fail('does not load');
  });
  return createTermIndex(packs);
}

function spansOf(bounds: readonly number[]): Span[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    spans.push({ start: sorted[i] ?? 0, end: sorted[i + 1] ?? 0 });
  }
  return spans;
}

function rowsOf(matches: Iterable<TermMatch>): string[] {
  return [...matches].map((match) =>
    JSON.stringify([match.start, match.end, match.entryId, match.label.text, match.label.kind]),
  );
}

const numRuns = process.env['CI'] === undefined ? 1_000 : 10_000;
const seed = Number(process.env['TERMS_SEED'] ?? 20_261_123);
/** At most so many places of a text are asked about one by one. */
const MOST_PLACES = 8;

/** Whether the engine finds what the reference finds. */
function findsTheSame(one: Case, index: TermIndex, exclude: SpanList): void {
  const expected = createReferenceMatcher(one.entries).index.findAll(one.text, { exclude });
  assert.deepEqual(rowsOf(index.findAll(one.text, { exclude })), rowsOf(expected));
}

/** Whether the engine finds at single places what it finds in the whole. */
function agreesWithItself({ text }: Case, index: TermIndex, exclude: SpanList): void {
  const all = index.findAll(text, { exclude });
  const stride = Math.max(1, Math.floor(text.length / MOST_PLACES));
  for (let offset = 0; offset < text.length; offset += stride) {
    const expected = all.find(({ start, end }) => start <= offset && offset < end);
    assert.deepEqual(index.at(text, offset, { exclude }), expected);
  }
}

/** Whether the engine finds after each edit what it finds afresh. */
function followsEdits(one: Case, index: TermIndex, excluded: SpanList): void {
  let { text } = one;
  let exclude = excluded;
  let matches = index.scan(text, { exclude });
  for (const { at, length, inserted } of one.edits) {
    const start = at % (text.length + 1);
    const end = Math.min(text.length, start + length);
    const shift = inserted.length - (end - start);
    text = text.slice(0, start) + inserted + text.slice(end);
    exclude = SpanList.of(
      [...exclude]
        .filter((span) => span.end <= start || span.start >= end)
        .map((span) =>
          span.end <= start ? span : { start: span.start + shift, end: span.end + shift },
        ),
    );
    matches = index.update(matches, text, { start, end, inserted }, { exclude });
    assert.deepEqual(rowsOf(matches), rowsOf(index.findAll(text, { exclude })));
    assert.equal(matches.length, rowsOf(matches).length);
  }
}

describe('the engine', function () {
  this.timeout(600_000);

  it('agrees with the reference, with itself at single places, and with itself after edits', () => {
    console.log(`      seed ${String(seed)}, ${String(numRuns)} cases (TERMS_SEED sets another)`);
    const property = fc.property(cases, (one) => {
      const index = engineOf(one);
      const exclude = SpanList.of(spansOf(one.bounds));
      findsTheSame(one, index, exclude);
      agreesWithItself(one, index, exclude);
      followsEdits(one, index, exclude);
    });
    fc.assert(property, { numRuns, seed });
  });
});
