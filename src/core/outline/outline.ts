import * as l10n from '@vscode/l10n';
import { isOutOfDate } from '../packs/freshness';
import type { Library } from '../packs/library';
import { overviewsOf } from '../packs/overviews';
import type {
  EdtfDate,
  Entry,
  EntryId,
  Overview,
  Pack,
  Source,
  Term,
  TimelineEvent,
  Topic,
} from '../packs/pack';
import { sourceOrigin } from '../render/entryText';
import { displayDate } from '../render/formatDate';

/** A node of the sidebar, as plain data. */
export interface OutlineNode {
  /** Unique in the outline and the same each time the outline is made. */
  readonly id: string;
  readonly label: string;
  /** Shown dimmed behind the label. */
  readonly description?: string;
  /** Name of a VS Code codicon. */
  readonly icon: string;
  /** The entry that a click opens; its anchor, if the node is a section. */
  readonly entryId?: EntryId;
  readonly anchor?: string;
  readonly children: readonly OutlineNode[];
  /** A group that is open from the start. */
  readonly expanded?: boolean;
}

/**
 * The sidebar's tree: topics in their groups, glossary by kind, timeline by year, polls, pledges, sources by kind.
 * With several packs each pack is a node above them.
 *
 * @param reviewedSince An entry whose date is earlier is marked as out of date. EDTF, to the day.
 */
export function outline(library: Library, reviewedSince: EdtfDate): readonly OutlineNode[] {
  const [only, ...others] = library.packs;
  if (only === undefined) return [];
  if (others.length === 0) return packNodes(library, only, reviewedSince);
  return library.packs.map((pack) => ({
    id: pack.id,
    label: pack.title,
    icon: 'library',
    expanded: true,
    children: packNodes(library, pack, reviewedSince),
  }));
}

/** Which node stands above which, by id. */
export function parents(roots: readonly OutlineNode[]): ReadonlyMap<string, OutlineNode> {
  const above = new Map<string, OutlineNode>();
  const visit = (node: OutlineNode): void => {
    for (const child of node.children) {
      above.set(child.id, node);
      visit(child);
    }
  };
  roots.forEach(visit);
  return above;
}

function packNodes(library: Library, pack: Pack, reviewedSince: EdtfDate): readonly OutlineNode[] {
  const root = (
    name: string,
    label: string,
    icon: string,
    children: readonly OutlineNode[],
  ): OutlineNode => ({
    ...{ id: `${pack.id}/${name}`, label, icon, children },
    description: String(children.reduce((count, child) => count + child.children.length, 0)),
    expanded: name === 'topics',
  });
  const overviews = overviewsOf(pack).map((overview): OutlineNode => {
    if (overview.kind !== 'timeline') return overviewNode(overview);
    return { ...root('timeline', overview.title, 'history', years(pack)), ...opens(overview) };
  });
  return [
    root('topics', l10n.t('Topics'), 'book', topicGroups(library, pack, reviewedSince)),
    root('glossary', l10n.t('Glossary'), 'symbol-keyword', termGroups(pack, reviewedSince)),
    ...overviews,
    root('sources', l10n.t('Sources'), 'references', sourceGroups(pack)),
  ].filter((node) => node.children.length > 0 || node.entryId !== undefined);
}

function opens({ id }: Overview): { readonly id: EntryId; readonly entryId: EntryId } {
  return { id, entryId: id };
}

function overviewNode(overview: Overview): OutlineNode {
  const icon = overview.kind === 'polls' ? 'graph' : 'table';
  return { ...opens(overview), label: overview.title, icon, children: [] };
}

/** What stands behind an entry's name, and whether the entry is out of date. */
function remarks(entry: Entry, reviewedSince: EdtfDate, remark?: string): string | undefined {
  const outOfDate = isOutOfDate(entry, reviewedSince) ? l10n.t('out of date') : undefined;
  const all = [remark, outOfDate].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : all.join(' · ');
}

