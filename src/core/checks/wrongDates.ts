import type { Term } from '../packs/pack';
import type { Span } from '../terms/span';
import { DATE_CUES } from './factCues';
import { dateFacts, lastBefore, type NamedTerm, type WrongFigure } from './namedTerm';
import { agrees, isLater, type WrittenDate } from './writtenDates';

/** Behind a verb: what it is about has been named, and no object follows. */
const NO_OBJECT =
  /^\s*(?:$|[.,;:)!?(]|\d|(?:in|on|at|by|during|early|late|mid|there|back|jointly|under|between|with|as|this|last|next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/;
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

/**
 * The dates of a sentence that are not those recorded of a term that it names. A date counts as a term's where it stands
 * beside the term's name, or where a verb that has a property's meaning joins the two.
 *
 * @param named Ascending. So are `dates`, and what is returned; all are in offsets of the sentence.
 */
export function wrongDates(
  sentence: string,
  named: readonly NamedTerm[],
  dates: readonly WrittenDate[],
): readonly WrongFigure[] {
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
  named: readonly NamedTerm[],
  date: WrittenDate,
): readonly [NamedTerm, readonly string[]] | undefined {
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
  named: readonly NamedTerm[],
  date: WrittenDate,
): readonly [NamedTerm, readonly string[]] | undefined {
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
