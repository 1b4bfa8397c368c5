/**
 * Declension of Ukrainian and Russian labels, as far as the nominative shows it. A label is read as adjectives,
 * a noun, and what depends on the noun (`Верховна | Рада | України`); the adjectives and the noun change
 * together, case by case, and the rest stays. Words with vowel changes in the stem (`договір`) are left to data.
 */

/** Forms in the order genitive, dative, accusative, instrumental, locative; several are parted by commas. */
type Row = string;

interface Declension {
  /** Matches the ending of the nominative, which is cut off. */
  readonly nominative: RegExp;
  readonly gender: 'm' | 'f' | 'n' | 'p';
  readonly singular?: Row;
  readonly plural?: Row;
}

const nouns: Record<'uk' | 'ru', readonly Declension[]> = {
  uk: [
    {
      nominative: /(?<=\p{L}н)ня$/u,
      gender: 'n',
      singular: 'ня ню ня ням ні',
      plural: 'ь ням ня нями нях',
    },
    {
      nominative: /(?<=\p{L}{2})ія$/u,
      gender: 'f',
      singular: 'ії ії ію ією ії',
      plural: 'ій іям ії іями іях',
    },
    {
      nominative: /(?<=\p{L}{2})ея$/u,
      gender: 'f',
      singular: 'еї еї ею еєю еї',
      plural: 'ей еям еї еями еях',
    },
    {
      nominative: /(?<=\p{L}{2})ка$/u,
      gender: 'f',
      singular: 'ки ці ку кою ці',
      plural: 'ок кам ки,ок ками ках',
    },
    {
      nominative: /(?<=\p{L}{2})га$/u,
      gender: 'f',
      singular: 'ги зі гу гою зі',
      plural: 'г гам ги гами гах',
    },
    {
      nominative: /(?<=\p{L}{2})а$/u,
      gender: 'f',
      singular: 'и і у ою і',
      plural: ',ів ам и, ами ах',
    },
    {
      nominative: /(?<=\p{L}{3})я$/u,
      gender: 'f',
      singular: 'і і ю ею,єю і',
      plural: 'ь,ей ям і ями ях',
    },
    { nominative: /(?<=\p{L}{2})о$/u, gender: 'n', singular: 'а у о ом і', plural: ' ам а ами ах' },
    {
      nominative: /(?<=\p{L}{2})е$/u,
      gender: 'n',
      singular: 'я ю е ем і',
      plural: 'ів ям я ями ях',
    },
    { nominative: /(?<=\p{L}{2})ії$/u, gender: 'p', plural: 'ій іям ії іями іях' },
    { nominative: /(?<=\p{L}{3})и$/u, gender: 'p', plural: ',ів ам и,ів, ами ах' },
    { nominative: /(?<=\p{L}{3})і$/u, gender: 'p', plural: 'ів,ей ям,ам і,ів ями,ами ях,ах' },
    {
      nominative: /(?<=\p{L}{2})ь$/u,
      gender: 'm',
      singular: 'я,і ю,і ь,я ем,ю і',
      plural: 'ів,ей ям і ями ях',
    },
    {
      nominative: /(?<=\p{L}{2}[бвгґджзклмнпрстфхцчшщ])$/u,
      gender: 'm',
      singular: 'у,а у,ові ,а ом,им і,у,ові',
      plural: 'ів ам и,ів ами ах',
    },
  ],
  ru: [
    {
      nominative: /(?<=\p{L}{2})ия$/u,
      gender: 'f',
      singular: 'ии ии ию ией ии',
      plural: 'ий иям ии иями иях',
    },
    {
      nominative: /(?<=\p{L}{2})ие$/u,
      gender: 'n',
      singular: 'ия ию ие ием ии',
      plural: 'ий иям ия иями иях',
    },
    {
      nominative: /(?<=\p{L}{2}[гкхжчшщ])а$/u,
      gender: 'f',
      singular: 'и е у ой,ей е',
      plural: ' ам и, ами ах',
    },
    {
      nominative: /(?<=\p{L}{2})а$/u,
      gender: 'f',
      singular: 'ы е у ой,ей е',
      plural: ' ам ы, ами ах',
    },
    {
      nominative: /(?<=\p{L}{2})я$/u,
      gender: 'f',
      singular: 'и е ю ей е',
      plural: 'ь,ей ям и ями ях',
    },
    { nominative: /(?<=\p{L}{2})о$/u, gender: 'n', singular: 'а у о ом е', plural: ' ам а ами ах' },
    {
      nominative: /(?<=\p{L}{2})е$/u,
      gender: 'n',
      singular: 'я ю е ем е',
      plural: 'ей ям я ями ях',
    },
    { nominative: /(?<=\p{L}{2})ии$/u, gender: 'p', plural: 'ий иям ии иями иях' },
    { nominative: /(?<=\p{L}{3})ы$/u, gender: 'p', plural: ',ов,ев ам ы,ов, ами ах' },
    { nominative: /(?<=\p{L}{3})и$/u, gender: 'p', plural: ',ов,ей ам,ям и,ов,ей ами,ями ах,ях' },
    { nominative: /(?<=\p{L}{2})ия$/u, gender: 'p', plural: 'ий иям ия иями иях' },
    {
      nominative: /(?<=\p{L}{2})ь$/u,
      gender: 'm',
      singular: 'я,и ю,и ь,я ем,ью е,и',
      plural: 'ей ям и ями ях',
    },
    {
      nominative: /(?<=\p{L}{2})й$/u,
      gender: 'm',
      singular: 'я ю й,я ем е',
      plural: 'ев ям и ями ях',
    },
    {
      nominative: /(?<=\p{L}{2}[бвгджзклмнпрстфхцчшщ])$/u,
      gender: 'm',
      singular: 'а,у у ,а ом,ым е',
      plural: 'ов ам ы,и,ов ами ах',
    },
  ],
};

