/**
 * Declension of Ukrainian and Russian labels, as far as the nominative shows it. A label is read as adjectives,
 * a noun, and what depends on the noun (`Верховна | Рада | України`); the adjectives and the noun change
 * together, case by case, and the rest stays. Words with vowel changes in the stem (`договір`) are left to data.
 */

/** Endings in the order genitive, dative, accusative, instrumental, locative; several are parted by commas. One is empty. */
type Row = string;

interface DeclensionRow {
  /** What must stand before the ending of the nominative. */
  readonly stem: RegExp;
  /** Of the nominative; it is cut off. */
  readonly ending: string;
  /** Of adjectives: whether names have it too, as `Зеленський`. */
  readonly isName?: true;
  readonly singular?: Row;
  readonly plural?: Row;
}

const nouns: Record<'uk' | 'ru', readonly DeclensionRow[]> = {
  uk: [
    {
      stem: /\p{L}н$/u,
      ending: 'ня',
      singular: 'ня ню ня ням ні',
      plural: 'ь ням ня нями нях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ія',
      singular: 'ії ії ію ією ії',
      plural: 'ій іям ії іями іях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ея',
      singular: 'еї еї ею еєю еї',
      plural: 'ей еям еї еями еях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ка',
      singular: 'ки ці ку кою ці',
      plural: 'ок кам ки,ок ками ках',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'га',
      singular: 'ги зі гу гою зі',
      plural: 'г гам ги гами гах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'а',
      singular: 'и і у ою і',
      plural: ',ів ам и, ами ах',
    },
    {
      stem: /\p{L}{3}$/u,
      ending: 'я',
      singular: 'і і ю ею,єю і',
      plural: 'ь,ей ям і ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'о',
      singular: 'а у о ом і',
      plural: ' ам а ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'е',
      singular: 'я ю е ем і',
      plural: 'ів ям я ями ях',
    },
    { stem: /\p{L}{2}$/u, ending: 'ії', plural: 'ій іям ії іями іях' },
    { stem: /\p{L}{3}$/u, ending: 'и', plural: ',ів ам и,ів, ами ах' },
    { stem: /\p{L}{3}$/u, ending: 'і', plural: 'ів,ей ям,ам і,ів ями,ами ях,ах' },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ь',
      singular: 'я,і ю,і ь,я ем,ю і',
      plural: 'ів,ей ям і ями ях',
    },
    {
      stem: /\p{L}{2}[бвгґджзклмнпрстфхцчшщ]$/u,
      ending: '',
      singular: 'у,а у,ові ,а ом,им і,у,ові',
      plural: 'ів ам и,ів ами ах',
    },
  ],
  ru: [
    {
      stem: /\p{L}{2}$/u,
      ending: 'ия',
      singular: 'ии ии ию ией ии',
      plural: 'ий иям ии иями иях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ие',
      singular: 'ия ию ие ием ии',
      plural: 'ий иям ия иями иях',
    },
    {
      stem: /\p{L}{2}[гкхжчшщ]$/u,
      ending: 'а',
      singular: 'и е у ой,ей е',
      plural: ' ам и, ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'а',
      singular: 'ы е у ой,ей е',
      plural: ' ам ы, ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'я',
      singular: 'и е ю ей е',
      plural: 'ь,ей ям и ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'о',
      singular: 'а у о ом е',
      plural: ' ам а ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'е',
      singular: 'я ю е ем е',
      plural: 'ей ям я ями ях',
    },
    { stem: /\p{L}{2}$/u, ending: 'ии', plural: 'ий иям ии иями иях' },
    { stem: /\p{L}{3}$/u, ending: 'ы', plural: ',ов,ев ам ы,ов, ами ах' },
    { stem: /\p{L}{3}$/u, ending: 'и', plural: ',ов,ей ам,ям и,ов,ей ами,ями ах,ях' },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ь',
      singular: 'я,и ю,и ь,я ем,ью е,и',
      plural: 'ей ям и ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'й',
      singular: 'я ю й,я ем е',
      plural: 'ев ям и ями ях',
    },
    {
      stem: /\p{L}{2}[бвгджзклмнпрстфхцчшщ]$/u,
      ending: '',
      singular: 'а,у у ,а ом,ым е',
      plural: 'ов ам ы,и,ов ами ах',
    },
  ],
};

const adjectives: Record<'uk' | 'ru', readonly DeclensionRow[]> = {
  uk: [
    { stem: /\p{L}{3}$/u, ending: 'ий', isName: true, singular: 'ого ому ий,ого им ому,ім' },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'а',
      singular: 'ої ій у ою ій',
    },
    { stem: /\p{L}{2}н$/u, ending: 'я', singular: 'ьої ій ю ьою ій' },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'е',
      singular: 'ого ому е им ому,ім',
    },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'і',
      plural: 'их им і,их ими их',
    },
  ],
  ru: [
    { stem: /\p{L}{2}[гкх]$/u, ending: 'ий', isName: true, singular: 'ого ому ий,ого им ом' },
    { stem: /\p{L}{2}$/u, ending: 'ий', isName: true, singular: 'его ему ий,его им ем' },
    { stem: /\p{L}{2}$/u, ending: 'ый', isName: true, singular: 'ого ому ый,ого ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ой', isName: true, singular: 'ого ому ой,ого ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ая', singular: 'ой ой ую ой,ою ой' },
    { stem: /\p{L}{2}$/u, ending: 'яя', singular: 'ей ей юю ей ей' },
    { stem: /\p{L}{2}[гкх]$/u, ending: 'ое', singular: 'ого ому ое им ом' },
    { stem: /\p{L}{2}$/u, ending: 'ое', singular: 'ого ому ое ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ые', plural: 'ых ым ые,ых ыми ых' },
    { stem: /\p{L}{2}$/u, ending: 'ие', plural: 'их им ие,их ими их' },
  ],
};

