import assert from 'node:assert/strict';
import type { Pack } from '../../../src/core/packs/pack';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import * as rules from '../../content/rules';
import { quotedTexts, statements } from '../../content/statements';
import { parseSmallPack, smallPack } from '../pack';

const markdown = createPackMarkdown();
const topic = smallPack['topics/spans.md'] ?? '';
const terms = smallPack['terms/parts.yaml'] ?? '';

function packWith(changes: Readonly<Record<string, string>>): Pack {
  const { pack, problems } = parseSmallPack(changes);
  assert.deepEqual(problems, []);
  assert.ok(pack !== undefined);
  return pack;
}

/** A pack whose topic has one more paragraph. */
function packSaying(text: string, changes: Readonly<Record<string, string>> = {}): Pack {
  return packWith({ ...changes, 'topics/spans.md': `${topic}\n${text}\n` });
}

function run(rule: rules.Rule, pack: Pack, mentions: readonly string[] = []): readonly string[] {
  const index = createTermIndex([buildTermPack(pack.terms).pack]);
  return rule({ pack, markdown, terms: index, mentions });
}

describe('statements', () => {
  it('are sentences with what stands behind them', () => {
    const text =
      'One of 2024 [@road-2024]. Two said "No." Then three. [Four. Five [@river-2025].]{.unconfirmed} Six.';
    assert.deepEqual(
      statements(markdown, text, 'x').map((each) => [
        each.text,
        each.sources.join(),
        each.unconfirmed,
      ]),
      [
        ['One of 2024.', 'road-2024', false],
        ['Two said "No."', '', false],
        ['Then three.', '', false],
        ['Four.', '', true],
        ['Five.', 'river-2025', true],
        ['Six.', '', false],
      ],
    );
  });

  it('quote what stands between quotation marks', () => {
    assert.deepEqual(quotedTexts('A "b c", «d» and “e”.'), ['b c', 'd', 'e']);
  });
});

describe('figuresHaveSources', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['It has 12 spans.', 1],
    ['It has 12 spans [@road-2024].', 0],
    ['[It has 12 spans.]{.unconfirmed}', 0],
    ['It has spans.', 0],
    ['He said "never again".', 1],
    ['He said "never again" [@road-2024].', 0],
    ['Article 51 is a name.', 0],
    ['They say "span" often.', 0],
  ];
  for (const [text, count] of cases) {
    it(`finds ${String(count)} problems in “${text}”`, () => {
      assert.equal(run(rules.figuresHaveSources, packSaying(text), ['span']).length, count);
    });
  }
});

describe('quotationsAreListed', () => {
  const quotations = '- { text: never again, speaker: He, date: 2025-01-01, source: road-2024 }\n';
  it('finds a quotation in other words than the list has', () => {
    const pack = packSaying('He said "never more" [@road-2024].', {
      'quotations.yaml': quotations,
    });
    assert.equal(run(rules.quotationsAreListed, pack).length, 1);
    assert.equal(run(rules.quotationsAreUsed, pack).length, 1);
  });
  it('takes a quotation of the list, a part of one, and a mention', () => {
    const pack = packSaying('He said "never again", so "never", and "span" [@road-2024].', {
      'quotations.yaml': quotations,
    });
    assert.deepEqual(run(rules.quotationsAreListed, pack, ['span']), []);
    assert.deepEqual(run(rules.quotationsAreUsed, pack), []);
  });
});

describe('other rules', () => {
  it('sourcesAreUsed finds a source that nothing names', () => {
    const more = (smallPack['sources.json'] ?? '').replace(
      /\]\n$/,
      ', { "id": "lake", "type": "book", "title": "L" }]\n',
    );
    assert.deepEqual(run(rules.sourcesAreUsed, packWith({ 'sources.json': more })), [
      'sources.json: “lake” is used nowhere',
    ]);
    assert.deepEqual(run(rules.sourcesAreUsed, packWith({})), []);
  });

  it('noDiscouragedForms finds one in the text, not in a quotation', () => {
    assert.equal(run(rules.noDiscouragedForms, packSaying('A bow of stone.')).length, 1);
    assert.equal(
      run(rules.noDiscouragedForms, packSaying('They write "a bow of stone".')).length,
      0,
    );
  });

  it('topicsAreComplete counts words and asks for the last sections', () => {
    const problems = run(rules.topicsAreComplete, packWith({}));
    assert.deepEqual(
      problems.map((problem) =>
        /short answer has 8 words|article has \d+ words|last sections|no related/
          .exec(problem)?.[0]
          .replace(/\d+ words/, 'n words'),
      ),
      ['short answer has n words', 'article has n words', 'last sections', 'no related'],
    );
  });

  it('termsAreReachable finds a term that nothing leads to', () => {
    assert.deepEqual(run(rules.termsAreReachable, packWith({})), []);
    const alone = `${terms}- { id: keel, kind: part, prefLabel: { en: Keel }, definition: Part of a ship., asOf: 2025-01-01 }\n`;
    assert.deepEqual(run(rules.termsAreReachable, packWith({ 'terms/parts.yaml': alone })), [
      'term keel: nothing leads to it',
    ]);
  });

  it('sharedLabelsAreDecided finds a label that two terms have without a condition', () => {
    const shared = terms.replace('{ en: Pier }', '{ en: Pier }\n  altLabel: { en: [arch, vault] }');
    const pack = packWith({ 'terms/parts.yaml': shared });
    // “vault” has a condition on one of the two; “arch” has none.
    assert.equal(run(rules.sharedLabelsAreDecided, pack).length, 1);
    assert.equal(rules.sharedLabels(pack).size, 2);
  });

  it('asOfIsNewestDate holds the newest day of the text against “as of”, but for days that are planned', () => {
    assert.deepEqual(
      run(
        rules.asOfIsNewestDate,
        packSaying('On 4 March 2025 it stood. The next is planned for 1 May 2026.'),
      ),
      [],
    );
    assert.equal(run(rules.asOfIsNewestDate, packSaying('On 5 March 2025 it fell.')).length, 1);
  });

  it('definitionsDiffer finds two that say the same', () => {
    const same = terms.replace(
      "'[A part that stands in the water.]{.unconfirmed}'",
      'A curved part, that carries weight.',
    );
    assert.equal(run(rules.definitionsDiffer, packWith({ 'terms/parts.yaml': same })).length, 1);
    assert.equal(run(rules.definitionsDiffer, packWith({})).length, 0);
  });

  it('seriesHaveOneQuestion keeps different questions apart', () => {
    const poll = (id: string, question: string): string =>
      `- { id: ${id}, pollster: P, published: 2025-01-01, country: FR, question: ${question}, series: s, answers: [{ answer: Yes, share: 50 }], sources: [road-2024] }\n`;
    const differs = packWith({ 'polls.yaml': poll('a', 'One?') + poll('b', 'Two?') });
    assert.equal(run(rules.seriesHaveOneQuestion, differs).length, 1);
    const same = packWith({ 'polls.yaml': poll('a', 'One?') + poll('b', 'One?') });
    assert.equal(run(rules.seriesHaveOneQuestion, same).length, 0);
  });
});
