import * as l10n from '@vscode/l10n';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import type { Fact, Term } from '../packs/pack';
import { Quotations, quotationsIn } from '../prose/quotation';
import { displayDate } from '../render/formatDate';
import { sentenceAt } from '../terms/conditions';
import type { Span } from '../terms/span';
import type { Steps } from '../terms/steps';
import { SpanList } from '../terms/spanList';
import type { TermMatch } from '../terms/termIndex';
import { DATE_CUES, NUMBER_CUES } from './factCues';
import type { Finding } from './finding';
import { plainSentence } from './plainSentence';
import { agrees, findDates, type WrittenDate } from './writtenDates';
import { valueOf } from './writtenNumbers';

/** With one of these a sentence may mean something else than what is: then nothing is said. */
const HEDGED =
  /\b(?:not|never|nor|neither|would|could|might|should|if|unless|whether|anniversary|anniversaries|commemorat\w*|celebrat\w*|drafts?|drafted|wrongly|incorrectly|mistakenly|myth|rather than|instead of|scheduled|planned|plans?|due to be|expected|proposed|proposal|rumou?rs?|claim(?:s|ed)?|alleg\w+|amend\w*|revis\w+|readopted|in its (?:new|present|current) \w+|supposedly|imagine|predict\w*|forecast\w*|almost|nearly|believ\w*|think|thinks|thought|assum\w*|suppos\w*|misconception|mistake|error|false|untrue|in fact|in truth|actually|confus\w*|novel|fiction\w*|legends?|tales?|jok\w+|hoax\w*|(?:was|were|is|are) to)\b|n['’]t\b|\?["'’”»)\]*_]*\s*$/i;