const CASES = 5;
/** A label with more words keeps its form: the packs that have such labels give theirs. */
const MOST_WORDS = 8;

/** A row, read. */
interface Declension extends Omit<DeclensionRow, 'singular' | 'plural'> {
  /** By which lists of declensions are told apart. */
  readonly id: number;
  /** Of singular and plural, the endings of each case. */
  readonly numbers: readonly (readonly (readonly string[])[])[];
}

let declensions = 0;

function toDeclension({ singular, plural, ...row }: DeclensionRow): Declension {
  const read = (text: Row | undefined) => text?.split(' ').map((ends) => ends.split(',')) ?? [];
  return { ...row, id: declensions++, numbers: [read(singular), read(plural)] };
}

function declensionsOf(lang: 'uk' | 'ru') {
  const ofAdjectives = adjectives[lang].map(toDeclension);
  const ofNames = ofAdjectives.filter(({ isName }) => isName);
  return { adjectives: ofAdjectives, nouns: [...ofNames, ...nouns[lang].map(toDeclension)] };
}

const byLanguage = { uk: declensionsOf('uk'), ru: declensionsOf('ru') };

/** A word that changes. */
interface Declined {
  readonly stem: string;
  readonly declension: Declension;
}

function decline(word: string, among: readonly Declension[]): Declined | undefined {
  if (!isDeclinable(word)) return undefined;
  for (const declension of among) {
    if (!word.endsWith(declension.ending)) continue;
    const stem = word.slice(0, word.length - declension.ending.length);
    if (declension.stem.test(stem)) return { stem, declension };
  }
  return undefined;
}

function isDeclinable(word: string): boolean {
  return /^[\p{sc=Cyrl}'’ʼ]{3,}$/u.test(word) && /\p{Ll}/u.test(word);
}

/**
 * The other forms of a label, each once, the label itself not among them.
 *
 * @param text In the nominative, singular or plural.
 */
export function slavicForms(text: string, lang: 'uk' | 'ru'): string[] {
  const words = text.split(' ');
  if (words.length > MOST_WORDS) return [];
  const before: Declined[] = [];
  for (const word of words.slice(0, -1)) {
    const adjective = decline(word, byLanguage[lang].adjectives);
    if (adjective === undefined) break;
    before.push(adjective);
  }
  const noun = decline(words[before.length] ?? '', byLanguage[lang].nouns);
  if (noun === undefined) return [];
  const rest = words.slice(before.length + 1).map((word) => ` ${word}`);
  const forms = declinedForms(before, [noun], rest.join(''));
  const surname = before.length === 0 ? surnameOf(words, lang) : undefined;
  const all =
    surname === undefined ? forms : new Set([...forms, ...declinedForms([], [noun, surname], '')]);
  return [...all].filter((form) => form !== text);
}

/** The second word of a name in two words, which declines along with the first: `Володимира Путіна`. */
function surnameOf(
  [first = '', second = '', ...others]: readonly string[],
  lang: 'uk' | 'ru',
): Declined | undefined {
  const isName =
    others.length === 0 && /^\p{Lu}/u.test(first) && /^\p{Lu}\p{Ll}{2,}$/u.test(second);
  const surname = isName ? decline(second, byLanguage[lang].nouns) : undefined;
  return surname?.declension.numbers[0]?.length === 0 ? undefined : surname;
}

function declinedForms(
  before: readonly Declined[],
  names: readonly Declined[],
  rest: string,
): string[] {
  const words = [...before, ...names];
  const toDeclensions = (of: readonly Declined[]) => of.map(({ declension }) => declension);
  return endingsOf(toDeclensions(before), toDeclensions(names)).map((endings) => {
    let form = '';
    for (let i = 0; i < words.length; i++) {
      if (i > 0) form += ' ';
      form += words[i]?.stem ?? '';
      form += endings[i] ?? '';
    }
    return form + rest;
  });
}

type Endings = readonly string[];

const knownEndings = new Map<string, readonly Endings[]>();

/** The endings that adjectives and nouns have together, case by case: each combination once. */
function endingsOf(
  before: readonly Declension[],
  names: readonly Declension[],
): readonly Endings[] {
  const key = [before, names].map((of) => of.map(({ id }) => id).join(' ')).join('|');
  let endings = knownEndings.get(key);
  if (endings === undefined) knownEndings.set(key, (endings = findEndings(before, names)));
  return endings;
}

function findEndings(
  before: readonly Declension[],
  names: readonly Declension[],
): readonly Endings[] {
  const found = new Map<string, Endings>();
  for (const number of [0, 1]) {
    for (let index = 0; index < CASES; index++) {
      const inCase = ({ numbers }: Declension) => numbers[number]?.[index] ?? [];
      let together = agreeing(before.map(inCase));
      for (const choices of names.map(inCase)) {
        together = together.flatMap((endings) => choices.map((ending) => [...endings, ending]));
      }
      for (const endings of together) found.set(endings.join(' '), endings);
    }
  }
  return [...found.values()];
}

/** The endings of adjectives that agree: all have their first, or all their second, as `новий` and `нового` are. */
function agreeing(choices: readonly Endings[]): readonly Endings[] {
  if (choices.some(({ length }) => length === 0)) return [];
  const count = Math.max(1, ...choices.map(({ length }) => length));
  return Array.from({ length: count }, (_, number) =>
    choices.map((endings) => endings[Math.min(number, endings.length - 1)] ?? ''),
  );
}
