import * as l10n from '@vscode/l10n';
import parseEdtf from 'edtf';
import { createPackMarkdown } from '../render/packMarkdown';
import { definedOnly } from './definedOnly';
import type { EntryIds } from './entryIds';
import { entryTypeName } from './entryTypeName';
import type {
  EdtfDate,
  EntryType,
  Fact,
  PackProblem,
  Section,
  Source,
  Term,
  TermKind,
  TimelineEvent,
  Topic,
} from './pack';
import type { PackFile } from './packFile';
import { parseLabels } from './parseLabels';
import { isEdtf, parseYaml, type Fields } from './yamlFields';

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

/**
 * Reads a topic's file: front matter, the short answer, sections.
 *
 * @returns Undefined, with problems reported, if it lacks what a topic must have.
 */
export function parseTopic(
  file: PackFile,
  ids: EntryIds,
  problems: PackProblem[],
): Topic | undefined {
  const parts = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file.text);
  const frontMatter = parts?.[1];
  if (parts === null || frontMatter === undefined) {
    const message = l10n.t(
      'The file must begin with front matter: a line “---”, the fields, and a line “---”.',
    );
    problems.push({ file: file.path, line: 1, message });
    return undefined;
  }
  const { map } = parseYaml(frontMatter, 'map', l10n.t('the topic'), file.path, 2, problems);
  if (map === undefined) return undefined;
  const fields = namedById(map, 'topic');
  fields.allowOnly(topicFields);
  const bodyLine = 1 + (parts[0].match(/\n/g)?.length ?? 0);
  const body = { text: file.text.slice(parts[0].length), line: bodyLine };
  const { shortAnswer, sections } = splitSections(body.text);
  const title = fields.requiredText('title');
  const question = fields.requiredText('question');
  const asOf = fields.requiredDate('asOf');
  if (shortAnswer === '') {
    const message = l10n.t('The topic has no short answer. Write it before the first heading.');
    problems.push({ file: file.path, line: bodyLine, message });
  }
  const id = ids.claim(fields, 'topic', file.path, body);
  if (id === undefined || title === undefined || question === undefined || asOf === undefined)
    return undefined;
  return {
    ...{ type: 'topic', id, title, question, shortAnswer, sections, asOf },
    terms: ids.named(fields, 'terms', 'term'),
    events: ids.named(fields, 'events', 'event'),
    related: ids.named(fields, 'related', 'topic'),
  };
}

/**
 * Reads an item of a file of terms.
 *
 * @param file Path of the file.
 * @param kinds Those that the pack lists; undefined if it cannot be told, so that any is good.
 * @param lang The pack's language, in which the term must have a name.
 * @returns Undefined, with problems reported, if it lacks what a term must have.
 */
export function parseTerm(
  item: Fields,
  ids: EntryIds,
  file: string,
  kinds: readonly TermKind[] | undefined,
  lang: string,
): Term | undefined {
  const fields = namedById(item, 'term');
  fields.allowOnly(termFields);
  const labels = parseLabels(fields, lang, (localId) => ids.of('source', localId));
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
  const asOf = fields.requiredDate('asOf');
  const scopeNote = fields.text('scopeNote');
  const contested = fields.text('contested');
  const id = ids.claim(fields, 'term', file);
  const complete = kind !== undefined && definition !== undefined && asOf !== undefined;
  if (id === undefined || title === undefined || !complete) return undefined;
  return {
    ...{ type: 'term', id, kind, title, labels, definition, asOf },
    ...definedOnly({ scopeNote, contested }),
    broader: ids.named(fields, 'broader', 'term'),
    narrower: ids.named(fields, 'narrower', 'term'),
    related: ids.named(fields, 'related', 'term'),
    topics: ids.named(fields, 'topics', 'topic'),
    sources: ids.named(fields, 'sources', 'source'),
    facts: fields.maps('facts').flatMap((fact) => parseFact(fact, ids) ?? []),
  };
}

function parseFact(fields: Fields, ids: EntryIds): Fact | undefined {
  fields.allowOnly(['property', 'value', 'unit', 'asOf', 'sources']);
  const property = fields.requiredText('property');
  const value = fields.textOrNumber('value');
  const unit = fields.text('unit');
  const asOf = fields.requiredDate('asOf');
  if (property === undefined || value === undefined || asOf === undefined) return undefined;
  const sources = ids.named(fields, 'sources', 'source');
  return { property, value, asOf, sources, ...definedOnly({ unit }) };
}

/**
 * Reads an item of `timeline.yaml`.
 *
 * @param kinds Those of events that the pack lists.
 * @returns Undefined, with problems reported, if it lacks what an event must have.
 */
export function parseEvent(
  item: Fields,
  ids: EntryIds,
  kinds: readonly TermKind[],
): TimelineEvent | undefined {
  const fields = namedById(item, 'event');
  fields.allowOnly(eventFields);
  const text = fields.requiredText('text');
  const date = fields.requiredDate('date');
  const id = ids.claim(fields, 'event', 'timeline.yaml');
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
    topics: ids.named(fields, 'topics', 'topic'),
    terms: ids.named(fields, 'terms', 'term'),
  };
}

/** Reads an item of `sources.json`. Undefined, with problems reported, if it lacks what a source must have. */
export function parseSource(item: Fields, ids: EntryIds): Source | undefined {
  const fields = namedById(item, 'source');
  const csl = fields.toJson();
  const title = fields.requiredText('title');
  const id = ids.claim(fields, 'source', 'sources.json');
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

/** Fields that problems name by the entry's id. */
function namedById(fields: Fields, type: EntryType): Fields {
  const id = fields.text('id');
  return id === undefined ? fields : fields.named(l10n.t('the {0} “{1}”', entryTypeName(type), id));
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

/** The ids of kinds, for a sentence. */
function listOf(kinds: readonly TermKind[]): string {
  return kinds.length === 0 ? l10n.t('none') : kinds.map(({ id }) => id).join(', ');
}
