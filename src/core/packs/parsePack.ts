import * as l10n from '@vscode/l10n';
import parseEdtf from 'edtf';
import { createPackMarkdown } from '../render/packMarkdown';
import { checkReferences, type Located } from './checkReferences';
import { isLocalId, toEntryId } from './entryId';
import { entryTypeName } from './entryTypeName';
import type {
  EdtfDate,
  EntryId,
  EntryType,
  Fact,
  Pack,
  PackProblem,
  Pledge,
  Poll,
  Quotation,
  Section,
  Source,
  Term,
  TermKind,
  TimelineEvent,
  Topic,
  TopicGroup,
} from './pack';
import type { PackFile } from './packFile';
import { parseLabels } from './parseLabels';
import { parseYaml, type Fields } from './yamlFields';

export interface ParsedPack {
  /** Undefined only if the folder's name cannot be a pack's id. */
  readonly pack: Pack | undefined;
  /** By file and line. */
  readonly problems: readonly PackProblem[];
}

/**
 * Makes a pack of the files of a folder. What cannot be read is left out and reported; nothing is thrown.
 *
 * @param packId Name of the folder; becomes the first part of every entry's id.
 * @param files All files of the folder, in any order. Files that no pack has are passed over.
 * Cost: some 100 ms for 500 entries; it parses YAML and every Markdown text.
 */
export function parsePack(packId: string, files: readonly PackFile[]): ParsedPack {
  return new PackParser(packId).parse(files);
}

const packFields = ['title', 'description', 'lang', 'asOf', 'topics', 'kinds', 'eventKinds'];
const topicFields = ['id', 'title', 'question', 'asOf', 'terms', 'events', 'related'];
const termFields = [
  ...[
    'id',
    'kind',
    'prefLabel',
    'altLabel',
    'hiddenLabel',
    'discouraged',
    'definition',
    'scopeNote',
    'contested',
    'asOf',
  ],
  ...['broader', 'narrower', 'related', 'topics', 'sources', 'conditions', 'facts'],
];
const eventFields = ['id', 'date', 'text', 'kind', 'topics', 'terms'];

class PackParser {
  readonly #packId: string;
  readonly #problems: PackProblem[] = [];
  readonly #located = new Map<EntryId, Located>();

  constructor(packId: string) {
    this.#packId = packId;
  }

  parse(files: readonly PackFile[]): ParsedPack {
    if (!isLocalId(this.#packId)) {
      const rule = l10n.t('Rename it: lower-case letters, digits and single hyphens.');
      const message = `${l10n.t('The folder’s name, “{0}”, is the pack’s id and cannot be one.', this.#packId)} ${rule}`;
      return { pack: undefined, problems: [{ file: 'pack.yaml', line: 1, message }] };
    }
    const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path } of sorted) {
      if (!isPackPath(path))
        this.#problem(path, 1, l10n.t('A pack has no such file. It has: {0}.', packPaths));
    }
    const one = (path: string): PackFile | undefined => sorted.find((file) => file.path === path);
    const head = this.#parseHead(one('pack.yaml'));
    const listedKinds = head === undefined ? undefined : this.#parseKinds(head, 'kinds');
    const eventKinds = head === undefined ? [] : this.#parseKinds(head, 'eventKinds');
    const inFolder = (folder: string, extension: RegExp): readonly PackFile[] =>
      sorted.filter(
        ({ path }) => isPackPath(path) && path.startsWith(`${folder}/`) && extension.test(path),
      );

