import type { Label } from '../packs/pack';
import { APOSTROPHE, CharKind, isSkippedKind, kindOf, unitsOf } from './characters';
import { foldCodePoint, isSmall } from './foldText';
import { isAbbreviation } from './labelPattern';
import { slavicForms } from './slavicForms';

/** Which endings a label may take beside its own. Each can be switched off. */
export interface InflectionRules {
  /** `guarantee` finds `guarantees`, `treaty` finds `treaties`. */
  readonly englishPlural: boolean;
  /** `NATO` finds `NATO’s`. */
  readonly englishPossessive: boolean;
  /** `coalition of the willing` finds `coalitions of the willing`. */
  readonly englishHead: boolean;
  /** `Mandat` finds `Mandats`; `Vereinte Nationen` finds `Vereinten Nationen`. */
  readonly german: boolean;
  /** `force de réassurance` finds `forces de réassurance`. */
  readonly french: boolean;
  /** `Статут ООН` finds `Статуту ООН`. */
  readonly ukrainian: boolean;
  /** `Устав ООН` finds `Уставом ООН`. */
  readonly russian: boolean;
}

export const allInflections: InflectionRules = {
  englishPlural: true,
  englishPossessive: true,
  englishHead: true,
  german: true,
  french: true,
  ukrainian: true,
  russian: true,
};

/** What may follow the last word of an English label. */
export type Ending = 's' | 'es' | '’s';

/** The forms a label may take. */
export interface Inflection {
  /** Further spellings of the whole label, without itself. */
  readonly forms: readonly string[];
  /** May follow the label itself. */
  readonly endings: readonly Ending[];
  /** May follow each of the forms. */
  readonly formEndings: readonly Ending[];
}

const NONE: Inflection = { forms: [], endings: [], formEndings: [] };

/**
 * The forms that a label may take by the rules of its language. They are conservative: a form that another word
 * is likely to have is left to the pack's data, as are all irregular ones.
 */
export function inflect(label: Label, rules: InflectionRules): Inflection {
  const exact = label.condition?.case === 'exact';
  switch (languageOf(label.lang)) {
    case 'en':
      return english(label.text, rules, exact);
    case 'de':
      return rules.german && !exact ? { ...NONE, forms: germanForms(label.text) } : NONE;
    case 'fr':
      return rules.french && !exact ? { ...NONE, forms: frenchForms(label.text) } : NONE;
    case 'uk':
      return rules.ukrainian && !exact ? { ...NONE, forms: slavicForms(label.text, 'uk') } : NONE;
    case 'ru':
      return rules.russian && !exact ? { ...NONE, forms: slavicForms(label.text, 'ru') } : NONE;
    default:
      return NONE;
  }
}

/** The language of a tag, without region and script. */
function languageOf(tag: string): string {
  return tag.length === 2 ? tag : (tag.split('-')[0]?.toLowerCase() ?? '');
}

const PREPOSITION_LIST = 'of for in on to with at by from against between under over without'.split(
  ' ',
);
const PREPOSITIONS: ReadonlySet<string> = new Set(PREPOSITION_LIST);
const HAS_PREPOSITION = new RegExp(` (?:${PREPOSITION_LIST.join('|')}) `);
function english(text: string, rules: InflectionRules, exact: boolean): Inflection {
  const last = lastWord(text);
  if (last === '') return NONE;
  const plural = rules.englishPlural && !exact;
  const endings = plural ? pluralEndings(last) : withoutPlural;
  const forms: string[] = [];
  if (plural && endsInConsonantY(text)) forms.push(`${text.slice(0, -1)}ies`);
  const head = rules.englishHead && !exact ? pluralHead(text) : undefined;
  if (head !== undefined) forms.push(head);
  const possessive = rules.englishPossessive ? 'possessive' : 'bare';
  return { forms, endings: endings[possessive], formEndings: withoutPlural[possessive] };
}

interface Endings {
  readonly bare: readonly Ending[];
  readonly possessive: readonly Ending[];
}

const withoutPlural: Endings = { bare: [], possessive: ['’s'] };
const withS: Endings = { bare: ['s'], possessive: ['s', '’s'] };
const withEs: Endings = { bare: ['es'], possessive: ['es', '’s'] };
const withBoth: Endings = { bare: ['s', 'es'], possessive: ['s', 'es', '’s'] };

/** The word that a text ends with, or nothing if it ends with another character. */
function lastWord(text: string): string {
  const end = text.slice(text.lastIndexOf(' ') + 1);
  return /^[a-z]+$/.test(end) ? end : (/[\p{L}\p{N}\p{M}]+$/u.exec(end)?.[0] ?? '');
}

function endsInConsonantY(text: string): boolean {
  return text.endsWith('y') && /[^aeiouyAEIOUY\s]y$/.test(text);
}

/** Abbreviations take `s` whatever they end in; numbers too (`F-16s`). */
function pluralEndings(word: string): Endings {
  const last = word.at(-1)?.toLowerCase() ?? '';
  const isHissed = last === 'h' && 'csCS'.includes(word.at(-2) ?? ' ');
  if (isHissed || last === 's' || last === 'x' || last === 'z')
    return isAbbreviation(word) ? withS : withEs;
  return last === 'o' && !isAbbreviation(word) ? withBoth : withS;
}

