import assert from 'node:assert/strict';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { LAST_ITEM } from '../../../src/core/terms/doubleArray';
import { buildDoubleArray } from '../../../src/core/terms/doubleArrayBuilder';
import { runToEnd, type Steps } from '../../../src/core/terms/steps';
import { buildTermPack, termPackBuilder } from '../../../src/core/terms/termPackBuilder';
import { loadTermPack, saveTermPack } from '../../../src/core/terms/termPackBuffer';
import { entriesOf, indexOf, toLabel } from './matchingTable';

describe('labels that cannot be used', () => {
  const unusable: readonly (readonly [string, string, RegExp])[] = [
    ['empty', '', /empty/],
    ['only spaces', ' \t\n', /empty/],
    ['one letter', 'a', /one character/],
    ['one digit', '5', /one character/],
    ['only punctuation', '…—!', /no letter or number/],
    ['only an emoji', '😀', /no letter or number/],
    ['10,000 characters', 'ab '.repeat(3334), /10002 characters/],
  ];
  for (const [name, text, message] of unusable) {
    it(`are reported: ${name}`, () => {
      const { pack, unusable: problems } = buildTermPack(entriesOf([text, 'NATO']));
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(createTermIndex([pack]).findAll(`x ${text} NATO`).length, 1);
    });
  }

  it('are not those of one character that want exact case, or of one ideograph', () => {
    const labels = [toLabel({ text: 'C', condition: { case: 'exact' } }), toLabel('盟')];
    assert.deepEqual(buildTermPack([{ id: 'e', labels }]).unusable, []);
  });

  it('cost little if there are a hundred thousand equal ones', () => {
    const label = toLabel('security guarantee');
    const entries = Array.from({ length: 100_000 }, (_, n) => ({ id: String(n), labels: [label] }));
    const index = createTermIndex([buildTermPack(entries).pack]);
    const matches = index.findAll('security guarantee '.repeat(1000));
    assert.equal(matches.length, 1000);
    assert.ok(matches.every(({ entryId }) => entryId === '0'));
  });
});

describe('more symbols than there are classes', () => {
  const han = Array.from({ length: 3000 }, (_, n) => String.fromCodePoint(0x4e00 + n));
  const pairs = han.map((first, n) => first + (han[(n * 7 + 1) % han.length] ?? ''));
  const index = indexOf([...pairs, 'NATO', '北约 Rat', 'naïve đông']);

  it('are found, each as itself', () => {
    pairs.forEach((pair, n) => {
      const found = index.findAll(`看${pair}。`);
      const own = found.find(({ entryId }) => entryId === `e${String(n)}`);
      assert.deepEqual(own && [own.start, own.end], [1, 3], pair);
    });
  });

  it('do not stand in the way of others', () => {
    const found = index
      .findAll('NATO, 北约 Rats, 北约-Rat; naive dong')
      .map(({ label }) => label.text);
    assert.deepEqual(found, ['NATO', '北约 Rat', '北约 Rat', 'naïve đông']);
  });
});

describe('more symbols than sixteen bits can number', () => {
  it('are each found as itself, or reported', () => {
    const ranges = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0x20000, 0x2a6df],
    ] as const;
    const all = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)),
    );
    const { pack, unusable } = buildTermPack(entriesOf(all));
    assert.ok(all.length > 0xffff && unusable.length > 0);
    const reported = new Set(unusable.map(({ label }) => label.text));
    const index = createTermIndex([pack]);
    for (const n of [0, 7, 30_000, 65_530, 65_540, all.length - 1]) {
      const text = all[n] ?? '';
      const found = index.findAll(`x ${text} y`).map(({ label }) => label.text);
      assert.deepEqual(found, reported.has(text) ? [] : [text]);
    }
  });
});

