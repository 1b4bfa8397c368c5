/**
 * Declension of Ukrainian and Russian labels, as far as the nominative shows it. A label is read as adjectives,
 * a noun, and what depends on the noun (`Верховна | Рада | України`); the adjectives and the noun change
 * together, case by case, and the rest stays. Words with vowel changes in the stem (`договір`) are left to data.
 */

/** Forms in the order genitive, dative, accusative, instrumental, locative; several are parted by commas. */
type Row = string;

interface DeclensionRow {
  /** What must stand before the ending of the nominative. */
  readonly stem: RegExp;
  /** Of the nominative; it is cut off. */
  readonly ending: string;
  readonly gender: 'm' | 'f' | 'n' | 'p';
  readonly singular?: Row;
  readonly plural?: Row;
}

const nouns: Record<'uk' | 'ru', readonly DeclensionRow[]> = {
  uk: [
    {
      stem: /\p{L}н$/u,
      ending: 'ня',
      gender: 'n',
      singular: 'ня ню ня ням ні',
      plural: 'ь ням ня нями нях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ія',
      gender: 'f',
      singular: 'ії ії ію ією ії',
      plural: 'ій іям ії іями іях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ея',
      gender: 'f',
      singular: 'еї еї ею еєю еї',
      plural: 'ей еям еї еями еях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ка',
      gender: 'f',
      singular: 'ки ці ку кою ці',
      plural: 'ок кам ки,ок ками ках',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'га',
      gender: 'f',
      singular: 'ги зі гу гою зі',
      plural: 'г гам ги гами гах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'а',
      gender: 'f',
      singular: 'и і у ою і',
      plural: ',ів ам и, ами ах',
    },
    {
      stem: /\p{L}{3}$/u,
      ending: 'я',
      gender: 'f',
      singular: 'і і ю ею,єю і',
      plural: 'ь,ей ям і ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'о',
      gender: 'n',
      singular: 'а у о ом і',
      plural: ' ам а ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'е',
      gender: 'n',
      singular: 'я ю е ем і',
      plural: 'ів ям я ями ях',
    },
    { stem: /\p{L}{2}$/u, ending: 'ії', gender: 'p', plural: 'ій іям ії іями іях' },
    { stem: /\p{L}{3}$/u, ending: 'и', gender: 'p', plural: ',ів ам и,ів, ами ах' },
    { stem: /\p{L}{3}$/u, ending: 'і', gender: 'p', plural: 'ів,ей ям,ам і,ів ями,ами ях,ах' },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ь',
      gender: 'm',
      singular: 'я,і ю,і ь,я ем,ю і',
      plural: 'ів,ей ям і ями ях',
    },
    {
      stem: /\p{L}{2}[бвгґджзклмнпрстфхцчшщ]$/u,
      ending: '',
      gender: 'm',
      singular: 'у,а у,ові ,а ом,им і,у,ові',
      plural: 'ів ам и,ів ами ах',
    },
  ],
  ru: [
    {
      stem: /\p{L}{2}$/u,
      ending: 'ия',
      gender: 'f',
      singular: 'ии ии ию ией ии',
      plural: 'ий иям ии иями иях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ие',
      gender: 'n',
      singular: 'ия ию ие ием ии',
      plural: 'ий иям ия иями иях',
    },
    {
      stem: /\p{L}{2}[гкхжчшщ]$/u,
      ending: 'а',
      gender: 'f',
      singular: 'и е у ой,ей е',
      plural: ' ам и, ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'а',
      gender: 'f',
      singular: 'ы е у ой,ей е',
      plural: ' ам ы, ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'я',
      gender: 'f',
      singular: 'и е ю ей е',
      plural: 'ь,ей ям и ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'о',
      gender: 'n',
      singular: 'а у о ом е',
      plural: ' ам а ами ах',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'е',
      gender: 'n',
      singular: 'я ю е ем е',
      plural: 'ей ям я ями ях',
    },
    { stem: /\p{L}{2}$/u, ending: 'ии', gender: 'p', plural: 'ий иям ии иями иях' },
    { stem: /\p{L}{3}$/u, ending: 'ы', gender: 'p', plural: ',ов,ев ам ы,ов, ами ах' },
    { stem: /\p{L}{3}$/u, ending: 'и', gender: 'p', plural: ',ов,ей ам,ям и,ов,ей ами,ями ах,ях' },
    {
      stem: /\p{L}{2}$/u,
      ending: 'ь',
      gender: 'm',
      singular: 'я,и ю,и ь,я ем,ью е,и',
      plural: 'ей ям и ями ях',
    },
    {
      stem: /\p{L}{2}$/u,
      ending: 'й',
      gender: 'm',
      singular: 'я ю й,я ем е',
      plural: 'ев ям и ями ях',
    },
    {
      stem: /\p{L}{2}[бвгджзклмнпрстфхцчшщ]$/u,
      ending: '',
      gender: 'm',
      singular: 'а,у у ,а ом,ым е',
      plural: 'ов ам ы,и,ов ами ах',
    },
  ],
};

