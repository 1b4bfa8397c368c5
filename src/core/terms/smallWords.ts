const SMALL_WORDS = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu;
const FIRST_WORD = /^[\p{L}\p{M}]+/u;

/** The words that stand with a small letter somewhere in some texts: they are no names. Cost: reads the texts once. */
export function findSmallWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(SMALL_WORDS) ?? []));
}

/**
 * A label or sentence with a small first letter, as it goes on inside a sentence, if its first word is no name.
 *
 * @param smallWords What `findSmallWords` has found.
 */
export function withSmallFirst(text: string, smallWords: ReadonlySet<string>): string {
  const small = text.charAt(0).toLowerCase() + text.slice(1);
  return smallWords.has(FIRST_WORD.exec(small)?.[0] ?? '') ? small : text;
}