describe('a trie without room', () => {
  const keys = ['abcd', 'abce', 'abxx', 'abxy', 'b'].map((key) =>
    [...key].map((letter) => letter.charCodeAt(0) - 96),
  );
  const starts = Uint32Array.from([0, 4, 8, 12, 16, 17]);
  const pool = Uint8Array.from(keys.flat());
  const items = Int32Array.from(keys, (_, key) => key << 8);
  function* distinct(equal: Uint32Array): Steps<readonly number[]> {
    yield;
    return [...equal];
  }
  const built = (mostCells: number) =>
    runToEnd(buildDoubleArray({ pool, starts, count: 5, items, distinct }, mostCells));

  it('keeps the first key of what has none, and names the others', () => {
    assert.deepEqual(built(1 << 20).dropped, []);
    const { dropped, leaves } = built(8);
    assert.ok(dropped.length > 0);
    const kept = [...leaves].filter((n) => (n & 0xff) === LAST_ITEM).map((n) => n >>> 8);
    assert.deepEqual([...kept, ...dropped].sort(), [0, 1, 2, 3, 4]);
  });
});

describe('strange texts', () => {
  const index = indexOf(['NATO', 'security guarantee', 'ab ab ab ab ab ab ab ab ac']);
  const strange: readonly (readonly [string, string, number])[] = [
    ['empty', '', 0],
    ['a lone high surrogate', '\ud83d NATO', 1],
    ['a lone low surrogate', '\ude00NATO', 1],
    ['NUL', '\0NATO\0', 1],
    ['a million letters in one word', 'a'.repeat(1_000_000), 0],
    ['half a label, a hundred thousand times', 'security '.repeat(100_000), 0],
    ['the beginning of a label, over and over', 'ab '.repeat(100_000), 0],
    ['a million zero-width characters', `${'\u200b'.repeat(1_000_000)}NATO`, 1],
    ['a million line ends', `${'\n'.repeat(1_000_000)}NATO`, 1],
    ['a million dashes', `${'-'.repeat(1_000_000)}NATO`, 1],
    ['a million full stops behind a term', `NATO${'.'.repeat(1_000_000)}`, 1],
    ['a million full stops in a term', `NA${'.'.repeat(1_000_000)}TO`, 0],
    ['a million zero-width characters in a term', `NA${'\u200b'.repeat(1_000_000)}TO`, 1],
    ['a hundred thousand breves on a letter', `NA${'\u0306'.repeat(100_000)}TO`, 1],
  ];
  for (const [name, text, count] of strange) {
    it(`are read without fuss: ${name}`, () => {
      assert.equal(index.findAll(text).length, count);
      assert.equal(index.scan(text).length, count);
      index.at(text, text.length >> 1);
    });
  }

  it('at offsets outside give nothing', () => {
    for (const offset of [-1, 4, 5, 1e9, Number.NaN])
      assert.equal(index.at('NATO', offset), undefined);
  });
});

describe('conditions in strange texts', () => {
  const inSentence = { requires: { within: 'sentence', anyOf: ['ally'] } } as const;
  const index = indexOf([{ text: 'NATO', condition: inSentence }]);
  const strange: readonly (readonly [string, string, number])[] = [
    ['a row of full stops before the word', `Ally${'.'.repeat(200_000)}x NATO`, 1],
    ['a line of spaces', `ally NATO\n${' '.repeat(200_000)}x`, 1],
    ['a line of spaces and quotation signs', `ally NATO\n${'> '.repeat(100_000)}x`, 1],
  ];
  for (const [name, text, count] of strange) {
    it(`are judged without fuss: ${name}`, () => {
      assert.equal(index.findAll(text).length, count);
    });
  }

  it('of a thousand labels alike are judged once at each place', () => {
    const labels = Array.from({ length: 1000 }, (_, n) => ({
      text: 'war',
      condition: { requires: { within: 'document', anyOf: [`w${String(n)}`] } } as const,
    }));
    const found = indexOf(labels).findAll(`${'war '.repeat(300)} w700`);
    assert.deepEqual(new Set(found.map(({ entryId }) => entryId)), new Set(['e700']));
    assert.equal(found.length, 300);
  });
});

