const SMALL_WORDS = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu;
const FIRST_WORD = /^[\p{L}\p{M}]+/u;

/** What in the Markdown of packs is no prose: code, citations, targets of links, the names of marks. */
const NO_PROSE = /(`{1,3}).*?\1|\[@[^[\]]*\]|\]\([^()]*\)|\]\{[^{}]*\}/gs;
/** Stands in addresses of pages and mailboxes, with or without their scheme, and in no words. */
const ADDRESS = /\/\/|@|\p{L}\.\p{L}/u;

/**
 * The words that stand with a small letter somewhere in the prose of some texts: they are no names. What writes names
 * with small letters too, such as citation keys and addresses, does not count.
 *
 * @param texts In the Markdown that packs use.
 * Cost: reads the texts once.
 */
export function findSmallWords(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const chunk of text.replace(NO_PROSE, ' ').split(/\s+/)) {
      if (ADDRESS.test(chunk)) continue;
      for (const word of chunk.match(SMALL_WORDS) ?? []) found.add(word);
    }
  }
  return found;
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