    const sources = this.#parseList(one('sources.json'), (item) => this.#parseSource(item));
    const topics = inFolder('topics', /\.md$/i).flatMap((file) => this.#parseTopic(file) ?? []);
    const terms = inFolder('terms', /\.ya?ml$/i).flatMap((file) =>
      this.#parseList(file, (item) =>
        this.#parseTerm(item, file.path, listedKinds, head?.text('lang')),
      ),
    );
    const events = this.#parseList(one('timeline.yaml'), (item) =>
      this.#parseEvent(item, eventKinds),
    );
    const polls = this.#parseList(one('polls.yaml'), (item) => this.#parsePoll(item));
    const pledges = this.#parseList(one('pledges.yaml'), (item) => this.#parsePledge(item));
    const quotations = this.#parseList(one('quotations.yaml'), (item) =>
      this.#parseQuotation(item),
    );
    const topicGroups = head === undefined ? [] : this.#parseTopicGroups(head);

    const kinds = withKindsOf(terms, listedKinds ?? []);
    const title = head?.requiredText('title');
    const lang = head?.requiredText('lang');
    const asOf = head === undefined ? undefined : this.#date(head, 'asOf');
    const pack: Pack = {
      id: this.#packId,
      title: title ?? this.#packId,
      description: head?.text('description') ?? '',
      lang: lang ?? 'en',
      asOf: asOf ?? '',
      ...definedOnly({ sample: one('sample.md')?.text }),
      ...{ topicGroups, kinds, eventKinds, topics, terms, sources, polls, pledges, quotations },
      events: [...events].sort((a, b) => a.from - b.from),
    };
    const checked = checkReferences(pack, this.#located, createPackMarkdown());
    const problems = [...this.#problems, ...checked.problems].sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    );
    return { pack: checked.pack, problems };
  }

  #parseHead(file: PackFile | undefined): Fields | undefined {
    if (file === undefined) {
      this.#problem(
        'pack.yaml',
        1,
        l10n.t('The pack has no pack.yaml. Add one with its title and language.'),
      );
      return undefined;
    }
    const { map } = parseYaml(file.text, 'map', l10n.t('the pack'), file.path, 1, this.#problems);
    map?.allowOnly(packFields);
    return map;
  }

  #parseKinds(head: Fields, field: 'kinds' | 'eventKinds'): readonly TermKind[] {
    const seen = new Set<string>();
    return head.maps(field).flatMap((fields) => {
      const id = fields.requiredText('id');
      const one = fields.requiredText('one');
      const many = fields.requiredText('many');
      const icon = fields.text('icon') ?? 'symbol-string';
      if (id === undefined || one === undefined || many === undefined) return [];
      if (!seen.has(id)) {
        seen.add(id);
        return [
          { id, one, many, icon, ...(fields.boolean('agent', false) ? { agent: true } : {}) },
        ];
      }
      fields.problem(
        'id',
        l10n.t('The kind “{0}” stands in the list already. Take one of the two out.', id),
      );
      return [];
    });
  }

  #parseTopicGroups(head: Fields): readonly TopicGroup[] {
    const grouped = new Set<EntryId>();
    return head.maps('topics').flatMap((fields) => {
      const title = fields.requiredText('title');
      if (title === undefined) return [];
      const topics = fields.texts('topics').flatMap((localId) => {
        const id = toEntryId(this.#packId, 'topic', localId);
        if (grouped.has(id)) {
          fields.problem(
            'topics',
            l10n.t('The topic “{0}” stands in a group already. Once is enough.', localId),
          );
          return [];
        }
        grouped.add(id);
        if (this.#located.has(id)) return [id];
        fields.problem(
          'topics',
          l10n.t(
            'There is no topic “{0}”. Write its file in topics/ or take it out here.',
            localId,
          ),
        );
        return [];
      });
      return [{ title, topics }];
    });
  }

  #parseList<T>(
    file: PackFile | undefined,
    parseItem: (item: Fields, path: string) => T | undefined,
  ): readonly T[] {
    if (file === undefined) return [];
    const what = l10n.t('an item of {0}', file.path);
    const { items } = parseYaml(file.text, 'list', what, file.path, 1, this.#problems);
    return items.flatMap((item) => parseItem(item, file.path) ?? []);
  }

  #parseTopic(file: PackFile): Topic | undefined {
    const parts = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file.text);
    const frontMatter = parts?.[1];
    if (parts === null || frontMatter === undefined) {
      this.#problem(
        file.path,
        1,
        l10n.t(
          'The file must begin with front matter: a line “---”, the fields, and a line “---”.',
        ),
      );
      return undefined;
    }
    const { map } = parseYaml(
      frontMatter,
      'map',
      l10n.t('the topic'),
      file.path,
      2,
      this.#problems,
    );
    if (map === undefined) return undefined;
    const fields = this.#named(map, 'topic');
    fields.allowOnly(topicFields);
    const bodyLine = 1 + (parts[0].match(/\n/g)?.length ?? 0);
    const body = { text: file.text.slice(parts[0].length), line: bodyLine };
    const { shortAnswer, sections } = splitSections(body.text);
    const title = fields.requiredText('title');
    const question = fields.requiredText('question');
    const asOf = this.#date(fields, 'asOf');
    if (shortAnswer === '') {
      this.#problem(
        file.path,
        bodyLine,
        l10n.t('The topic has no short answer. Write it before the first heading.'),
      );
    }
    const id = this.#id(fields, 'topic', file.path, body);
    if (id === undefined || title === undefined || question === undefined || asOf === undefined)
      return undefined;
    return {
      ...{ type: 'topic', id, title, question, shortAnswer, sections, asOf },
      terms: this.#ids(fields, 'terms', 'term'),
      events: this.#ids(fields, 'events', 'event'),
      related: this.#ids(fields, 'related', 'topic'),
    };
  }

  #parseTerm(
    item: Fields,
    file: string,
    kinds: readonly TermKind[] | undefined,
    packLang: string | undefined,
  ): Term | undefined {
    const fields = this.#named(item, 'term');
    fields.allowOnly(termFields);
    const lang = packLang ?? 'en';
    const labels = parseLabels(fields, lang, (localId) =>
      toEntryId(this.#packId, 'source', localId),
    );
    const title = labels.find((label) => label.kind === 'preferred' && label.lang === lang)?.text;
    if (title === undefined && fields.has('prefLabel')) {
      fields.problem(
        'prefLabel',
        l10n.t('The term needs a preferred label in the pack’s language, “{0}”.', lang),
      );
    }
    const kind = fields.requiredText('kind');
    if (kind !== undefined && kinds?.some((each) => each.id === kind) === false) {
      fields.problem(
        'kind',
        l10n.t('“{0}” is not a kind that pack.yaml lists: {1}.', kind, listOf(kinds)),
      );
    }
    const definition = fields.requiredText('definition');
    const asOf = this.#date(fields, 'asOf');
    const scopeNote = fields.text('scopeNote');
    const contested = fields.text('contested');
    const id = this.#id(fields, 'term', file);
    const complete = kind !== undefined && definition !== undefined && asOf !== undefined;
    if (id === undefined || title === undefined || !complete) return undefined;
    return {
      ...{ type: 'term', id, kind, title, labels, definition, asOf },
      ...(scopeNote === undefined ? {} : { scopeNote }),
      ...(contested === undefined ? {} : { contested }),
      broader: this.#ids(fields, 'broader', 'term'),
      narrower: this.#ids(fields, 'narrower', 'term'),
      related: this.#ids(fields, 'related', 'term'),
      topics: this.#ids(fields, 'topics', 'topic'),
      sources: this.#ids(fields, 'sources', 'source'),
      facts: fields.maps('facts').flatMap((fact) => this.#parseFact(fact) ?? []),
    };
  }

  #parseFact(fields: Fields): Fact | undefined {
    fields.allowOnly(['property', 'value', 'unit', 'asOf', 'sources']);
    const property = fields.requiredText('property');
    const value = fields.textOrNumber('value');
    const unit = fields.text('unit');
    const asOf = this.#date(fields, 'asOf');
    if (property === undefined || value === undefined || asOf === undefined) return undefined;
    const sources = this.#ids(fields, 'sources', 'source');
    return { property, value, asOf, sources, ...(unit === undefined ? {} : { unit }) };
  }

  #parseEvent(item: Fields, kinds: readonly TermKind[]): TimelineEvent | undefined {
    const fields = this.#named(item, 'event');
    fields.allowOnly(eventFields);
    const text = fields.requiredText('text');
    const date = this.#date(fields, 'date');
    const id = this.#id(fields, 'event', 'timeline.yaml');
    const kind = fields.text('kind');
    if (kind !== undefined && !kinds.some((each) => each.id === kind)) {
      fields.problem(
        'kind',
        l10n.t(
          '“{0}” is not a kind of event that pack.yaml lists under “eventKinds”: {1}.',
          kind,
          listOf(kinds),
        ),
      );
    }
    if (id === undefined || text === undefined || date === undefined) return undefined;
    const { min: from, max: to } = parseEdtf(date);
    return {
      ...{ type: 'event', id, date, from, to, text },
      ...definedOnly({ kind }),
      // The line without citations; `checkReferences` has the Markdown parser that makes it.
      title: text,
      topics: this.#ids(fields, 'topics', 'topic'),
      terms: this.#ids(fields, 'terms', 'term'),
    };
  }

  #parseSource(item: Fields): Source | undefined {
    const fields = this.#named(item, 'source');
    const csl = fields.toJson();
    const title = fields.requiredText('title');
    const id = this.#id(fields, 'source', 'sources.json');
    if (id === undefined || title === undefined) return undefined;
    const custom = fields.map('custom');
    const optional = {
      kind: custom?.text('kind'),
      publisher: fields.text('publisher') ?? fields.text('container-title'),
      issued: cslDate(csl['issued']),
      accessed: cslDate(csl['accessed']),
      url: fields.text('URL'),
      note: fields.text('note'),
      republishes: custom?.text('republishes'),
    };
    return {
      ...{
        type: 'source',
        id,
        title,
        csl,
        stateOutlet: custom?.boolean('stateOutlet', false) ?? false,
      },
      ...definedOnly(optional),
    };
  }

  #parsePoll(fields: Fields): Poll | undefined {
    const id = fields.requiredText('id');
    const pollster = fields.requiredText('pollster');
    const country = fields.requiredText('country');
    const question = fields.requiredText('question');
    const wording = fields.choice('wording', ['as asked', 'summary'] as const) ?? 'summary';
    const answers = fields.maps('answers').flatMap((answer) => {
      const text = answer.requiredText('answer');
      const share = answer.number('share');
      return text === undefined || share === undefined ? [] : [{ answer: text, share }];
    });
    const fieldwork = fields.has('fieldwork') ? this.#date(fields, 'fieldwork') : undefined;
    const published = fields.has('published') ? this.#date(fields, 'published') : undefined;
    if (fieldwork === undefined && published === undefined) {
      fields.problem(
        'id',
        l10n.t(
          'The poll has no date. Add “fieldwork”, or “published” if the field dates are not known.',
        ),
      );
    }
    if (
      id === undefined ||
      pollster === undefined ||
      country === undefined ||
      question === undefined
    )
      return undefined;
    const optional = {
      ...{ fieldwork, published, client: fields.text('client'), series: fields.text('series') },
      ...{ sample: fields.number('sample'), note: fields.text('note') },
    };
    const sources = this.#ids(fields, 'sources', 'source');
    return { id, pollster, country, question, wording, answers, sources, ...definedOnly(optional) };
  }

  #parsePledge(fields: Fields): Pledge | undefined {
    const id = fields.requiredText('id');
    const party = fields.requiredText('party');
    const stance = fields.choice('stance', [
      'would send',
      'might send',
      'will not send',
      'would support',
    ] as const);
    const statement = fields.requiredText('statement');
    const date = this.#date(fields, 'date');
    const speaker = fields.requiredText('speaker');
    if (id === undefined || party === undefined || stance === undefined) return undefined;
    if (statement === undefined || date === undefined || speaker === undefined) return undefined;
    const optional = {
      country: fields.text('country'),
      condition: fields.text('condition'),
      supersedes: fields.text('supersedes'),
    };
    const sources = this.#ids(fields, 'sources', 'source');
    return { id, party, stance, statement, date, speaker, sources, ...definedOnly(optional) };
  }

  #parseQuotation(fields: Fields): Quotation | undefined {
    const text = fields.requiredText('text');
    const speaker = fields.requiredText('speaker');
    const date = this.#date(fields, 'date');
    const source = fields.text('source');
    if (text === undefined || speaker === undefined || date === undefined) return undefined;
    const sourceId =
      source === undefined ? {} : { source: toEntryId(this.#packId, 'source', source) };
    return { text, speaker, date, ...sourceId };
  }

  /** Fields that problems name by the entry's id. */
  #named(fields: Fields, type: EntryType): Fields {
    const id = fields.text('id');
    return id === undefined
      ? fields
      : fields.named(l10n.t('the {0} “{1}”', entryTypeName(type), id));
  }

  #id(fields: Fields, type: EntryType, file: string, body?: Located['body']): EntryId | undefined {
    const localId = fields.requiredText('id');
    if (localId === undefined) return undefined;
    if (!isLocalId(localId)) {
      fields.problem(
        'id',
        l10n.t(
          'The id “{0}” may hold only lower-case letters, digits and single hyphens.',
          localId,
        ),
      );
      return undefined;
    }
    const id = toEntryId(this.#packId, type, localId);
    const other = this.#located.get(id);
    if (other !== undefined) {
      fields.problem(
        'id',
        l10n.t(
          'The id “{0}” is already that of the {1} at line {2} of {3}. Choose another.',
          localId,
          entryTypeName(type),
          other.line,
          other.file,
        ),
      );
      return undefined;
    }
    this.#located.set(id, {
      file,
      line: fields.lineOf('id'),
      lineOf: (key) => (fields.has(key) ? fields.lineOf(key) : fields.line),
      ...(body === undefined ? {} : { body }),
    });
    return id;
  }

  #ids(fields: Fields, key: string, type: EntryType): readonly EntryId[] {
    // An id that is written twice counts once.
    return [...new Set(fields.texts(key))].map((localId) => toEntryId(this.#packId, type, localId));
  }

  #date(fields: Fields, key: string): EdtfDate | undefined {
    const date = fields.requiredText(key);
    if (date === undefined || isEdtf(date)) return date;
    fields.problem(
      key,
      l10n.t(
        '“{0}” is not a date in EDTF. Write 2025-09-05, 2025-09, 2025 or 2026-01-23/2026-01-24.',
        date,
      ),
    );
    return undefined;
  }

  #problem(file: string, line: number, message: string): void {
    this.#problems.push({ file, line, message });
  }
}