const adjectives: Record<'uk' | 'ru', readonly DeclensionRow[]> = {
  uk: [
    { stem: /\p{L}{3}$/u, ending: 'ий', gender: 'm', singular: 'ого ому ий,ого им ому,ім' },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'а',
      gender: 'f',
      singular: 'ої ій у ою ій',
    },
    { stem: /\p{L}{2}н$/u, ending: 'я', gender: 'f', singular: 'ьої ій ю ьою ій' },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'е',
      gender: 'n',
      singular: 'ого ому е им ому,ім',
    },
    {
      stem: /\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т)$/u,
      ending: 'і',
      gender: 'p',
      plural: 'их им і,их ими их',
    },
  ],
  ru: [
    { stem: /\p{L}{2}[гкх]$/u, ending: 'ий', gender: 'm', singular: 'ого ому ий,ого им ом' },
    { stem: /\p{L}{2}$/u, ending: 'ий', gender: 'm', singular: 'его ему ий,его им ем' },
    { stem: /\p{L}{2}$/u, ending: 'ый', gender: 'm', singular: 'ого ому ый,ого,ой ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ой', gender: 'm', singular: 'ого ому ый,ого,ой ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ая', gender: 'f', singular: 'ой ой ую ой,ою ой' },
    { stem: /\p{L}{2}$/u, ending: 'яя', gender: 'f', singular: 'ей ей юю ей ей' },
    { stem: /\p{L}{2}[гкх]$/u, ending: 'ое', gender: 'n', singular: 'ого ому ое им ом' },
    { stem: /\p{L}{2}$/u, ending: 'ое', gender: 'n', singular: 'ого ому ое ым ом' },
    { stem: /\p{L}{2}$/u, ending: 'ые', gender: 'p', plural: 'ых ым ые,ых ыми ых' },
    { stem: /\p{L}{2}$/u, ending: 'ие', gender: 'p', plural: 'их им ие,их ими их' },
  ],
};

const CASES = 5;
/** A label with more words keeps its form: the packs that have such labels give theirs. */
const MOST_WORDS = 8;

/** A row, read. Of each number, the endings of each case. */
interface Declension extends Pick<DeclensionRow, 'stem' | 'ending'> {
  readonly id: number;
  readonly numbers: readonly (readonly (readonly string[])[])[];
}

let declensions = 0;

function toDeclension({ stem, ending, singular, plural }: DeclensionRow): Declension {
  const read = (row: Row | undefined) => row?.split(' ').map((forms) => forms.split(',')) ?? [];
  return { stem, ending, id: declensions++, numbers: [read(singular), read(plural)] };
}

interface Declensions {
  readonly adjectives: readonly Declension[];
  /** With names that decline as adjectives do: `Зеленський`. */
  readonly nouns: readonly Declension[];
}

function declensionsOf(lang: 'uk' | 'ru'): Declensions {
  const ofAdjectives = adjectives[lang].map(toDeclension);
  const ofNames = ofAdjectives.filter((_, row) => adjectives[lang][row]?.gender === 'm');
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
  const declined: Declined[] = [];
  for (const word of words.slice(0, -1)) {
    const adjective = decline(word, byLanguage[lang].adjectives);
    if (adjective === undefined) break;
    declined.push(adjective);
  }
  const noun = decline(words[declined.length] ?? '', byLanguage[lang].nouns);
  if (noun === undefined) return [];
  declined.push(noun);
  const rest = words.slice(declined.length).map((word) => ` ${word}`);
  const forms = formsOf(declined, rest.join(''));
  const surname = declined.length === 1 ? surnameOf(words, lang) : undefined;
  const all =
    surname === undefined ? forms : new Set([...forms, ...formsOf([...declined, surname], '')]);
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

function formsOf(declined: readonly Declined[], rest: string): string[] {
  return endingsOf(declined.map(({ declension }) => declension)).map((endings) => {
    let form = '';
    for (let i = 0; i < declined.length; i++) {
      if (i > 0) form += ' ';
      form += declined[i]?.stem ?? '';
      form += endings[i] ?? '';
    }
    return form + rest;
  });
}

const knownEndings = new Map<string, readonly (readonly string[])[]>();

/** The endings that words of some declensions have together, case by case: each combination once. */
function endingsOf(of: readonly Declension[]): readonly (readonly string[])[] {
  const key = of.map(({ id }) => id).join(' ');
  let endings = knownEndings.get(key);
  if (endings === undefined) knownEndings.set(key, (endings = findEndings(of)));
  return endings;
}

function findEndings(of: readonly Declension[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const number of [0, 1]) {
    for (let index = 0; index < CASES; index++) {
      let together: readonly (readonly string[])[] = [[]];
      for (const { numbers } of of) {
        const choices = numbers[number]?.[index] ?? [];
        together = together.flatMap((before) => choices.map((ending) => [...before, ending]));
      }
      for (const endings of together) found.set(endings.join(' '), endings);
    }
  }
  return [...found.values()];
}
