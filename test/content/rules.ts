import type { MarkdownIt } from 'markdown-it';
import { toLocalId } from '../../src/core/packs/entryId';
import type { EntryId, Pack, Term, Topic } from '../../src/core/packs/pack';
import { formatDate } from '../../src/core/render/formatDate';
import { plainText, findReferences } from '../../src/core/render/packTokens';
import { entryTexts } from '../../src/core/packs/entryTexts';
import type { TermIndex } from '../../src/core/terms/termIndex';
import { packStatements, quotedTexts, statements, type Statement } from './statements';

/** What a pack is held to. Each rule gives a sentence for each place that breaks it. */
export interface PackUnderCheck {
  readonly pack: Pack;
  readonly markdown: MarkdownIt;
  readonly terms: TermIndex;
  /** Words and expressions that texts put in quotation marks because they speak of the words, not because someone said them. */
  readonly mentions: readonly string[];
}

export type Rule = (check: PackUnderCheck) => readonly string[];

/** Sections that every topic ends with. */
const lastSections = ['What is disputed', 'What to watch for when writing'];

/** A statement with a figure, a date or a quotation has a source, or says that it is unconfirmed. */
export const figuresHaveSources: Rule = (check) =>
  packStatements(check.markdown, check.pack)
    .filter((statement) => statement.sources.length === 0 && !statement.unconfirmed)
    .filter((statement) => needsSource(check, statement))
    .map(({ where, text }) => `${where}: no source behind “${text}”`);

function needsSource({ pack, terms, mentions }: PackUnderCheck, { text }: Statement): boolean {
  // Digits that belong to a name, such as Article 51 or G7, are no figures.
  const withoutNames = terms
    .findAll(text)
    .reduceRight((rest, match) => rest.slice(0, match.start) + rest.slice(match.end), text);
  if (
    /\d/.test(
      withoutNames.replace(/\b(?:Articles?|Art\.|Chapter|Resolution)\s[\dIVX]+(?:\(\d+\))?/g, ''),
    )
  )
    return true;
  const words = new Set(mentions.map(folded));
  return quotedTexts(text).some((quoted) => !words.has(folded(quoted)) && !isLabel(pack, quoted));
}

/** Every quotation stands in the pack's list of quotations, letter for letter, or is a mention of words. */
export const quotationsAreListed: Rule = ({ pack, markdown, mentions }) => {
  const words = new Set(mentions.map(folded));
  return packStatements(markdown, pack).flatMap(({ where, text }) =>
    quotedTexts(text)
      .filter((quoted) => !words.has(folded(quoted)) && !isLabel(pack, quoted))
      .filter(
        (quoted) =>
          !pack.quotations.some((quotation) =>
            quotation.text.includes(quoted.replace(/[.,]$/, '')),
          ),
      )
      .map((quoted) => `${where}: “${quoted}” is not in quotations.yaml`),
  );
};

/** Every quotation of the list stands in some text. */
export const quotationsAreUsed: Rule = ({ pack, markdown }) => {
  const texts = packStatements(markdown, pack)
    .map(({ text }) => text)
    .join('\n');
  return pack.quotations
    .filter(({ text }) => !texts.includes(text))
    .map(({ text }) => `quotations.yaml: “${text}” is quoted nowhere`);
};

/** Every source is used: cited, or listed by a term, a fact, a poll, a pledge or a piece of advice. */
export const sourcesAreUsed: Rule = ({ pack, markdown }) => {
  const used = new Set<string>(packStatements(markdown, pack).flatMap(({ sources }) => sources));
  const add = (ids: readonly EntryId[]): void => {
    for (const id of ids) used.add(toLocalId(id));
  };
  for (const term of pack.terms) {
    add(term.sources);
    for (const fact of term.facts) add(fact.sources);
    for (const { advice } of term.labels) add(advice?.source === undefined ? [] : [advice.source]);
  }
  for (const { sources } of [...pack.polls, ...pack.pledges]) add(sources);
  for (const pledge of pack.pledges) {
    for (const { target } of findReferences(markdown, pledge.statement).citations) used.add(target);
  }
  return pack.sources
    .map(({ id }) => toLocalId(id))
    .filter((id) => !used.has(id))
    .map((id) => `sources.json: “${id}” is used nowhere`);
};

/** A discouraged form stands only in quotation marks. */
export const noDiscouragedForms: Rule = ({ pack, markdown, terms }) =>
  [...pack.topics, ...pack.terms, ...pack.events].flatMap((entry) =>
    entryTexts(entry).flatMap((text) => {
      const plain = plainText(markdown, text).replace(/"[^"]*"|“[^”]*”|«[^»]*»/g, (quoted) =>
        ' '.repeat(quoted.length),
      );
      return terms
        .findAll(plain)
        .filter(({ label }) => label.kind === 'discouraged')
        .map(
          ({ start, end }) =>
            `${entry.type} ${toLocalId(entry.id)}: the discouraged form “${plain.slice(start, end)}”`,
        );
    }),
  );