const adjectives: Record<'uk' | 'ru', readonly Declension[]> = {
  uk: [
    { nominative: /(?<=\p{L}{3})ий$/u, gender: 'm', singular: 'ого ому ий,ого им ому,ім' },
    {
      nominative: /(?<=\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т))а$/u,
      gender: 'f',
      singular: 'ої ій у ою ій',
    },
    { nominative: /(?<=\p{L}{2}н)я$/u, gender: 'f', singular: 'ьої ій ю ьою ій' },
    {
      nominative: /(?<=\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т))е$/u,
      gender: 'n',
      singular: 'ого ому е им ому,ім',
    },
    {
      nominative: /(?<=\p{L}{2}(?:н|[сцз]ьк|[оеє]в|т))і$/u,
      gender: 'p',
      plural: 'их им і,их ими их',
    },
  ],
  ru: [
    { nominative: /(?<=\p{L}{2}[гкх])ий$/u, gender: 'm', singular: 'ого ому ий,ого им ом' },
    { nominative: /(?<=\p{L}{2})ий$/u, gender: 'm', singular: 'его ему ий,его им ем' },
    { nominative: /(?<=\p{L}{2})(?:ый|ой)$/u, gender: 'm', singular: 'ого ому ый,ого,ой ым ом' },
    { nominative: /(?<=\p{L}{2})ая$/u, gender: 'f', singular: 'ой ой ую ой,ою ой' },
    { nominative: /(?<=\p{L}{2})яя$/u, gender: 'f', singular: 'ей ей юю ей ей' },
    { nominative: /(?<=\p{L}{2}[гкх])ое$/u, gender: 'n', singular: 'ого ому ое им ом' },
    { nominative: /(?<=\p{L}{2})ое$/u, gender: 'n', singular: 'ого ому ое ым ом' },
    { nominative: /(?<=\p{L}{2})ые$/u, gender: 'p', plural: 'ых ым ые,ых ыми ых' },
    { nominative: /(?<=\p{L}{2})ие$/u, gender: 'p', plural: 'их им ие,их ими их' },
  ],
};