function topicGroups(
  library: Library,
  pack: Pack,
  reviewedSince: EdtfDate,
): readonly OutlineNode[] {
  const grouped = new Set(pack.topicGroups.flatMap((group) => group.topics));
  const rest = pack.topics.filter((topic) => !grouped.has(topic.id));
  const groups = [
    ...pack.topicGroups,
    { title: l10n.t('Other topics'), topics: rest.map((topic) => topic.id) },
  ];
  return groups
    .filter((group) => group.topics.length > 0)
    .map((group, index) => ({
      id: `${pack.id}/topics/${String(index)}`,
      label: group.title,
      icon: 'folder',
      expanded: true,
      children: library
        .entries(group.topics)
        .flatMap((entry) =>
          entry.type === 'topic' ? [topicNode(library, entry, reviewedSince)] : [],
        ),
    }));
}

function topicNode(library: Library, topic: Topic, reviewedSince: EdtfDate): OutlineNode {
  const sections = topic.sections.map((section) => ({
    ...{ id: `${topic.id}#${section.anchor}`, label: section.title, icon: 'symbol-string' },
    ...{ entryId: topic.id, anchor: section.anchor, children: [] },
  }));
  const terms = library
    .entries(topic.terms)
    .flatMap((entry) =>
      entry.type === 'term'
        ? [{ ...termNode(entry, 'symbol-keyword', reviewedSince), id: `${topic.id}>${entry.id}` }]
        : [],
    );
  return {
    // The date as it is written, which is short enough to stand behind a title.
    ...{
      id: topic.id,
      label: topic.title,
      description: remarks(topic, reviewedSince, topic.asOf) ?? '',
      icon: 'question',
      entryId: topic.id,
    },
    children: [...sections, ...terms],
  };
}

function termGroups(pack: Pack, reviewedSince: EdtfDate): readonly OutlineNode[] {
  return pack.kinds
    .map((kind) => ({
      id: `${pack.id}/glossary/${kind.id}`,
      label: kind.many,
      icon: kind.icon,
      children: sortedByLabel(
        pack.terms
          .filter((term) => term.kind === kind.id)
          .map((term) => termNode(term, kind.icon, reviewedSince)),
      ),
    }))
    .filter((node) => node.children.length > 0)
    .map(counted);
}

function termNode(term: Term, icon: string, reviewedSince: EdtfDate): OutlineNode {
  const short = term.labels.find(
    (label) => label.kind === 'alternative' && /^[\p{Lu}\d-]{2,8}$/u.test(label.text),
  );
  const description = remarks(term, reviewedSince, short?.text);
  return {
    ...{ id: term.id, label: term.title, icon, entryId: term.id, children: [] },
    ...(description === undefined ? {} : { description }),
  };
}

function years(pack: Pack): readonly OutlineNode[] {
  const byYear = new Map<string, OutlineNode[]>();
  for (const event of pack.events) {
    const year = /\d{4}/.exec(event.date)?.[0] ?? event.date;
    const nodes = byYear.get(year) ?? [];
    nodes.push(eventNode(event, year));
    byYear.set(year, nodes);
  }
  // The newest year first, for that is what most look up; within it events run forward.
  return [...byYear]
    .reverse()
    .map(([year, children]) =>
      counted({ id: `${pack.id}/timeline/${year}`, label: year, icon: 'calendar', children }),
    );
}

/** @param year That of the node above. */
function eventNode(event: TimelineEvent, year: string): OutlineNode {
  const label = displayDate(event.date, year);
  return {
    ...{ id: event.id, label, description: event.title, icon: 'circle-small' },
    ...{ entryId: event.id, children: [] },
  };
}

function sourceGroups(pack: Pack): readonly OutlineNode[] {
  const byKind = new Map<string, Source[]>();
  for (const source of pack.sources) {
    const kind = source.kind ?? 'other';
    byKind.set(kind, [...(byKind.get(kind) ?? []), source]);
  }
  return [...byKind]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, sources]) =>
      counted({
        id: `${pack.id}/sources/${kind}`,
        label: kind.charAt(0).toUpperCase() + kind.slice(1),
        icon: 'folder',
        children: sortedByLabel(sources.map(sourceNode)),
      }),
    );
}

function sourceNode(source: Source): OutlineNode {
  return {
    ...{ id: source.id, label: source.title, description: sourceOrigin(source), icon: 'link' },
    ...{ entryId: source.id, children: [] },
  };
}

function counted(node: OutlineNode): OutlineNode {
  return { ...node, description: String(node.children.length) };
}

function sortedByLabel(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return [...nodes].sort((a, b) => a.label.localeCompare(b.label));
}
