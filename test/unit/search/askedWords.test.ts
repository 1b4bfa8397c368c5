import assert from 'node:assert/strict';
import { askedWords } from '../../../src/core/search/askedWords';
import { foldPhrase } from '../../../src/core/search/foldWords';

const names = ['article 5', 'what is disputed', 'the hague'];
const beginsName = (phrase: string): boolean => names.some((name) => name.startsWith(phrase));

describe('askedWords', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Who is Putin?', 'putin'],
    ['what’s NATO', 'nato'],
    ['when was the Paris Declaration', 'paris declaration'],
    ['What are the Minsk agreements', 'minsk agreements'],
    ['Was ist ein Waffenstillstand?', 'waffenstillstand'],
    ['Qu’est-ce que la SOFA ?', 'sofa'],
    ['Хто такий Макрон', 'макрон'],
    ['Кто такой Путин', 'путин'],
    // Something is asked that is more than a name.
    ['what did Putin say', 'what did putin say'],
    ['how far can it reach', 'how far can it reach'],
    // Nothing is left to ask for.
    ['what is', 'what is'],
    // A name begins as the question does.
    ['what is disp', 'what is disp'],
    ['the hague', 'the hague'],
    ['article five of NATO', 'article 5 of nato'],
    ['what is article five', 'article 5'],
    ['article six', 'article six'],
    ['five articles', 'five articles'],
  ];
  for (const [query, expected] of cases) {
    it(`takes “${query}” for ${expected}`, () => {
      const words = foldPhrase(query).split(' ');
      assert.deepEqual(askedWords(words, beginsName), expected.split(' '));
    });
  }
});