const packPaths =
  'pack.yaml, topics/*.md, terms/*.yaml, timeline.yaml, sources.json, polls.yaml, pledges.yaml, quotations.yaml, sample.md';

/** True for the files that a pack is made of, and for a README beside them. */
function isPackPath(path: string): boolean {
  return /^(?:(?:pack|timeline|polls|pledges|quotations)\.yaml|sources\.json|sample\.md|topics\/[^/]+\.md|terms\/[^/]+\.ya?ml|readme\.md)$/i.test(
    path,
  );
}

/** The ids of kinds, for a sentence. */
function listOf(kinds: readonly TermKind[]): string {
  return kinds.length === 0 ? l10n.t('none') : kinds.map(({ id }) => id).join(', ');
}

/** Kinds that terms have and pack.yaml does not list come after those it lists, under their ids. */
function withKindsOf(terms: readonly Term[], listed: readonly TermKind[]): readonly TermKind[] {
  const ids = new Set(listed.map(({ id }) => id));
  const unlisted = new Set(terms.map(({ kind }) => kind).filter((kind) => !ids.has(kind)));
  const named = [...unlisted].map((id) => ({ id, one: id, many: id, icon: 'symbol-string' }));
  return [...listed, ...named];
}

/** Headings of the second level begin sections; what stands before the first is the short answer. */
function splitSections(body: string): { shortAnswer: string; sections: readonly Section[] } {
  const lines = body.split(/\r?\n/);
  const tokens = createPackMarkdown().parse(body, {});
  const starts = tokens.flatMap((token, index) =>
    token.type === 'heading_open' && token.tag === 'h2' && token.level === 0 && token.map !== null
      ? [{ line: token.map[0], end: token.map[1], title: tokens[index + 1]?.content ?? '' }]
      : [],
  );
  const text = (from: number, to: number | undefined): string =>
    lines.slice(from, to).join('\n').trim();
  const anchors = new Set<string>();
  const sections = starts.map(({ end, title }, index) => ({
    anchor: uniqueAnchor(title, anchors),
    title,
    body: text(end, starts[index + 1]?.line),
  }));
  return { shortAnswer: text(0, starts[0]?.line), sections };
}

function uniqueAnchor(title: string, taken: Set<string>): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  let anchor = plain;
  for (let n = 2; taken.has(anchor); n++) anchor = `${plain}-${n}`;
  taken.add(anchor);
  return anchor;
}

function isEdtf(date: string): boolean {
  try {
    parseEdtf(date);
    return true;
  } catch {
    // edtf tells of every text that is no date by throwing.
    return false;
  }
}

/** Date of a CSL item as EDTF, without time. */
function cslDate(value: unknown): EdtfDate | undefined {
  const parts = (value as { 'date-parts'?: unknown } | undefined)?.['date-parts'];
  if (!Array.isArray(parts)) return undefined;
  const dates = parts
    .filter(Array.isArray)
    .map((numbers: unknown[]) =>
      numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-'),
    );
  const date = dates.join('/');
  return date !== '' && isEdtf(date) ? date : undefined;
}

type DefinedOnly<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function definedOnly<T extends object>(fields: T): DefinedOnly<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as DefinedOnly<T>;
}
