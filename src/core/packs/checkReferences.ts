import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import { findReferences, plainText } from '../render/packTokens';
import { completeRelations } from './completeRelations';
import { parseEntryLink, toEntryId, toEntryType, toLocalId } from './entryId';
import type { Located } from './entryIds';
import { entryTypeName } from './entryTypeName';
import { overviewsOf } from './overviews';
import type {
  Entry,
  EntryId,
  Pack,
  PackMarkdown,
  PackProblem,
  Term,
  TimelineEvent,
  Topic,
} from './pack';

/**
 * Takes references out of `pack` that lead nowhere, and reports each, with links and citations in its texts that do.
 *
 * @returns The pack with only references that hold. Texts stay as they are; whoever renders them shows a link that
 * leads nowhere as its text.
 */
export function checkReferences(
  pack: Pack,
  located: ReadonlyMap<EntryId, Located>,
  markdown: MarkdownIt,
): { readonly pack: Pack; readonly problems: readonly PackProblem[] } {
  const checker = new ReferenceChecker(pack, located, markdown);
  const checked: Pack = {
    ...pack,
    topics: pack.topics.map((topic) => checker.topic(topic)),
    terms: pack.terms.map((term) => checker.term(term)),
    events: pack.events.map((event) => checker.event(event)),
    polls: pack.polls.map((poll) => ({
      ...poll,
      sources: checker.data('polls.yaml', poll.id, poll.sources),
    })),
    pledges: pack.pledges.map((pledge) => ({
      ...pledge,
      sources: checker.data('pledges.yaml', pledge.id, pledge.sources),
    })),
  };
  const acyclic = checker.withoutCycles(checked);
  const complete = { ...acyclic, terms: completeRelations(acyclic.terms) };
  return { pack: complete, problems: checker.problems };
}

class ReferenceChecker {
  readonly problems: PackProblem[] = [];
  readonly #packId: string;
  readonly #located: ReadonlyMap<EntryId, Located>;
  readonly #markdown: MarkdownIt;
  readonly #entries: ReadonlyMap<EntryId, Entry>;

  constructor(pack: Pack, located: ReadonlyMap<EntryId, Located>, markdown: MarkdownIt) {
    this.#packId = pack.id;
    this.#located = located;
    this.#markdown = markdown;
    const all: readonly Entry[] = [
      ...[...pack.topics, ...pack.terms, ...pack.events, ...pack.sources],
      ...overviewsOf(pack),
    ];
    this.#entries = new Map(all.map((entry) => [entry.id, entry]));
  }

  topic(topic: Topic): Topic {
    const body = this.#located.get(topic.id)?.body;
    if (body !== undefined) this.#text(topic, body.text, 'text', body.line);
    return {
      ...topic,
      terms: this.#existing(topic, 'terms', topic.terms),
      events: this.#existing(topic, 'events', topic.events),
      related: this.#existing(topic, 'related', topic.related),
    };
  }

  term(term: Term): Term {
    this.#text(term, term.definition, 'definition');
    if (term.scopeNote !== undefined) this.#text(term, term.scopeNote, 'scopeNote');
    if (term.contested !== undefined) this.#text(term, term.contested, 'contested');
    for (const { advice } of term.labels) {
      if (advice?.source !== undefined) this.#existing(term, 'discouraged', [advice.source]);
    }
    return {
      ...term,
      broader: this.#existing(term, 'broader', term.broader),
      narrower: this.#existing(term, 'narrower', term.narrower),
      related: this.#existing(term, 'related', term.related),
      topics: this.#existing(term, 'topics', term.topics),
      sources: this.#existing(term, 'sources', term.sources),
      facts: term.facts.map((fact) => ({
        ...fact,
        sources: this.#existing(term, 'facts', fact.sources),
      })),
    };
  }

