const CAPITAL = /^\p{Lu}/u;
/** Vowels and marks of letters, which change from one way to write a name in Latin letters to another. */
const VOWELS = /[aeiouyаеиіїоуыэюяєё'’ʼ]|\p{M}/gu;
const DOUBLED = /(.)\1+/gu;
const ARTICLE = /^(?:the|der|die|das|le|la|les)\s/i;
/** So many of the consonants may differ, counted over both. */
const SHARE = 2 / 7;

/**
 * Whether two names are one, spelled in two ways: `Kiev` and `Kyiv`, `Lugansk` and `Luhansk`, `the Ukraine` and `Ukraine`.
 * Then either fits where the other stood. Words that are no names are not, for one would have to read the sentence: their
 * number, their article and their sense may differ.
 */
export function isSpelledAlike(one: string, other: string): boolean {
  if (one.replace(ARTICLE, '') === other) return CAPITAL.test(other);
  const [ones, others] = [one, other].map((name) => name.split(/[\s-]+/));
  return (
    ones !== undefined &&
    ones.length === others?.length &&
    ones.every((word, index) => isSameWord(word, others[index] ?? ''))
  );
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (!CAPITAL.test(one) || one.charAt(0) !== other.charAt(0)) return false;
  if (isPlural(one, other) || isPlural(other, one)) return false;
  const [a, b] = [consonants(one), consonants(other)];
  return distance(a, b) <= Math.floor(Math.max(a.length, b.length) * SHARE);
}

function isPlural(many: string, one: string): boolean {
  return (many === `${one}s` || many === `${one}es`) && !/s$/i.test(one);
}

function consonants(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(VOWELS, '').replace(DOUBLED, '$1');
}

/** How many letters have to be put in, left out or changed. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(change, (above[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    above = next;
  }
  return above[b.length] ?? 0;
}