/** How the sentence behind begins where it denies what one has said. */
const DENIED =
  /^[\s"“‘«*_(]*(?:no\b|wrong|false|not\b|in fact\b|in truth\b|actually|(?:that|this|it) (?:is|was) (?:not|wrong|false|a mistake|an error|untrue)|(?:that|this|it) (?:is|was)n[’']t)/i;
/** With one of these a number may be of another day, or of a part. */
const OTHER_TIME =
  /\b(?:then|at the time|during|originally|initially|formerly|previously|earlier|once|used to|until|till|before|after|since|when|grew|grown|rose|fell|expand\w*|enlarg\w*|joined|joining|accession|increas\w*|another|other|further|additional|only|of them|of which|of those|will|today|now|so far|already|eventually|later|(?:\d+|[a-z]+) of the (?:\d|[a-z]+(?:een|ty)))\b/i;
/** Before a number: it is not meant exactly, or counts something else. */
const ABOUT =
  /(?:\b(?:about|around|some|roughly|approximately|nearly|almost|over|above|more than|fewer than|less than|at least|at most|up to|as many as|under|below|the first|the last|the other|another|or|to|and|between|from|article|articles|resolution|no\.?|number|page|pages|p\.|pp\.|paragraph|chapter|section|item|point|~|≈|>|<)\s*)$/i;
/** Behind a verb: what it is about has been named, and no object follows. */
const NO_OBJECT =
  /^\s*(?:$|[.,;:)!?(]|\d|(?:in|on|at|by|during|early|late|mid|there|back|jointly|under|between|with|as|this|last|next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/;
/** Behind what is counted: nothing there says which of them. Whatever else follows may mean a part. */
const COMPLETE =
  /^["'’”»*_)\]]*\s*(?:$|[.!?)]|[,;:(—–]\s*(?!\s|\d|(?:all|both|none|most|many|some|each|who|that|those|the ones|in|outside|inside|within|among|namely|only|mostly|mainly|including)\b)|(?:in total|in all(?!\s+but)|altogether|as of)\b|and\s+(?:\d|(?:is|has|was|had|its|no)\b))/i;
/** The same behind `the 32 members of NATO`, of which something is said. */
const SAID_OF_ALL =
  /^\s+(?:are|have|must|can|may|shall|do|decide|agree|act|meet|stand|share|take|vote|consult)\b/i;
/** Behind `all 32 members of NATO` there are some of them only if this follows. */
const NOT_ALL =
  /^\s+(?:that|who|whom|whose|which|where|in|with|without|from|for|on|at|of|under|outside|inside|within|east|west|north|south|not|but|except|then|elected|chosen|\p{L}+ing)\b/iu;
/** `took part`, `pledged`: the words by which a number is found end in what those did whom it counts. */
const IN_VERB = /(?:ed|took|part|met|made|undertook)$|^staff\s+of\s/i;
/** Behind a number of those who did something: it is a part, or of some. */
const PARTIAL =
  /^\s+(?:in\s+(?!total|all\b)|online|remotely|by\s+video|of\s+(?:its|their)\b|voted|abstain)/i;
/** A sentence that says of whom it counts before anything else: `In Africa, 28 states …`. */
const OF_PART = /^[\s#>*_("“-]*(?:In|Among|From|Of|For)\s+(?:the\s+)?\p{Lu}[\p{L} ]*,/u;
/** A clause of its own, about another thing that has a name. */
const OTHER_CLAUSE = /\b(?:while|whereas|but|compared|than|unlike)\b.*\p{Lu}/su;
/** Between a term and a verb about it, and between the verb and its date. */
const BETWEEN_SUBJECT =
  /^(?:['’]s?|\s|,|\(|\)|[“”"]|\b(?:was|were|is|are|been|be|being|had|has|have|which|that|who|formally|officially|finally|first|itself|the|a|an|summit|meeting|conference|document|text|treaty|declaration|agreement|memorandum|communiqué|communique|act|resolution|talks|in|at|by|on|of|for|with|to|and|jointly|also|duly)\b|\b\p{Lu}[\p{L}’'.-]*)*$/u;
const BETWEEN_DATE =
  /^(?:\s|,|\(|\)|[“”"]|\b(?:on|in|at|by|of|the|a|an|during|early|late|mid|its|their|summit|meeting|conference|there|back|of state|leaders|heads|jointly|and|city|capital|morning|evening|day|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b\p{Lu}[\p{L}’'.-]*)*$/u;
/** Before a term: a clause or a sentence begins with it. */
const CLAUSE_START =
  /(?:^[\s#>*_("“-]*(?:(?:At|In|On)(?:\s+(?:\p{Lu}[\p{L}’'.-]*|near|de|di))+\s+)?|[;:—–(“"]\s*|,\s+(?:and\s+|but\s+)?|\b(?:[Tt]hat|[Ww]hen|[Ww]hile|[Aa]s|[Ss]ince|[Bb]ecause|[Aa]lthough|[Tt]hough|[Ww]here|[Ww]hy|[Hh]ow)\s+)(?:(?:[Tt]he|[Aa]n?|[Tt]his)\s+)?(?:\p{Lu}[\p{L}’'-]*['’]s?\s+)?$/u;
/** Before a term: another noun, to which the term belongs. `a successor to the`, `the meeting that followed the` */
const OF_OTHER =
  /\b(?:a|an|the|its|this|that|every|each|no|any|another|next|last|first|his|her|their|my|our|your|[\p{L}]+['’]s)\s+(?:[\p{L}’'-]+\s+){1,3}(?:of|to|for|on|about|before|after|behind|with|than|against|like|following|preceding|succeeding|replacing|(?:that|which)\s+[\p{L}]+(?:\s+\w+)?)\s+(?:the\s+)?$/iu;
/** Before a verb's noun: the date may be that of what came before or behind, `the talks that preceded the signing`. */
const LEADING_TO = /\b(?:preced|follow|led|lead)\w*\s+(?:up\s+)?(?:to\s+)?(?:the\s+)?$/i;
/** Before a term: one of several that have its name. */
const ONE_OF_SEVERAL = /\b(?:an?|another|any|no|every|some)\s+$/i;
/** Behind a term: a noun to which it belongs, `the NATO Defence College`, `the Founding Act talks`. */
const BEFORE_OTHER =
  /^(?:['’]s?\s+\p{L}|['’]?\s+(?:\p{Lu}|(?:talks|consultations|negotiations|conferences?|meetings?|treaty|document|declaration|debates?|reviews?|process|reports?|resolution|commitments?|sign(?:atories|ing)|parties|ceremony|dispute|crisis|follow-up|successor)\b))/u;
const BETWEEN_OBJECT = /^(?:\s|[“”"‘]|\b(?:of|the|a|an|their|its|his|so-called|new|on|for)\b)*$/u;
/** The properties that the year beside a thing's name is that of. */
const NAMING = ['signed', 'adopted', 'held', 'issued', 'agreed', 'published'];
/** Properties that a thing can have again, years later. */
const RENEWED = ['approved'];
/** From a term or its verb to the date. UTF-16 code units. */
const FARTHEST = 270;
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
  const withFacts = new Map<string, readonly Fact[]>();
  for (const { entryId } of matches.mentions()) {
    const entry = library.entry(entryId);
    if (entry?.type === 'term' && entry.facts.length > 0) withFacts.set(entryId, entry.facts);
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

/** A term of a sentence, in offsets of the sentence, with what is recorded of it. */
interface Named extends Span {
  readonly term: Term;
  /** Whether others have the name, from which a year tells the term apart. */
  readonly isVague: boolean;
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
    .flatMap((match) => toNamed(library, match, span.start))
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

/** A name that is discouraged may mean more than what is recorded: then nothing of it is compared. */
function toNamed(
  library: Library,
  { entryId, label, start, end }: TermMatch,
  base: number,
): Named[] {
  const term = library.entry(entryId);
  if (term?.type !== 'term' || label.kind === 'discouraged') return [];
  const isVague = YEAR.test(term.title) && !YEAR.test(label.text);
  return [{ term, isVague, start: start - base, end: end - base }];
}

const YEAR = /\b(?:1\d|20)\d\d\b/;

interface Wrong extends Span {
  readonly term: Term;
  readonly fact: Fact;
}

function wrongDates(
  sentence: string,
  named: readonly Named[],
  dates: readonly WrittenDate[],
): readonly Wrong[] {
  return dates.flatMap((date) => {
    if (isRange(sentence, date) || isHeading(sentence, date)) return [];
    const meant = beside(sentence, named, date) ?? spokenOf(sentence, named, date);
    if (meant === undefined) return [];
    const [{ term, isVague }, properties] = meant;
    const facts = dateFacts(term)
      .filter(({ property }) => properties.includes(property))
      .filter(
        ({ property, value }) =>
          !(isVague || RENEWED.includes(property)) || String(value).startsWith(String(date.year)),
      );
    const isRight = facts.length === 0 || facts.some(({ value }) => agrees(date, String(value)));
    const [fact] = facts;
    // One may sign later than all others did.
    const isSigned = fact?.property === 'signed';
    if (isSigned && isOfOne(sentence, date) && isLater(date, String(fact.value))) return [];
    return isRight || fact === undefined ? [] : [{ start: date.start, end: date.end, term, fact }];
  });
}

/** `Poland signed …`, `… signed by Poland in 1994`: one alone did it. */
function isOfOne(sentence: string, date: Span): boolean {
  const before = sentence.slice(0, date.start);
  return (
    /^[\s#>*_("“-]*(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:has\s+|had\s+|also\s+|finally\s+)?[a-z]+ed\b/u.test(
      before,
    ) || /\bby\s+(?:the\s+)?(?:\p{Lu}[\p{L}’'.-]*\s+){1,3}(?:in|on)\s+$/u.test(before)
  );
}

function isLater(date: WrittenDate, recorded: string): boolean {
  const parts = [date.year, date.month, date.day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'));
  const written = parts.join('-');
  return written > recorded.slice(0, written.length);
}

/** `1945: Charter signed`: a date that heads its line is that of what follows, not of the line above. */
function isHeading(sentence: string, { start, end }: Span): boolean {
  return (
    /(?:^|\n)[\s>*#|-]*$/.test(sentence.slice(0, start)) &&
    /^\s*(?:[:|\t]|[–—-]\s)/.test(sentence.slice(end))
  );
}

/** `the 1995 Budapest Memorandum`, `Budapest Memorandum of 1995`, `Budapest Memorandum (1995)`: the term, and what is meant. */
function beside(
  sentence: string,
  named: readonly Named[],
  date: WrittenDate,
): readonly [Named, readonly string[]] | undefined {
  const before = named.find(({ start }) => start > date.end);
  const behind = lastBefore(named, date.start);
  const isBefore =
    before !== undefined &&
    date.month === undefined &&
    /^\s$/.test(sentence.slice(date.end, before.start)) &&
    /\b(?:the|a|that|this)\s$/i.test(sentence.slice(0, date.start)) &&
    !BEFORE_OTHER.test(sentence.slice(before.end));
  const isBehind =
    behind !== undefined &&
    (/^\s+of\s+$/.test(sentence.slice(behind.end, date.start)) ||
      (/^\s+\($/.test(sentence.slice(behind.end, date.start)) && sentence[date.end] === ')'));
  const thing = isBefore ? before : isBehind ? behind : undefined;
  if (thing === undefined) return undefined;
  // Of a thing with several dates it is not certain which one its name would have.
  const naming = dateFacts(thing.term);
  const isSure = naming.length > 0 && naming.every(({ property }) => NAMING.includes(property));
  return isSure ? [thing, NAMING] : undefined;
}

/** `The memorandum was signed in 1995`, `signed the memorandum in 1995`, `In 1995 the memorandum was signed`. */
function spokenOf(
  sentence: string,
  named: readonly Named[],
  date: WrittenDate,
): readonly [Named, readonly string[]] | undefined {
  for (const [property, cues] of Object.entries(DATE_CUES)) {
    const having = named.filter(({ term }) =>
      dateFacts(term).some((fact) => fact.property === property),
    );
    if (having.length === 0) continue;
    for (const { 0: cue, index } of sentence.matchAll(new RegExp(`\\b(?:${cues})\\b`, 'gi'))) {
      const verb = { start: index, end: index + cue.length };
      const thing = having.find((each) => isAbout(sentence, each, verb, date));
      if (thing === undefined) continue;
      // Another thing that the words may be about as well.
      const isOther = named.some(
        (other) => other.term !== thing.term && isNearer(sentence, other, thing, verb),
      );
      if (!isOther) return [thing, propertiesOf(thing.term, cue)];
    }
  }
  return undefined;
}

/** The properties of a term that a verb can mean. */
function propertiesOf(term: Term, cue: string): readonly string[] {
  return dateFacts(term)
    .map(({ property }) => property)
    .filter((property) => new RegExp(`^(?:${DATE_CUES[property] ?? '(?!)'})$`, 'i').test(cue));
}

function isAbout(sentence: string, thing: Span, verb: Span, date: Span): boolean {
  const gap = (from: number, to: number) => sentence.slice(from, to);
  if (date.end - Math.min(thing.start, verb.start) > FARTHEST) return false;
  if (verb.end <= date.start) {
    if (thing.end <= verb.start)
      return (
        isHead(gap(0, thing.start), gap(thing.end, verb.end)) &&
        isSubjectOf(gap(thing.end, verb.start)) &&
        NO_OBJECT.test(gap(verb.end, date.start)) &&
        BETWEEN_DATE.test(gap(verb.end, date.start))
      );
    return (
      thing.start >= verb.end &&
      !LEADING_TO.test(gap(0, verb.start)) &&
      thing.end <= date.start &&
      BETWEEN_OBJECT.test(gap(verb.end, thing.start)) &&
      BETWEEN_DATE.test(gap(thing.end, date.start))
    );
  }
  // The date comes first, and opens the sentence.
  const opens = /^[\s#>*_("“-]*(?:On|In)\s+(?:\w+day,?\s+)?$/.test(gap(0, date.start));
  return (
    opens &&
    thing.start > date.end &&
    thing.end <= verb.start &&
    /^,?\s*(?:(?:the|a)\s+)?$/.test(gap(date.end, thing.start)) &&
    isSubjectOf(gap(thing.end, verb.start)) &&
    NO_OBJECT.test(sentence.slice(verb.end))
  );
}

/**
 * Whether what a verb says is said of a term itself, and not of a noun that the term belongs to.
 *
 * @param behind From the term to the verb's end.
 */
function isHead(before: string, behind: string): boolean {
  if (BEFORE_OTHER.test(behind) || OF_OTHER.test(before) || ONE_OF_SEVERAL.test(before))
    return false;
  // `, signed in 1994`, `signed in 1994`: words that belong to what stands beside them.
  const isBeside = /^\s*(?:,|\(|(?:which|that)\b|\w+ed\b)/.test(behind);
  return isBeside || CLAUSE_START.test(before);
}

function isSubjectOf(between: string): boolean {
  return BETWEEN_SUBJECT.test(between) && !/\band\s+(?:the|a|an)\b/i.test(between);
}

/** Whether another thing stands between a thing and the verb, and does not just belong to the thing: `summit on Ukraine`. */
function isNearer(sentence: string, other: Span, thing: Span, verb: Span): boolean {
  const [from, to] = thing.end <= verb.start ? [thing.end, verb.start] : [verb.end, thing.start];
  if (other.start < from || other.end > to) return false;
  const before = sentence.slice(from, other.start);
  return !/\b(?:on|of|for|with|to|in|at|by)\s+(?:the\s+)?(?:[\p{L}]+\s+and\s+)?$/u.test(before);
}

/** `1994-1996`, `from 1994 to 1996`, `between 1994 and 1996`, `since 1994`, `the 1990s`, a reference `(Smith 1994)`. */
function isRange(sentence: string, { start, end }: Span): boolean {
  const before = sentence.slice(Math.max(0, start - 24), start);
  const behind = sentence.slice(end, end + 16);
  return (
    /(?:[-–—/~]|\b(?:between|from|since|until|till|to|and|or|before|after|by|around|about|circa|c\.))\s*$/i.test(
      before,
    ) ||
    // A reference to what somebody has written.
    /\(\s*(?:see\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:and|&)\s+\p{Lu}[\p{L}’'.-]*|et\s+al\.?))?,?\s+$/u.test(
      before,
    ) ||
    /^\s*(?:[-–—/]|s\b|(?:and|or|to|through|until)\s+(?:\d|[A-Z][a-z]+ \d))/.test(behind)
  );
}

function wrongNumbers(
  sentence: string,
  named: readonly Named[],
  dates: readonly WrittenDate[],
): readonly Wrong[] {
  const found: Wrong[] = [];
  for (const [property, patterns] of Object.entries(NUMBER_CUES)) {
    const having = named.filter(({ term }) => numberFacts(term, property).length > 0);
    const terms = new Set(having.map(({ term }) => term));
    const [thing] = having;
    if (thing === undefined || terms.size !== 1 || having.every(({ isVague }) => isVague)) continue;
    if (OF_PART.test(sentence)) continue;
    const facts = numberFacts(thing.term, property);
    const [fact] = facts;
    if (fact === undefined) continue;
    const isVote = /^votes|^abst/.test(property);
    if (!isVote && OTHER_TIME.test(sentence)) continue;
    // A sentence with a date of its own speaks of that day.
    const ofDay = [...numberFacts(thing.term, property), ...dateFacts(thing.term)];
    if (!dates.every((date) => ofDay.some((each) => agrees(date, dayOf(each))))) continue;
    for (const pattern of patterns) {
      for (const match of sentence.matchAll(new RegExp(pattern, 'giu'))) {
        const written = match[1] ?? '';
        const start = match.index + match[0].indexOf(written);
        const isSame = facts.some(({ value }) => value === valueOf(written));
        // Who counts far fewer means a part.
        if (!isVote && facts.every(({ value }) => valueOf(written) * 2 < Number(value))) continue;
        const isExact =
          !ABOUT.test(sentence.slice(Math.max(0, start - 24), start)) ||
          (/to\s+$/.test(sentence.slice(0, start)) && isVote);
        const nearest = nearestTo(named, start);
        const behind = sentence.slice(match.index + match[0].length);
        const between = sentence.slice(nearest?.end ?? 0, start);
        if (isSame || !isExact || nearest?.term !== thing.term) continue;
        if (isPart(match[0], behind, isVote) || OTHER_CLAUSE.test(between)) continue;
        if (SUBJECT_CUE.test(match[0]) && !isDirect(sentence.slice(0, match.index), nearest))
          continue;
        if (COMPOUND.test(match[0]) && !isApposed(sentence, start, nearest)) continue;
        const isAll =
          /^all\b/i.test(match[0]) ||
          /\b(?:each|all)\s+of\s+$/i.test(sentence.slice(0, match.index));
        const next = match.index + match[0].length;
        if (/\bof\s$/.test(match[0]) && !isOfAll(sentence, next, thing, isAll)) continue;
        found.push({ start, end: start + written.length, term: thing.term, fact });
      }
    }
  }
  return found.filter(
    (each, index) => found.findIndex(({ start }) => start === each.start) === index,
  );
}

/** `32-member alliance` */
const COMPOUND = /-(?:member|nation|state|strong)\s/i;

/** `NATO, a 32-member alliance`, `NATO is a 32-nation alliance`. */
function isApposed(sentence: string, start: number, { end }: Span): boolean {
  return (
    end <= start &&
    /^(?:,\s+(?:which\s+is\s+)?|\s+(?:is|remains)\s+(?:now\s+)?)(?:a|an|the)\s+$/.test(
      sentence.slice(end, start),
    )
  );
}

/** Whether a term stands at an offset, and what is said there is said of all that were counted. */
function isOfAll(sentence: string, offset: number, { start, end }: Span, isAll: boolean): boolean {
  const behind = sentence.slice(end);
  if (!/^(?:the\s+)?$/.test(sentence.slice(offset, start))) return false;
  return COMPLETE.test(behind) || (isAll ? !NOT_ALL.test(behind) : SAID_OF_ALL.test(behind));
}

/** Whether a number may be that of a part. */
function isPart(cue: string, behind: string, isVote: boolean): boolean {
  if (isVote || IN_VERB.test(cue)) return PARTIAL.test(behind);
  return !/\bof\s$/.test(cue) && !COMPOUND.test(cue) && !COMPLETE.test(behind);
}

/** A verb that says of its subject how many it has. */
const SUBJECT_CUE = /^(?:has|have|counts|comprises|includes|numbers)\b/i;

/** Whether a term is the subject of what follows: `NATO has`, `NATO, which now has`. */
function isDirect(before: string, { end }: Span): boolean {
  return (
    end <= before.length &&
    /^[\s,]*(?:which|that|who|now|today|currently|\s)*$/.test(before.slice(end))
  );
}

/** The term that stands last before an offset, or else first behind it. */
function nearestTo(named: readonly Named[], offset: number): Named | undefined {
  return lastBefore(named, offset) ?? named[0];
}

function lastBefore(named: readonly Named[], offset: number): Named | undefined {
  return named.filter(({ end }) => end <= offset).at(-1);
}

function dateFacts({ facts }: Term): readonly Fact[] {
  return facts.filter(({ value, property }) => isDate(value) && property in DATE_CUES);
}

function numberFacts({ facts }: Term, property: string): readonly Fact[] {
  return facts.filter((fact) => fact.property === property && typeof fact.value === 'number');
}

function isDate(value: string | number): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}(?:-\d\d){0,2}[~?%]?(?:\/\d{4}(?:-\d\d){0,2}[~?%]?)?$/.test(value)
  );
}

/** The day that a fact is of: its own, if it is a date, or that as of which it holds. */
function dayOf({ value, asOf }: Fact): string {
  return isDate(value) ? String(value) : asOf;
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