/** The plural of the word before the first preposition, where a noun with its complement has its head. */
function pluralHead(text: string): string | undefined {
  const hasThreeWords = text.indexOf(' ') !== text.lastIndexOf(' ');
  if (!hasThreeWords || !HAS_PREPOSITION.test(text)) return undefined;
  const words = text.split(' ');
  const preposition = words.findIndex((word) => PREPOSITIONS.has(word));
  const head = words[preposition - 1];
  if (head === undefined || preposition === words.length - 1 || !/^\p{L}{3,}$/u.test(head))
    return undefined;
  if (isAbbreviation(head)) return undefined;
  words[preposition - 1] = englishPlural(head);
  return words.join(' ');
}

function englishPlural(word: string): string {
  if (endsInConsonantY(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/**
 * Reads an ending behind the last word of a label.
 *
 * @param small Whether the ending must be in small letters, as behind an abbreviation in capitals (`MPs`). The
 * letter behind an apostrophe may be either.
 * @returns Where the ending ends, or -1.
 */
export function matchEnding(text: string, offset: number, ending: Ending, small: boolean): number {
  let at = offset;
  let afterApostrophe = false;
  for (const char of ending) {
    const wanted = char === '’' ? APOSTROPHE : char.charCodeAt(0);
    let code = text.codePointAt(at) ?? -1;
    while (code !== -1 && isSkippedKind(kindOf(code))) {
      at += unitsOf(code);
      code = text.codePointAt(at) ?? -1;
    }
    if (code === -1) return -1;
    const folded = foldCodePoint(code);
    if (folded.length !== 1 || folded[0] !== wanted) return -1;
    if (small && !afterApostrophe && kindOf(code) === CharKind.Letter && !isSmall(code)) return -1;
    afterApostrophe = wanted === APOSTROPHE;
    at += unitsOf(code);
  }
  return at;
}

const GERMAN_ADJECTIVE = /^(\p{L}{3,})(e|er|es|en|em)$/u;
const GERMAN_ENDINGS = ['e', 'er', 'es', 'en', 'em'];

/**
 * Genitive and plural of the last noun, and the endings of the adjectives before it: `humanitäres Völkerrecht`,
 * `humanitären Völkerrechts`.
 */
function germanForms(text: string): string[] {
  const words = text.split(' ');
  const last = words.pop() ?? '';
  const nouns = [last, ...germanNounForms(last)];
  const stems = words.map((word) => GERMAN_ADJECTIVE.exec(word)?.[1]);
  const firstFixed = stems.findIndex((stem) => stem === undefined);
  const adjectives = firstFixed === -1 ? stems.length : firstFixed;
  // `Koalition der Willigen`: what follows the first noun stays as it is, and so do names before the noun.
  if (adjectives < words.length) return germanHeadForms(text);
  const endings = words.length === 0 ? [''] : GERMAN_ENDINGS;
  const forms = endings.flatMap((ending) => {
    const before = stems.map((stem) => `${stem ?? ''}${ending} `).join('');
    return nouns.map((noun) => before + noun);
  });
  return forms.filter((form) => form !== text);
}

/** `Koalition der Willigen`, `Koalitionen der Willigen`: the first word is the noun. */
function germanHeadForms(text: string): string[] {
  const space = text.indexOf(' ');
  const next = text.slice(space + 1).split(' ')[0] ?? '';
  if (!/^(?:der|des|von|für|zu|zur|zum|in|im|über|gegen|mit)$/.test(next)) return [];
  return germanNounForms(text.slice(0, space)).map((noun) => noun + text.slice(space));
}

function germanNounForms(noun: string): string[] {
  if (!/^\p{Lu}[\p{L}-]*\p{Ll}{3,}$/u.test(noun)) return [];
  if (/(?:ung|heit|keit|schaft|ion|tät)$/.test(noun)) return [`${noun}en`];
  if (/e$/.test(noun)) return [`${noun}n`];
  if (/(?:en|s|ß|x|z)$/.test(noun)) return [];
  if (/(?:er|el)$/.test(noun)) return [`${noun}s`, `${noun}n`];
  if (/[aiouy]$/.test(noun)) return [`${noun}s`];
  return ['s', 'es', 'e', 'en'].map((ending) => noun + ending);
}

const FRENCH_LINKS = /^(?:de|du|des|à|au|aux|en|pour|sur|sans|par|contre|dans)$|^d['’]/i;

/** Plural of the noun, and of the adjectives with it, up to the first preposition: `cibles légitimes`. */
function frenchForms(text: string): string[] {
  const words = text.split(' ');
  const link = words.findIndex((word) => FRENCH_LINKS.test(word));
  const head = words.slice(0, link === -1 ? words.length : link);
  if (head.length === 0 || !head.every((word) => /^\p{L}*\p{Ll}{3,}$/u.test(word))) return [];
  const plural = [...head.map(frenchPlural), ...words.slice(head.length)].join(' ');
  return plural === text ? [] : [plural];
}

function frenchPlural(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:eau|eu)$/.test(word)) return `${word}x`;
  return /al$/.test(word) ? `${word.slice(0, -1)}ux` : `${word}s`;
}
