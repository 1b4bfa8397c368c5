/**
 * How questions after a name begin, folded: English, German, French, Ukrainian, Russian. Behind it, and perhaps an
 * article, the name is left.
 */
const openings: readonly RegExp[] = [
  /^(?:who|what|when|where|which) (?:is|are|was|were) /,
  /^(?:who|what|when|where)s /,
  /^(?:is|was) (?:it|there) /,
  /^(?:wer|was|wann|wo) (?:ist|sind|war|waren) /,
  /^quest ce (?:que|qui) (?:cest que )?/,
  /^(?:qui|quand|ou|quel|quelle|quels|quelles) (?:est|sont|etait|etaient) /,
  /^(?:хто|що|кто|что) так(?:ии|а|е|і|ои|ая|ое|ие) /,
  /^(?:коли|де|когда|где) (?:був|була|було|були|был|была|было|были) /,
];
const article = /^(?:the|an?|der|die|das|eine?|l[ae]s?|une?) /;

const numerals: ReadonlyMap<string, string> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n) => [word, String(n + 2)]),
);

/**
 * The words that a query asks for. A question of the form “who is …”, “when was the …” asks for what follows; a number in
 * English words asks for the numeral if there is a name with that and the word before it: “article five” for “Article 5”.
 *
 * @param words Folded.
 * @param beginsName Whether a name begins with a phrase. A question that does is looked for as it stands.
 */
export function askedWords(
  words: readonly string[],
  beginsName: (phrase: string) => boolean,
): readonly string[] {
  const phrase = words.join(' ');
  const opening = openings
    .map((each) => each.exec(phrase)?.[0] ?? '')
    .find((found) => found !== '');
  const asked =
    opening === undefined || beginsName(phrase)
      ? words
      : phrase.slice(opening.length).replace(article, '').split(' ');
  return asked.map((word, n) => {
    const numeral = numerals.get(word);
    const before = asked[n - 1];
    if (numeral === undefined || before === undefined) return word;
    return beginsName(`${before} ${numeral}`) ? numeral : word;
  });
}
