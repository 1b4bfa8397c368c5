import type { Fact, Term } from '../packs/pack';
import type { Span } from '../terms/span';
import { NUMBER_CUES } from './factCues';
import { dateFacts, isDate, lastBefore, type NamedTerm, type WrongFigure } from './namedTerm';
import { agrees, type WrittenDate } from './writtenDates';
import { valueOf } from './writtenNumbers';

/** With one of these a number may be of another day, or of a part. */
const OTHER_TIME =
  /\b(?:then|at the time|during|originally|initially|formerly|previously|earlier|once|used to|until|till|before|after|since|when|grew|grown|rose|fell|expand\w*|enlarg\w*|joined|joining|accession|increas\w*|another|other|further|additional|only|of them|of which|of those|will|today|now|so far|already|eventually|later|(?:\d+|[a-z]+) of the (?:\d|[a-z]+(?:een|ty)))\b/i;
/** Before a number: it is not meant exactly, or counts something else. */
const ABOUT =
  /(?:\b(?:about|around|some|roughly|approximately|nearly|almost|over|above|more than|fewer than|less than|at least|at most|up to|as many as|under|below|the first|the last|the other|another|or|to|and|between|from|article|articles|resolution|no\.?|number|page|pages|p\.|pp\.|paragraph|chapter|section|item|point|~|≈|>|<)\s*)$/i;
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
/** `32-member alliance` */
const COMPOUND = /-(?:member|nation|state|strong)\s/i;
/** A verb that says of its subject how many it has. */
const SUBJECT_CUE = /^(?:has|have|counts|comprises|includes|numbers)\b/i;

/**
 * The numbers of a sentence that are not those recorded of the term that it names: how many members it has, how many
 * voted for it. Nothing is found where a number may be of another day, about so many, or of a part of what is counted.
 *
 * @param named Ascending; in offsets of the sentence, as are `dates` and what is returned.
 * @param dates All that the sentence has, in quotations too: each must be the day of something recorded.
 * @returns By property; at one place the first.
 */
export function wrongNumbers(
  sentence: string,
  named: readonly NamedTerm[],
  dates: readonly WrittenDate[],
): readonly WrongFigure[] {
  if (OF_PART.test(sentence)) return [];
  const found = new Map<number, WrongFigure>();
  for (const [property, patterns] of Object.entries(NUMBER_CUES)) {
    const having = named.filter(({ term }) => numberFacts(term, property).length > 0);
    const [thing] = having;
    if (thing === undefined || having.some(({ term }) => term !== thing.term)) continue;
    if (having.every(({ isVague }) => isVague)) continue;
    const facts = numberFacts(thing.term, property);
    const [fact] = facts;
    if (fact === undefined) continue;
    const isVote = /^votes|^abst/.test(property);
    if (!isVote && OTHER_TIME.test(sentence)) continue;
    // A sentence with a date of its own speaks of that day.
    const ofDay = [...facts, ...dateFacts(thing.term)];
    if (!dates.every((date) => ofDay.some((each) => agrees(date, dayOf(each))))) continue;
    for (const cue of patterns.flatMap((each) => [...sentence.matchAll(new RegExp(each, 'giu'))])) {
      const written = cue[1] ?? '';
      const start = cue.index + cue[0].indexOf(written);
      if (found.has(start)) continue;
      const number = valueOf(written);
      if (facts.some(({ value }) => value === number)) continue;
      // Who counts far fewer means a part.
      if (!isVote && facts.every(({ value }) => number * 2 < Number(value))) continue;
      if (isCountOf(thing, sentence, named, cue, start, isVote))
        found.set(start, { start, end: start + written.length, term: thing.term, fact });
    }
  }
  return [...found.values()];
}

/**
 * Whether a number is said of all that is counted of a thing, and exactly.
 *
 * @param cue The words by which the number was found.
 * @param start Where the number stands.
 */
function isCountOf(
  thing: NamedTerm,
  sentence: string,
  named: readonly NamedTerm[],
  cue: RegExpExecArray,
  start: number,
  isVote: boolean,
): boolean {
  const [words] = cue;
  const before = sentence.slice(0, cue.index);
  const next = cue.index + words.length;
  const isExact =
    !ABOUT.test(sentence.slice(Math.max(0, start - 24), start)) ||
    (isVote && /to\s+$/.test(sentence.slice(0, start)));
  // The term that stands last before the number, or else first behind it.
  const nearest = lastBefore(named, start) ?? named[0];
  if (!isExact || nearest?.term !== thing.term) return false;
  const between = sentence.slice(nearest.end, start);
  if (isPart(words, sentence.slice(next), isVote) || OTHER_CLAUSE.test(between)) return false;
  if (SUBJECT_CUE.test(words) && !isDirect(before, nearest)) return false;
  if (COMPOUND.test(words) && !isApposed(sentence, start, nearest)) return false;
  const isAll = /^all\b/i.test(words) || /\b(?:each|all)\s+of\s+$/i.test(before);
  return !/\bof\s$/.test(words) || isOfAll(sentence, next, thing, isAll);
}

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

/** Whether a term is the subject of what follows: `NATO has`, `NATO, which now has`. */
function isDirect(before: string, { end }: Span): boolean {
  return (
    end <= before.length &&
    /^[\s,]*(?:which|that|who|now|today|currently|\s)*$/.test(before.slice(end))
  );
}

function numberFacts({ facts }: Term, property: string): readonly Fact[] {
  return facts.filter((fact) => fact.property === property && typeof fact.value === 'number');
}

/** The day that a fact is of: its own, if it is a date, or that as of which it holds. */
function dayOf({ value, asOf }: Fact): string {
  return isDate(value) ? String(value) : asOf;
}