describe('signs before terms', () => {
  it('may be so many that each unit gives two places to look at', () => {
    const found = indexOf(['.NET', '...And Justice']).findAll(`${'.'.repeat(9000)} .NET`);
    assert.deepEqual(
      found.map(({ label }) => label.text),
      ['.NET'],
    );
  });
});

describe('building in slices', () => {
  it('gives the same buffer as building at once, and stops when its time is over', () => {
    const entries = entriesOf(
      Array.from({ length: 3000 }, (_, n) => `label ${n.toString(36)} of ${String(n)}`),
    );
    let time = 0;
    const builder = termPackBuilder(entries, () => time++);
    let built = builder.step(3);
    let steps = 1;
    for (; built === undefined; steps++) built = builder.step(3);
    assert.ok(steps > 10);
    assert.deepEqual(saveTermPack(built.pack), saveTermPack(buildTermPack(entries).pack));
  });
});

describe('saved packs', () => {
  const entries = entriesOf(['NATO', 'security guarantee']);
  const buffer = saveTermPack(buildTermPack(entries).pack);

  it('load without building', () => {
    const pack = loadTermPack(buffer, entries) ?? assert.fail('does not load');
    assert.equal(createTermIndex([pack]).findAll('NATO’s security guarantees').length, 2);
  });

  it('do not load for other entries, cut short, or in another version', () => {
    assert.equal(loadTermPack(buffer, entriesOf(['NATO', 'security measures'])), undefined);
    assert.equal(loadTermPack(buffer, entriesOf(['NATO'])), undefined);
    assert.equal(loadTermPack(buffer.slice(0, buffer.byteLength - 4), entries), undefined);
    assert.equal(loadTermPack(new ArrayBuffer(8), entries), undefined);
    const other = buffer.slice(0);
    new Int32Array(other)[1] = 99;
    assert.equal(loadTermPack(other, entries), undefined);
  });
});

describe('several packs', () => {
  it('are searched as one, the earlier first where labels are the same', () => {
    const first = buildTermPack([{ id: 'a', labels: [toLabel('NATO')] }]).pack;
    const second = buildTermPack([
      { id: 'b', labels: [toLabel('NATO'), toLabel('NATO summit')] },
    ]).pack;
    const index = createTermIndex([first, second]);
    const found = index.findAll('NATO and the NATO summit').map(({ entryId }) => entryId);
    assert.deepEqual(found, ['a', 'b']);
  });

  it('may be hundreds', () => {
    const packs = Array.from({ length: 300 }, (_, n) => {
      const id = `w${String(n)}`;
      return buildTermPack([{ id, labels: [toLabel(id)] }]).pack;
    });
    const found = [...createTermIndex(packs).scan('w0 and w256, w299')];
    assert.deepEqual(
      found.map(({ entryId }) => entryId),
      ['w0', 'w256', 'w299'],
    );
  });

  it('may be none', () => {
    assert.deepEqual(createTermIndex([]).findAll('NATO'), []);
  });
});

describe('ties between entries', () => {
  const condition = { requires: { within: 'document', anyOf: ['x'] } } as const;
  const winner = (text: string, ...labels: Parameters<typeof toLabel>[0][]) =>
    indexOf(labels).findAll(text)[0]?.entryId;

  it('go to the label whose condition holds, then by kind, then by order', () => {
    assert.equal(winner('NATO x', 'NATO', { text: 'NATO', kind: 'hidden', condition }), 'e1');
    assert.equal(winner('NATO y', 'NATO', { text: 'NATO', condition }), 'e0');
    assert.equal(
      winner('NATO', { text: 'NATO', kind: 'discouraged' }, { text: 'NATO', kind: 'hidden' }),
      'e1',
    );
    assert.equal(winner('NATO', 'NATO', 'NATO'), 'e0');
    assert.equal(winner('guarantees', 'guarantee', { text: 'guarantees', kind: 'hidden' }), 'e1');
  });
});