/** A topic has all its parts, each within its length in words. */
export const topicsAreComplete: Rule = ({ pack, markdown }) =>
  pack.topics.flatMap((topic) => {
    const problems: string[] = [];
    const where = `topic ${toLocalId(topic.id)}`;
    const count = (texts: readonly string[]): number =>
      texts
        .map(
          (text) =>
            plainText(markdown, text)
              .split(/\s+/)
              .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
        )
        .reduce((a, b) => a + b, 0);
    const answer = count([topic.shortAnswer]);
    if (answer < 60 || answer > 110)
      problems.push(`${where}: the short answer has ${String(answer)} words, not 60 to 110`);
    const article = count(topic.sections.map((section) => section.body));
    if (article < 500 || article > 1000)
      problems.push(`${where}: the article has ${String(article)} words, not 500 to 1,000`);
    const titles = topic.sections.map((section) => section.title).slice(-lastSections.length);
    if (titles.join() !== lastSections.join())
      problems.push(`${where}: the last sections must be ${lastSections.join(' and ')}`);
    for (const [name, ids] of [
      ['terms', topic.terms],
      ['events', topic.events],
      ['related', topic.related],
    ] as const) {
      if (ids.length === 0) problems.push(`${where}: no ${name}`);
    }
    return problems;
  });

/** Somebody who reads can come to every term: from a topic or from another term. */
export const termsAreReachable: Rule = ({ pack, markdown }) => {
  const reached = new Set<EntryId>();
  const follow = (from: Topic | Term, ids: readonly EntryId[]): void => {
    for (const id of ids) if (id !== from.id) reached.add(id);
  };
  for (const entry of [...pack.topics, ...pack.terms]) {
    if (entry.type === 'topic') follow(entry, entry.terms);
    else follow(entry, [...entry.related, ...entry.broader, ...entry.narrower]);
    for (const text of entryTexts(entry)) {
      follow(
        entry,
        findReferences(markdown, text).links.map(({ target }) => `${pack.id}/${target}`),
      );
    }
  }
  return pack.terms
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => `term ${toLocalId(id)}: nothing leads to it`);
};

/** A label that two terms share is decided: at most one of them has it without a condition. */
export const sharedLabelsAreDecided: Rule = ({ pack }) =>
  [...sharedLabels(pack)]
    .filter(([, owners]) => owners.filter(({ conditioned }) => !conditioned).length > 1)
    .map(
      ([text, owners]) =>
        `the label “${text}” leads to ${owners.map(({ id }) => toLocalId(id)).join(' and ')} without a condition`,
    );

/** Labels that more than one term has, with their terms. */
export function sharedLabels(
  pack: Pack,
): ReadonlyMap<string, readonly { readonly id: EntryId; readonly conditioned: boolean }[]> {
  const owners = new Map<string, { id: EntryId; conditioned: boolean }[]>();
  for (const term of pack.terms) {
    const seen = new Set<string>();
    for (const { text, condition } of term.labels) {
      const key = folded(text);
      if (seen.has(key)) continue;
      seen.add(key);
      owners.set(key, [
        ...(owners.get(key) ?? []),
        { id: term.id, conditioned: condition !== undefined },
      ]);
    }
  }
  return new Map([...owners].filter(([, terms]) => terms.length > 1));
}

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const fullDate = new RegExp(
  `\\b(\\d{1,2})(?: (?:to|and|or) \\d{1,2})? (${month}) (\\d{4})\\b`,
  'g',
);

/** A topic's "as of" is the newest day that its text speaks of; days that are only planned do not count. */
export const asOfIsNewestDate: Rule = ({ pack, markdown }) =>
  pack.topics.flatMap((topic) => {
    const days = entryTexts(topic)
      .flatMap((text) => statements(markdown, text, ''))
      .filter(({ text }) => !/\b(?:scheduled|planned|due|would be held)\b/.test(text))
      .flatMap(({ text }) => [...text.matchAll(fullDate)].map(isoDate));
    const newest = days.sort().at(-1);
    if (newest === undefined || newest === topic.asOf) return [];
    return [
      `topic ${toLocalId(topic.id)}: as of ${formatDate(topic.asOf)}, but the newest day in it is ${formatDate(newest)}`,
    ];
  });

function isoDate([, day = '', name = '', year = '']: RegExpMatchArray): string {
  const number = month.split('|').indexOf(name) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** No two terms are defined alike. */
export const definitionsDiffer: Rule = ({ pack, markdown }) => {
  const seen = new Map<string, EntryId>();
  return pack.terms.flatMap(({ id, definition }) => {
    const words = folded(plainText(markdown, definition));
    const other = seen.get(words);
    seen.set(words, id);
    return other === undefined ? [] : [`term ${toLocalId(id)}: defined like ${toLocalId(other)}`];
  });
};

/** Polls of one series asked the same question. */
export const seriesHaveOneQuestion: Rule = ({ pack }) => {
  const questions = new Map<string, string>();
  return pack.polls.flatMap(({ id, series, question }) => {
    if (series === undefined) return [];
    const first = questions.get(series) ?? question;
    questions.set(series, first);
    return first === question
      ? []
      : [`poll ${id}: another question than the first of its series “${series}”`];
  });
};

export const rules: Readonly<Record<string, Rule>> = {
  figuresHaveSources,
  quotationsAreListed,
  quotationsAreUsed,
  sourcesAreUsed,
  noDiscouragedForms,
  topicsAreComplete,
  termsAreReachable,
  sharedLabelsAreDecided,
  asOfIsNewestDate,
  definitionsDiffer,
  seriesHaveOneQuestion,
};

function isLabel(pack: Pack, text: string): boolean {
  const wanted = folded(text);
  return pack.terms.some((term) => term.labels.some((label) => folded(label.text) === wanted));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
