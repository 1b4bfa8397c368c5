import * as l10n from '@vscode/l10n';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import type { EntryId, Fact, Term } from '../packs/pack';
import { Quotations, quotationsIn } from '../prose/quotation';
import { displayDate } from '../render/formatDate';
import { sentenceAt } from '../terms/conditions';
import type { Span } from '../terms/span';
import type { Steps } from '../terms/steps';
import { SpanList } from '../terms/spanList';
import type { Finding } from './finding';
import { isDate, toNamedTerm } from './namedTerm';
import { plainSentence } from './plainSentence';
import { findDates } from './writtenDates';
import { wrongDates } from './wrongDates';
import { wrongNumbers } from './wrongNumbers';

/** With one of these a sentence may mean something else than what is: then nothing is said. */
const HEDGED =
  /\b(?:not|never|nor|neither|would|could|might|should|if|unless|whether|anniversary|anniversaries|commemorat\w*|celebrat\w*|drafts?|drafted|wrongly|incorrectly|mistakenly|myth|rather than|instead of|scheduled|planned|plans?|due to be|expected|proposed|proposal|rumou?rs?|claim(?:s|ed)?|alleg\w+|amend\w*|revis\w+|readopted|in its (?:new|present|current) \w+|supposedly|imagine|predict\w*|forecast\w*|almost|nearly|believ\w*|think|thinks|thought|assum\w*|suppos\w*|misconception|mistake|error|false|untrue|in fact|in truth|actually|confus\w*|novel|fiction\w*|legends?|tales?|jok\w+|hoax\w*|(?:was|were|is|are) to)\b|n['’]t\b|\?["'’”»)\]*_]*\s*$/i;
/** How the sentence behind begins where it denies what one has said. */
const DENIED =
  /^[\s"“‘«*_(]*(?:no\b|wrong|false|not\b|in fact\b|in truth\b|actually|(?:that|this|it) (?:is|was) (?:not|wrong|false|a mistake|an error|untrue)|(?:that|this|it) (?:is|was)n[’']t)/i;
/** What is longer is no sentence. */
const LONGEST = 1500;

/**
 * Figures and dates in a draft that differ from those that the pack records for the term that the sentence names. It
 * says nothing where the sentence may mean something else: another day, another thing, a quotation, a range, about so
 * many.
 *
 * @returns Ascending. A step is a sentence. English sentences only, for the words by which a figure shows its meaning are English.
 */
export function* findUnrecordedFigures(library: Library, draft: Draft): Steps<readonly Finding[]> {
  const { text, matches } = draft;
  const withFacts = new Set<EntryId>();
  for (const { entryId } of matches.mentions()) {
    const entry = library.entry(entryId);
    if (entry?.type === 'term' && entry.facts.length > 0) withFacts.add(entryId);
  }
  if (withFacts.size === 0) return [];
  const quotations = new Quotations(text, draft.prose);
  const found: Finding[] = [];
  let until = 0;
  for (const match of matches) {
    if (match.start < until || !withFacts.has(match.entryId)) continue;
    const sentence = sentenceAt(text, match, quotations.paragraphAt(match.start));
    until = sentence.end;
    if (
      !/\d|\b(?:one|t[a-z]+|f[a-z]+|s[a-z]+|eight\w*|nine\w*|eleven)\b/i.test(
        text.slice(sentence.start, sentence.end),
      )
    )
      continue;
    yield;
    found.push(...checkSentence(library, draft, quotations, sentence));
  }
  return found;
}

function checkSentence(
  library: Library,
  draft: Draft,
  quotations: Quotations,
  span: Span,
): readonly Finding[] {
  if (span.end - span.start > LONGEST) return [];
  const written = draft.text.slice(span.start, span.end);
  if (HEDGED.test(written) || DENIED.test(draft.text.slice(span.end, span.end + 40))) return [];
  const excluded = draft.prose.exclude;
  const plain = plainSentence(written, span, excluded);
  const sentence = plain.text;
  const named = draft.matches
    .within(span)
    .flatMap((match) => toNamedTerm(library, match, span.start) ?? [])
    .map((each) => ({ ...each, ...plain.toPlain(each) }));
  const quoted = SpanList.of(quotationsIn(written));
  const isOpen = (part: Span): boolean => {
    const { start, end } = plain.toWritten(part);
    const whole = { start: span.start + start, end: span.start + end };
    return (
      !quoted.overlaps(start, end) &&
      !excluded.overlaps(whole.start, whole.end) &&
      !quotations.has(whole)
    );
  };
  const dates = findDates(sentence);
  const findings = [
    ...wrongDates(sentence, named, dates.filter(isOpen)),
    ...wrongNumbers(sentence, named, dates).filter(isOpen),
  ];
  return findings.map(({ term, fact, ...part }) => {
    const { start, end } = plain.toWritten(part);
    return {
      ...{ rule: 'recordedFact' as const, start: span.start + start, end: span.start + end },
      ...{ entryId: term.id, form: `${term.title}: ${sentence.slice(part.start, part.end)}` },
      message: messageOf(term, fact, library),
      ...(fact.sources[0] === undefined ? {} : { source: fact.sources[0] }),
      fixes: [],
    };
  });
}

function messageOf({ title }: Term, fact: Fact, library: Library): string {
  const value = isDate(fact.value) ? displayDate(String(fact.value)) : String(fact.value);
  const unit = fact.unit === undefined ? '' : ` ${fact.unit}`;
  const source = library.entries(fact.sources)[0];
  const from = source === undefined ? l10n.t('unconfirmed: no source at hand') : source.title;
  const measured = `${value}${unit}`;
  const asOf = displayDate(fact.asOf);
  return isDate(fact.value)
    ? l10n.t(
        'The record has another date. {0}, {1}: {2} (as of {3}; {4}).',
        title,
        fact.property,
        measured,
        asOf,
        from,
      )
    : l10n.t(
        'The record has another figure. {0}, {1}: {2} (as of {3}; {4}).',
        title,
        fact.property,
        measured,
        asOf,
        from,
      );
}