  event(event: TimelineEvent): TimelineEvent {
    this.#text(event, event.text, 'text');
    return {
      ...event,
      title: plainText(this.#markdown, event.text),
      topics: this.#existing(event, 'topics', event.topics),
      terms: this.#existing(event, 'terms', event.terms),
    };
  }

  /** Sources of an item that is no entry, so that its line is not at hand. */
  data(file: string, id: string, sources: readonly EntryId[]): readonly EntryId[] {
    return sources.filter((source) => {
      if (this.#entries.has(source)) return true;
      const message = l10n.t(
        '“{0}” names the source “{1}”, which is not in sources.json.',
        id,
        toLocalId(source),
      );
      this.problems.push({ file, line: 1, message });
      return false;
    });
  }

  /** Takes the `broader` that closes a circle out of a term, and reports it. Cost: linear in terms and steps. */
  withoutCycles(pack: Pack): Pack {
    const closing = closingSteps(new Map(pack.terms.map((term) => [term.id, term.broader])));
    const terms = pack.terms.map((term) => {
      const lost = closing.get(term.id);
      if (lost === undefined) return term;
      const names = [...lost].map(toLocalId).join(', ');
      this.#problem(
        term,
        'broader',
        l10n.t('“broader: {0}” leads back to this term. Take one of the steps out.', names),
      );
      return { ...term, broader: term.broader.filter((id) => !lost.has(id)) };
    });
    return { ...pack, terms };
  }

  #existing(entry: Entry, key: string, ids: readonly EntryId[]): readonly EntryId[] {
    return ids.filter((id) => {
      if (this.#entries.has(id)) return true;
      this.#problem(
        entry,
        key,
        l10n.t(
          '“{0}” names the {1} “{2}”, which the pack does not have.',
          key,
          entryTypeName(toEntryType(id)),
          toLocalId(id),
        ),
      );
      return false;
    });
  }

  #text(entry: Entry, text: PackMarkdown, key: string, firstLine?: number): void {
    const problem = (line: number, message: string): void => {
      this.#problem(entry, key, message, firstLine === undefined ? undefined : firstLine + line);
    };
    const { citations, links } = findReferences(this.#markdown, text);
    for (const { target, line } of citations) {
      if (this.#entries.has(toEntryId(this.#packId, 'source', target))) continue;
      problem(line, l10n.t('[@{0}] cites a source that is not in sources.json.', target));
    }
    for (const { target, line } of links) {
      const message = this.#linkProblem(target);
      if (message !== undefined) problem(line, message);
    }
  }

  /** What is wrong with a link's target, if anything is. */
  #linkProblem(href: string): string | undefined {
    if (/^https?:\/\//i.test(href)) return undefined;
    const target = parseEntryLink(this.#packId, href);
    const found = target === undefined ? undefined : this.#entries.get(target.entryId);
    if (found === undefined) {
      return l10n.t(
        'The link to “{0}” leads nowhere. Link to topic/…, term/…, event/… or source/….',
        href,
      );
    }
    const anchor = target?.anchor;
    const sections = found.type === 'topic' ? found.sections : [];
    if (anchor === undefined || sections.some((section) => section.anchor === anchor))
      return undefined;
    return l10n.t('The link to “{0}” names a section that the entry does not have.', href);
  }

  #problem(entry: Entry, key: string, message: string, line?: number): void {
    const where = this.#located.get(entry.id);
    if (where === undefined) return;
    this.problems.push({
      file: where.file,
      line: line ?? where.lineOf(key),
      message: l10n.t(
        'The {0} “{1}”: {2}',
        entryTypeName(entry.type),
        toLocalId(entry.id),
        message,
      ),
    });
  }
}

/**
 * Steps that close a circle, by where they start: without them no way leads back. Found by going down from each node in
 * turn and noting every step to a node that the way is still on. With a stack of its own, for a chain may be long.
 */
function closingSteps(
  steps: ReadonlyMap<EntryId, readonly EntryId[]>,
): ReadonlyMap<EntryId, ReadonlySet<EntryId>> {
  const closing = new Map<EntryId, Set<EntryId>>();
  const onTheWay = new Set<EntryId>();
  const done = new Set<EntryId>();
  for (const start of steps.keys()) {
    const way: { readonly node: EntryId; next: number }[] = [];
    const enter = (node: EntryId): void => {
      onTheWay.add(node);
      way.push({ node, next: 0 });
    };
    if (!done.has(start)) enter(start);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const target = steps.get(top.node)?.[top.next++];
      if (target === undefined) {
        onTheWay.delete(top.node);
        done.add(top.node);
        way.pop();
      } else if (onTheWay.has(target)) {
        closing.set(top.node, (closing.get(top.node) ?? new Set()).add(target));
      } else if (!done.has(target)) {
        enter(target);
      }
    }
  }
  return closing;
}
