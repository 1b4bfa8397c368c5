import assert from 'node:assert/strict';
import { parsePack } from '../../../src/core/packs/parsePack';
import { inLanguage } from '../language';
import { goodPack, parseSmallPack, smallPack } from '../pack';

describe('parsePack', () => {
  it('reads every part of a good pack and finds no problem', () => {
    const { pack, problems } = parseSmallPack();
    assert.deepEqual(problems, []);
    assert.equal(pack?.title, 'Bridges');
    assert.deepEqual(
      [pack.topics, pack.terms, pack.events, pack.sources].map((entries) => entries.length),
      [1, 2, 2, 2],
    );
  });

  it('survives JSON unchanged', () => {
    const pack = goodPack();
    assert.deepEqual(JSON.parse(JSON.stringify(pack)), pack);
  });

  it('splits a topic into short answer and sections with anchors', () => {
    const topic = goodPack().topics[0];
    assert.equal(
      topic?.shortAnswer,
      'A bridge reaches as far as its [arch](term/arch) [@road-2024].',
    );
    assert.deepEqual(
      topic.sections.map(({ anchor, title }) => [anchor, title]),
      [
        ['long-ones', 'Long ones'],
        ['short-ones', 'Short ones'],
      ],
    );
  });

  it('gives labels their kind, language, advice and condition', () => {
    const arch = goodPack().terms[0];
    assert.deepEqual(arch?.labels, [
      { text: 'Arch', kind: 'preferred', lang: 'en' },
      { text: 'arche', kind: 'preferred', lang: 'fr' },
      {
        text: 'vault',
        kind: 'alternative',
        lang: 'en',
        condition: { requires: { within: 'sentence', anyOf: ['bridge'] } },
      },
      { text: 'archh', kind: 'hidden', lang: 'en' },
      {
        text: 'bow',
        kind: 'discouraged',
        lang: 'en',
        advice: {
          use: 'Arch',
          reason: 'A bow is for arrows.',
          quotable: true,
          source: 'bridges/source/road-2024',
        },
      },
    ]);
  });

  it('sorts events by date and titles them without citations', () => {
    assert.deepEqual(
      goodPack().events.map(({ date, title }) => [date, title]),
      [
        ['1100-05', 'Something before.'],
        ['1200', 'The first arch is built.'],
      ],
    );
  });

  it('keeps a CSL item as it stands beside what readers see of it', () => {
    const [road, river] = goodPack().sources;
    assert.equal(road?.issued, '2024-05-06');
    assert.equal(road.csl['title'], 'Roads');
    assert.deepEqual(
      [river?.kind, river?.stateOutlet, river?.republishes, river?.url],
      ['research', true, 'Wire', undefined],
    );
  });

  const terms = smallPack['terms/parts.yaml'] ?? '';
  const topic = smallPack['topics/spans.md'] ?? '';
  const broken: readonly {
    readonly name: string;
    readonly changes: Readonly<Record<string, string | undefined>>;
    readonly file: string;
    readonly line: number;
    readonly message: RegExp;
    /** Topics, terms, events and sources that are left. */
    readonly left: readonly number[];
  }[] = [
    {
      name: 'broken YAML',
      changes: { 'terms/parts.yaml': '- id: arch\n  kind: [part\n' },
      ...{ file: 'terms/parts.yaml', line: 3, message: /not valid YAML/, left: [1, 0, 2, 2] },
    },
    {
      name: 'a list where a mapping belongs',
      changes: { 'terms/more.yaml': 'id: x\n' },
      ...{ file: 'terms/more.yaml', line: 1, message: /must be a list/, left: [1, 2, 2, 2] },
    },
    {
      name: 'broken JSON',
      changes: { 'sources.json': '[{ "id": ' },
      ...{ file: 'sources.json', line: 1, message: /not valid YAML/, left: [1, 2, 2, 0] },
    },
    {
      name: 'a topic without front matter',
      changes: { 'topics/spans.md': 'Hello\n' },
      ...{ file: 'topics/spans.md', line: 1, message: /front matter/, left: [0, 2, 2, 2] },
    },
    {
      name: 'a missing field',
      changes: { 'terms/parts.yaml': terms.replace(/ {2}definition: A curved.*\n/, '') },
      ...{ file: 'terms/parts.yaml', line: 1, message: /has no “definition”/, left: [1, 1, 2, 2] },
    },
    {
      name: 'a misspelt field',
      changes: { 'terms/parts.yaml': terms.replace('  related:', '  relatde:') },
      ...{
        file: 'terms/parts.yaml',
        line: 10,
        message: /“relatde” is not a field/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'an unknown id',
      changes: { 'terms/parts.yaml': terms.replace('[pier]', '[peer]') },
      ...{
        file: 'terms/parts.yaml',
        line: 10,
        message: /“peer”, which the pack does not have/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'a duplicate id',
      changes: { 'terms/parts.yaml': terms.replace('id: pier', 'id: arch') },
      ...{
        file: 'terms/parts.yaml',
        line: 18,
        message: /already that of the term at line 1 of terms/,
        left: [1, 1, 2, 2],
      },
    },
    {
      name: 'an id with capitals',
      changes: { 'terms/parts.yaml': terms.replace('id: pier', 'id: Pier') },
      ...{
        file: 'terms/parts.yaml',
        line: 18,
        message: /only lower-case letters/,
        left: [1, 1, 2, 2],
      },
    },
    {
      name: 'a label of punctuation',
      changes: { 'terms/parts.yaml': terms.replace('[vault]', "[vault, '—…']") },
      ...{
        file: 'terms/parts.yaml',
        line: 3,
        message: /“—…” has no letter or digit/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'an empty label',
      changes: { 'terms/parts.yaml': terms.replace('[archh]', "['']") },
      ...{
        file: 'terms/parts.yaml',
        line: 5,
        message: /is empty or is not text/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'an unknown language',
      changes: { 'terms/parts.yaml': terms.replace('fr: arche', 'french_: arche') },
      ...{ file: 'terms/parts.yaml', line: 3, message: /not a language tag/, left: [1, 2, 2, 2] },
    },
    {
      name: 'a date that is none',
      changes: { 'terms/parts.yaml': terms.replace('asOf: 2025-01-01', 'asOf: 2025-13-01') },
      ...{ file: 'terms/parts.yaml', line: 22, message: /not a date in EDTF/, left: [1, 1, 2, 2] },
    },
    {
      name: 'a citation of an unknown source',
      changes: { 'topics/spans.md': topic.replace('@river-2025', '@lake-2025') },
      ...{
        file: 'topics/spans.md',
        line: 13,
        message: /\[@lake-2025\] cites a source/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'a link that leads nowhere',
      changes: { 'topics/spans.md': topic.replace('term/arch)', 'term/ark)') },
      ...{
        file: 'topics/spans.md',
        line: 9,
        message: /“term\/ark” leads nowhere/,
        left: [1, 2, 2, 2],
      },
    },
    {
      name: 'a link to a section that is not there',
      changes: { 'topics/spans.md': topic.replace('#long-ones', '#longest') },
      ...{ file: 'topics/spans.md', line: 17, message: /names a section/, left: [1, 2, 2, 2] },
    },
  ];
  for (const { name, changes, file, line, message, left } of broken) {
    it(`reports ${name} with file and line, and loads everything else`, () => {
      const { pack, problems } = parseSmallPack(changes);
      const found = problems.find((problem) => message.test(problem.message));
      assert.deepEqual([found?.file, found?.line], [file, line], JSON.stringify(problems, null, 1));
      assert.deepEqual(
        [pack?.topics, pack?.terms, pack?.events, pack?.sources].map((entries) => entries?.length),
        left,
      );
    });
  }

  it('says once that the pack’s language is missing, however many terms there are', () => {
    const head = smallPack['pack.yaml'] ?? '';
    const { problems } = parseSmallPack({ 'pack.yaml': head.replace(/^lang:.*$/m, 'lang: [en]') });
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['pack.yaml'],
    );
  });

  const translated: readonly {
    readonly language: 'de' | 'fr' | 'uk';
    readonly changes: Readonly<Record<string, string>>;
    readonly message: string;
  }[] = [
    {
      language: 'de',
      changes: { 'terms/parts.yaml': terms.replace('id: pier', 'id: arch') },
      message:
        'Die ID „arch“ ist schon vergeben (Begriff, Zeile 1 von terms/parts.yaml). Wählen Sie eine andere.',
    },
    {
      language: 'fr',
      changes: { 'terms/parts.yaml': terms.replace('[pier]', '[peer]') },
      message:
        'Entrée «\u00a0arch\u00a0» (terme)\u00a0: «\u00a0related\u00a0» renvoie à une entrée absente du pack\u00a0: terme «\u00a0peer\u00a0».',
    },
    {
      language: 'uk',
      changes: { 'topics/spans.md': topic.replace('terms: [arch]', 'terms: [ark]') },
      message:
        'Стаття «spans» (тема): «terms» посилається на статтю, якої в пакеті немає: термін «ark».',
    },
    {
      language: 'uk',
      changes: { 'terms/parts.yaml': terms.replace('  asOf: 2025-01-01\n', '') },
      message: 'термін «pier»: немає «asOf». Додайте.',
    },
    {
      language: 'de',
      changes: {
        'timeline.yaml': '- { id: first-arch, date: 1200, text: The first., kind: fair }\n',
      },
      message:
        '„fair“ gehört nicht zu den Ereignisarten, die pack.yaml unter „eventKinds“ aufführt: keine.',
    },
  ];
  for (const { language, changes, message } of translated) {
    it(`says in one language: ${message}`, () => {
      const { problems } = inLanguage(language, () => parseSmallPack(changes));
      assert.ok(
        problems.some((problem) => problem.message === message),
        JSON.stringify(problems, null, 1),
      );
    });
  }

  it('breaks a circle of “broader” and names it', () => {
    const changes = {
      'terms/parts.yaml': terms
        .replace('  related: [pier]', '  broader: [pier]')
        .replace('  asOf: 2025-01-01', '  asOf: 2025-01-01\n  broader: [arch]'),
    };
    const { pack, problems } = parseSmallPack(changes);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, /leads back/.test(message)]),
      [[23, true]],
    );
    assert.deepEqual(
      pack?.terms.map((term) => term.broader.length),
      [1, 0],
    );
  });

  it('completes relations as SKOS has them: related both ways, narrower against broader', () => {
    const { pack } = parseSmallPack({
      'terms/parts.yaml': `${terms}- id: keystone
  kind: part
  prefLabel: { en: Keystone }
  definition: The stone at the top.
  asOf: 2025-01-01
  broader: [arch]
`,
    });
    const [arch, pier, keystone] = pack?.terms ?? [];
    assert.deepEqual(arch?.narrower, [keystone?.id]);
    assert.deepEqual(pier?.related, [arch.id]);
  });

  for (const head of [undefined, 'title: [broken\n']) {
    it(`loads everything else when pack.yaml is ${head === undefined ? 'missing' : 'broken'}, and says so`, () => {
      const { pack, problems } = parseSmallPack({ 'pack.yaml': head });
      assert.deepEqual([...new Set(problems.map(({ file }) => file))], ['pack.yaml']);
      assert.deepEqual(
        [pack?.title, pack?.topics.length, pack?.terms.length, pack?.kinds.map(({ id }) => id)],
        ['bridges', 1, 2, ['part']],
      );
    });
  }

  it('takes no folder whose name cannot be an id', () => {
    for (const name of ['My Pack', 'my_pack', 'Bridges', '']) {
      const { pack, problems } = parsePack(name, []);
      assert.equal(pack, undefined);
      assert.match(problems[0]?.message ?? '', /cannot be one\. Rename it/);
    }
  });

  it('names files that no pack has', () => {
    const { problems } = parseSmallPack({
      'timeline.yml': '',
      'topics/deep/a.md': '',
      'README.md': '',
    });
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['timeline.yml', 'topics/deep/a.md'],
    );
  });

  it('takes an empty file as an empty list, and a topic file with a capital ending', () => {
    const { pack, problems } = parseSmallPack({
      'timeline.yaml': '# nothing yet\n',
      'topics/spans.md': topic.replace('events: [first-arch]', 'events: []'),
      'topics/MORE.MD': topic.replace('id: spans', 'id: more').replace('events: [first-arch]', ''),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual([pack?.events.length, pack?.topics.length], [0, 2]);
  });

  it('counts what is written twice once, and names it in pack.yaml', () => {
    const { pack, problems } = parseSmallPack({
      'pack.yaml': `${smallPack['pack.yaml'] ?? ''}  - { id: part, one: P, many: Ps }\n`.replace(
        '[spans]',
        '[spans, spans]',
      ),
      'topics/spans.md': topic.replace('terms: [arch]', 'terms: [arch, arch]'),
    });
    assert.deepEqual(
      problems.map(({ line }) => line),
      [7, 10],
    );
    assert.deepEqual(
      [pack?.topicGroups[0]?.topics.length, pack?.topics[0]?.terms.length, pack?.kinds.length],
      [1, 1, 1],
    );
  });

  it('follows a chain of ten thousand steps', () => {
    const chain = Array.from(
      { length: 10_000 },
      (_, n) =>
        `- { id: t${String(n)}, kind: part, prefLabel: { en: T${String(n)} }, definition: A., asOf: 2025, broader: [t${String((n + 1) % 10_000)}] }\n`,
    );
    const { problems } = parseSmallPack({ 'terms/chain.yaml': chain.join('') });
    assert.deepEqual(
      problems.map(({ message }) => /“t9999”.*leads back/.test(message)),
      [true],
    );
  }).timeout(60_000);

  it('throws at no file, whatever stands in it', () => {
    const texts = [
      '',
      '\0',
      '---',
      '- - -',
      '{',
      '[[[',
      '!!js/function x',
      '&a [*a]',
      '\ud800',
      '- 1',
      '%',
      'a: *b',
    ];
    for (const path of Object.keys(smallPack)) {
      for (const text of texts)
        assert.doesNotThrow(() => parseSmallPack({ [path]: text }), `${path}: ${text}`);
    }
  });
});