const CASES = 5;
/** A label with more words keeps its form: the packs that have such labels give theirs. */
const MOST_WORDS = 8;

interface Declined {
  readonly gender: Declension['gender'];
  /** For each case, the forms that the word may take. */
  readonly singular: readonly (readonly string[])[] | undefined;
  readonly plural: readonly (readonly string[])[] | undefined;
}

function decline(word: string, declensions: readonly Declension[]): Declined | undefined {
  const declension = declensions.find(({ nominative }) => nominative.test(word));
  if (declension === undefined) return undefined;
  const stem = word.replace(declension.nominative, '');
  const rows = (row: Row | undefined) =>
    row?.split(' ').map((forms) => forms.split(',').map((end) => stem + end));
  return {
    gender: declension.gender,
    singular: rows(declension.singular),
    plural: rows(declension.plural),
  };
}

function isDeclinable(word: string): boolean {
  return /^[\p{sc=Cyrl}'’ʼ]{3,}$/u.test(word) && /\p{Ll}/u.test(word);
}

/**
 * The other forms of a label, the label itself not among them.
 *
 * @param text In the nominative, singular or plural.
 */
export function slavicForms(text: string, lang: 'uk' | 'ru'): string[] {
  const words = text.split(' ');
  if (words.length > MOST_WORDS) return [];
  const forms = new Set<string>();
  let head = 0;
  const before: Declined[] = [];
  for (; head < words.length - 1; head++) {
    const word = words[head] ?? '';
    const adjective = isDeclinable(word) ? decline(word, adjectives[lang]) : undefined;
    if (adjective === undefined) break;
    before.push(adjective);
  }
  const headWord = words[head] ?? '';
  if (!isDeclinable(headWord)) return [];
  const noun = decline(headWord, namesAndNouns[lang]);
  if (noun === undefined) return [];
  const rest = words.slice(head + 1);
  addForms(forms, [...before, noun], rest);
  const surname = surnameOf(words, head, lang);
  if (surname !== undefined) addForms(forms, [...before, noun, surname], []);
  forms.delete(text);
  return [...forms];
}

/** Nouns, and names that decline as adjectives do: `Зеленський`. */
const namesAndNouns = {
  uk: withAdjectivalNames('uk'),
  ru: withAdjectivalNames('ru'),
};

function withAdjectivalNames(lang: 'uk' | 'ru'): readonly Declension[] {
  return [
    ...adjectives[lang].filter(({ gender }) => gender === 'm'),
    ...nouns[lang].filter(hasForms),
  ];
}

function hasForms(declension: Declension): boolean {
  return declension.singular !== undefined || declension.plural !== undefined;
}

/** The second word of a name in two words, which declines along with the first: `Володимира Путіна`. */
function surnameOf(
  words: readonly string[],
  head: number,
  lang: 'uk' | 'ru',
): Declined | undefined {
  const second = words[1] ?? '';
  if (
    head !== 0 ||
    words.length !== 2 ||
    !/^\p{Lu}\p{Ll}{2,}$/u.test(second) ||
    !isDeclinable(second)
  ) {
    return undefined;
  }
  if (!/^\p{Lu}/u.test(words[0] ?? '')) return undefined;
  const surname = decline(second, namesAndNouns[lang]);
  return surname?.singular === undefined ? undefined : surname;
}

function addForms(
  forms: Set<string>,
  declined: readonly Declined[],
  rest: readonly string[],
): void {
  for (const number of ['singular', 'plural'] as const) {
    const rows = declined.map((word) => word[number]);
    for (let index = 0; index < CASES; index++) {
      let starts = [''];
      for (const row of rows) {
        const choices = row?.[index];
        if (choices === undefined) starts = [];
        else
          starts = starts.flatMap((start) =>
            choices.map((form) => (start === '' ? form : `${start} ${form}`)),
          );
      }
      for (const start of starts) forms.add([start, ...rest].join(' '));
    }
  }
}
