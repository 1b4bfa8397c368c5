import { sentenceAt } from '../terms/conditions';
import type { Span } from '../terms/span';

/** Words that hold sentences together, and that hardly stand in those of another of these languages. */
const FUNCTION_WORDS: Readonly<Record<string, RegExp>> = {
  en: wordsOf(
    'the of and to is are that this for with was were by from at it its he she they his her has have had not which who be been or but than after before',
  ),
  de: wordsOf(
    'der das und ist sind nicht ein eine einen einem einer mit von zu zum zur im den dem des auf für wird wurde werden auch sich nach bei aus als wie oder dass sie er es über durch ohne zwischen gegen seit haben hatte',
  ),
  fr: wordsOf(
    'le la les des du une est sont dans pour que qui à au aux et avec sur par il elle ils elles ne pas ce cette ces se sa ses leur leurs depuis après avant contre entre sous été était ont plus mais ou où dont lors',
  ),
};
const ELISION = /(?<![\p{L}])(?:l|d|qu|n|s|c|j)['’](?=\p{L})/giu;
const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const IN_CYRILLIC = /^(?:uk|ru|be|bg)$/;
/** Sentences that are longer are looked at around the place alone. UTF-16 code units. */
const REACH = 600;

/**
 * Whether the sentence around a place is plainly of another language than the one named: it is in other letters, or has
 * function words of another language and none of this. A sentence of which that cannot be told is of no other.
 *
 * @param language A tag of BCP 47. Of languages other than English, German and French only the letters are known.
 */
export function isOfOtherLanguage(text: string, place: Span, language: string): boolean {
  const from = Math.max(0, place.start - REACH);
  const near = text.slice(from, place.end + REACH);
  const span = { start: place.start - from, end: place.end - from };
  const { start, end } = sentenceAt(near, span);
  const around = `${near.slice(start, span.start)} ${near.slice(span.end, end)}`;
  const count = (pattern: RegExp) => around.match(pattern)?.length ?? 0;
  const [own = ''] = language.toLowerCase().split('-');
  const [latin, cyrillic] = [count(LATIN), count(CYRILLIC)];
  if (IN_CYRILLIC.test(own)) return latin > cyrillic;
  const words = FUNCTION_WORDS[own];
  if (words === undefined) return false;
  if (cyrillic > latin) return true;
  if (count(words) > 0 || (own === 'fr' && count(ELISION) > 0)) return false;
  return Object.entries(FUNCTION_WORDS).some(([other, pattern]) => {
    const elisions = other === 'fr' ? count(ELISION) : 0;
    return other !== own && count(pattern) + elisions >= 2;
  });
}

function wordsOf(list: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}’'])(?:${list.replaceAll(' ', '|')})(?![\\p{L}\\p{N}’'])`,
    'giu',
  );
}
