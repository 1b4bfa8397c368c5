import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import { toPackId } from '../packs/entryId';
import type { Term } from '../packs/pack';
import { Quotations } from '../prose/quotation';
import { plainText } from '../render/packTokens';
import { unconfirmedNote } from '../render/unconfirmedNote';
import { isAbbreviation } from '../terms/labelPattern';
import { withSmallFirst } from '../terms/smallWords';
import { smallLabel } from '../terms/termCompletion';
import type { TermMatch } from '../terms/termIndex';
import { isSentenceStart } from './discouragedForms';
import type { Finding, Fix } from './finding';
import { isOfOtherLanguage } from './sentenceLanguage';

/** A longer gloss is no longer one. */
const longestGloss = 160;

/**
 * Abbreviations that a draft uses before it spells them out. Only those count for which the pack prefers the long form:
 * one that it prefers itself needs no explanation.
 *
 * @returns Of each the first mention in the writer's own words.
 */
export function findUnexplainedAbbreviations(
  library: Library,
  markdown: MarkdownIt,
  draft: Draft,
): readonly Finding[] {
  const quotations = new Quotations(draft.text, draft.prose);
  return draft.matches.mentions().flatMap(({ first }) => {
    const found = unexplained(library, draft, quotations, first);
    return found === undefined ? [] : [toFinding(library, markdown, draft, found)];
  });
}

/** Whether `findUnexplainedAbbreviations` has something to say of an entry, given its first mention. */
export function isUnexplained(library: Library, draft: Draft, first: TermMatch): boolean {
  return unexplained(library, draft, new Quotations(draft.text, draft.prose), first) !== undefined;
}

/** An abbreviation that is not explained, with what it stands for. */
interface Unexplained {
  readonly term: Term;
  readonly match: TermMatch;
  readonly long: string;
}

/**
 * The first mention of an entry outside quotations, if all up to it are abbreviations that nothing explains: who quotes
 * cannot spell out, but a quotation may.
 */
function unexplained(
  library: Library,
  draft: Draft,
  quotations: Quotations,
  first: TermMatch,
): Unexplained | undefined {
  const term = library.entry(first.entryId);
  if (term?.type !== 'term') return undefined;
  const rest = { start: first.end, end: draft.text.length };
  for (
    let match: TermMatch | undefined = first, later: TermMatch[] | undefined;
    match !== undefined;
    match = later.shift()
  ) {
    const long = longForm(term, match, draft.text);
    if (long === undefined || isExplained(draft, match)) return undefined;
    if (!quotations.has(match)) return { term, match, long };
    later ??= draft.matches.within(rest).filter(({ entryId }) => entryId === first.entryId);
  }
  return undefined;
}

/**
 * What an abbreviation stands for, if the pack prefers that in one of the languages that have the abbreviation, and the
 * sentence is not plainly of another.
 */
function longForm(term: Term, match: TermMatch, draft: string): string | undefined {
  const { text } = match.label;
  // A number of a document, ES-11/1, is none.
  if (!isAbbreviation(text) || text.includes('/')) return undefined;
  const languages = term.labels
    .filter((label) => label.text === text && label.kind === 'alternative')
    .map(({ lang }) => lang);
  return term.labels.find(
    ({ kind, lang, text: long }) =>
      kind === 'preferred' &&
      languages.includes(lang) &&
      !isAbbreviation(long) &&
      !isOfOtherLanguage(draft, match, lang),
  )?.text;
}

/** Marks of emphasis, links and elements that may close behind an abbreviation. */
const CLOSING =
  /^(?:[\s*_~`}\]]|\]\([^()\n]{0,300}\)|<\/[a-z]{1,12}>|&nbsp;){0,20}?\s*([([]|,|:|–|—|-{2,3}|\bstands for\b|\bis short for\b)\s*/;
/** Elements and commands that explain what they hold by themselves. */
const EXPLAINING =
  /(?:<abbr\s[^<>]{0,300}\btitle=[^<>]{0,300}>|\\(?:ac|acr|gls|Gls|Ac)[a-z]{0,8}\*?\{)$/;
/** As far as `CLOSING` looks, and `EXPLAINING` back. */
const REACH = 400;

/**
 * `NATO (North Atlantic Treaty Organization)`, any other words in brackets, the long form after a comma, colon or dash,
 * or a command or element of the markup that explains what stands in it.
 */
function isExplained({ text, matches }: Draft, { entryId, start, end }: TermMatch): boolean {
  if (EXPLAINING.test(text.slice(Math.max(0, start - REACH), start))) return true;
  const [behind, sign] = CLOSING.exec(text.slice(end, end + REACH)) ?? [];
  if (behind === undefined || sign === undefined) return false;
  if (/[([]/.test(sign)) return true;
  const next = end + behind.length;
  return matches
    .within({ start: next, end: next + 8 })
    .some((match) => match.entryId === entryId && !isAbbreviation(match.label.text));
}

function toFinding(
  library: Library,
  markdown: MarkdownIt,
  { text }: Draft,
  { term, match, long }: Unexplained,
): Finding {
  const { start, end, label } = match;
  const written = text.slice(start, end);
  const [abbreviation, ending] = splitPossessive(written);
  const isStart = isSentenceStart(text, start);
  const spelled = isStart ? long : smallLabel(long, library.smallWords());
  const fixes: Fix[] = [
    {
      ...{ text: `${spelled}${ending} (${abbreviation})`, isSafe: false },
      title: l10n.t('Write out: “{0}”', `${spelled}${ending} (${abbreviation})`),
    },
  ];
  const language = library.packs.find(({ id }) => id === toPackId(term.id))?.lang ?? '';
  const gloss = isOfOtherLanguage(text, match, language)
    ? undefined
    : glossOf(library, markdown, term);
  if (gloss !== undefined && ending === '')
    fixes.push({
      ...{ text: `${written} (${gloss})`, isSafe: false },
      title: l10n.t('Add what it is: “{0}”', gloss),
    });
  return {
    ...{ rule: 'unexplainedAbbreviation', start, end, entryId: term.id, form: label.text, fixes },
    message: l10n.t(
      '“{0}” is not spelled out at its first mention. It stands for “{1}”.',
      abbreviation,
      long,
    ),
  };
}

function splitPossessive(written: string): readonly [string, string] {
  const ending = /['’]s?$/i.exec(written)?.[0] ?? '';
  return [written.slice(0, written.length - ending.length), ending];
}

/** The first sentence of a term's definition, as it stands in brackets. None if a source does not confirm all of it. */
function glossOf(library: Library, markdown: MarkdownIt, term: Term): string | undefined {
  if (unconfirmedNote(markdown, term.definition) !== '') return undefined;
  const sentence = /^.+?[.!?](?=\s|$)/su.exec(plainText(markdown, term.definition))?.[0];
  if (sentence === undefined || sentence.length > longestGloss) return undefined;
  return withSmallFirst(sentence.slice(0, -1), library.smallWords());
}
