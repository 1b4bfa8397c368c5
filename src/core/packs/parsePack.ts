import * as l10n from '@vscode/l10n';
import { createPackMarkdown } from '../render/packMarkdown';
import { checkReferences } from './checkReferences';
import { definedOnly } from './definedOnly';
import { isLocalId } from './entryId';
import { EntryIds } from './entryIds';
import type { EntryId, Pack, PackProblem, Term, TermKind, TopicGroup } from './pack';
import type { PackFile } from './packFile';
import { parsePledge, parsePoll, parseQuotation } from './parseData';
import { parseEvent, parseSource, parseTerm, parseTopic } from './parseEntries';
import { parseYaml, type Fields } from './yamlFields';

/** What could be read of a pack, and what is wrong with it. */
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
  if (!isLocalId(packId)) {
    const rule = l10n.t('Rename it: lower-case letters, digits and single hyphens.');
    const message = `${l10n.t('The folder’s name, “{0}”, is the pack’s id and cannot be one.', packId)} ${rule}`;
    return { pack: undefined, problems: [{ file: 'pack.yaml', line: 1, message }] };
  }
  const problems: PackProblem[] = [];
  const ids = new EntryIds(packId);
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path } of sorted) {
    if (isPackPath(path)) continue;
    const message = l10n.t('A pack has no such file. It has: {0}.', packPaths);
    problems.push({ file: path, line: 1, message });
  }
  const one = (path: string): PackFile | undefined => sorted.find((file) => file.path === path);
  const inFolder = (folder: string, extension: RegExp): readonly PackFile[] =>
    sorted.filter(
      ({ path }) => isPackPath(path) && path.startsWith(`${folder}/`) && extension.test(path),
    );
  const listOf = <T>(
    file: PackFile | undefined,
    parseItem: (item: Fields) => T | undefined,
  ): readonly T[] => {
    if (file === undefined) return [];
    const what = l10n.t('an item of {0}', file.path);
    const { items } = parseYaml(file.text, 'list', what, file.path, 1, problems);
    return items.flatMap((item) => parseItem(item) ?? []);
  };

  const head = parseHead(one('pack.yaml'), problems);
  const lang = head?.requiredText('lang') ?? 'en';
  const listedKinds = head === undefined ? undefined : parseKinds(head, 'kinds');
  const eventKinds = head === undefined ? [] : parseKinds(head, 'eventKinds');
  const sources = listOf(one('sources.json'), (item) => parseSource(item, ids));
  const topics = inFolder('topics', /\.md$/i).flatMap(
    (file) => parseTopic(file, ids, problems) ?? [],
  );
  const terms = inFolder('terms', /\.ya?ml$/i).flatMap((file) =>
    listOf(file, (item) => parseTerm(item, ids, file.path, listedKinds, lang)),
  );
  const events = listOf(one('timeline.yaml'), (item) => parseEvent(item, ids, eventKinds));
  const polls = listOf(one('polls.yaml'), (item) => parsePoll(item, ids));
  const pledges = listOf(one('pledges.yaml'), (item) => parsePledge(item, ids));
  const quotations = listOf(one('quotations.yaml'), (item) => parseQuotation(item, ids));
  const topicGroups = head === undefined ? [] : parseTopicGroups(head, ids);

  const kinds = withKindsOf(terms, listedKinds ?? []);
  const title = head?.requiredText('title');
  const asOf = head?.requiredDate('asOf');
  const pack: Pack = {
    id: packId,
    title: title ?? packId,
    description: head?.text('description') ?? '',
    lang,
    asOf: asOf ?? '',
    ...definedOnly({ sample: one('sample.md')?.text }),
    ...{ topicGroups, kinds, eventKinds, topics, terms, sources, polls, pledges, quotations },
    events: [...events].sort((a, b) => a.from - b.from),
  };
  const checked = checkReferences(pack, ids.located, createPackMarkdown());
  const sortedProblems = [...problems, ...checked.problems].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  return { pack: checked.pack, problems: sortedProblems };
}

const packFields = ['title', 'description', 'lang', 'asOf', 'topics', 'kinds', 'eventKinds'];

function parseHead(file: PackFile | undefined, problems: PackProblem[]): Fields | undefined {
  if (file === undefined) {
    const message = l10n.t('The pack has no pack.yaml. Add one with its title and language.');
    problems.push({ file: 'pack.yaml', line: 1, message });
    return undefined;
  }
  const { map } = parseYaml(file.text, 'map', l10n.t('the pack'), file.path, 1, problems);
  map?.allowOnly(packFields);
  return map;
}

function parseKinds(head: Fields, field: 'kinds' | 'eventKinds'): readonly TermKind[] {
  const seen = new Set<string>();
  return head.maps(field).flatMap((fields) => {
    const id = fields.requiredText('id');
    const one = fields.requiredText('one');
    const many = fields.requiredText('many');
    const icon = fields.text('icon') ?? 'symbol-string';
    if (id === undefined || one === undefined || many === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [{ id, one, many, icon, ...(fields.boolean('agent', false) ? { agent: true } : {}) }];
    }
    fields.problem(
      'id',
      l10n.t('The kind “{0}” stands in the list already. Take one of the two out.', id),
    );
    return [];
  });
}

function parseTopicGroups(head: Fields, ids: EntryIds): readonly TopicGroup[] {
  const grouped = new Set<EntryId>();
  return head.maps('topics').flatMap((fields) => {
    const title = fields.requiredText('title');
    if (title === undefined) return [];
    const topics = fields.texts('topics').flatMap((localId) => {
      const id = ids.of('topic', localId);
      if (grouped.has(id)) {
        fields.problem(
          'topics',
          l10n.t('The topic “{0}” stands in a group already. Once is enough.', localId),
        );
        return [];
      }
      grouped.add(id);
      if (ids.located.has(id)) return [id];
      fields.problem(
        'topics',
        l10n.t('There is no topic “{0}”. Write its file in topics/ or take it out here.', localId),
      );
      return [];
    });
    return [{ title, topics }];
  });
}

/** Kinds that terms have and pack.yaml does not list come after those it lists, under their ids. */
function withKindsOf(terms: readonly Term[], listed: readonly TermKind[]): readonly TermKind[] {
  const ids = new Set(listed.map(({ id }) => id));
  const unlisted = new Set(terms.map(({ kind }) => kind).filter((kind) => !ids.has(kind)));
  const named = [...unlisted].map((id) => ({ id, one: id, many: id, icon: 'symbol-string' }));
  return [...listed, ...named];
}

const packPaths =
  'pack.yaml, topics/*.md, terms/*.yaml, timeline.yaml, sources.json, polls.yaml, pledges.yaml, quotations.yaml, sample.md';

/** True for the files that a pack is made of, and for a README beside them. */
function isPackPath(path: string): boolean {
  return /^(?:(?:pack|timeline|polls|pledges|quotations)\.yaml|sources\.json|sample\.md|topics\/[^/]+\.md|terms\/[^/]+\.ya?ml|readme\.md)$/i.test(
    path,
  );
}
