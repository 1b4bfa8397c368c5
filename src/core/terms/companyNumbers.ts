import type { LanguageTag } from '../packs/pack';
import type { CompanyWord } from './termPack';

const UNKNOWN = -1;

/** Numbers the words that the conditions of some packs ask for: the same word in the same language, the same number. */
export class CompanyNumbers {
  readonly #byLanguage = new Map<LanguageTag, Map<string, number>>();
  readonly #ofLists = new Map<LanguageTag, WeakMap<readonly string[], readonly number[]>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of a word, which it has from now on. */
  add({ text, lang }: CompanyWord): number {
    let ofLanguage = this.#byLanguage.get(lang);
    if (ofLanguage === undefined) this.#byLanguage.set(lang, (ofLanguage = new Map()));
    let number = ofLanguage.get(text);
    if (number === undefined) ofLanguage.set(text, (number = this.#count++));
    return number;
  }

  /** The numbers of a condition's list of words, looked up once. A word that was not added has -1. */
  ofList(texts: readonly string[], lang: LanguageTag): readonly number[] {
    let ofLists = this.#ofLists.get(lang);
    if (ofLists === undefined) this.#ofLists.set(lang, (ofLists = new WeakMap()));
    let numbers = ofLists.get(texts);
    if (numbers === undefined) {
      const ofLanguage = this.#byLanguage.get(lang);
      numbers = texts.map((text) => ofLanguage?.get(text) ?? UNKNOWN);
      ofLists.set(texts, numbers);
    }
    return numbers;
  }
}
