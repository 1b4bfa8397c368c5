import { APOSTROPHE, CharKind, kindOf } from './characters';

/** Folded forms of the marks that survive folding, because they make another letter: `й`, `ў`, `ї`. */
const BREVE = 0x306;
const DIAERESIS = 0x308;

const I_CYRILLIC = 0x438;
const U_CYRILLIC = 0x443;
const I_UKRAINIAN = 0x456;

/** What one character stands for, whichever of its kind it is. */
const QUOTE = 0x22;

/** Letters with a stroke through them, which Unicode does not take apart. */
const STROKED = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
]);

/** Whether a symbol is one of the marks that are symbols of their own; a text may have one unit for it and its letter. */
export function isLetterMakingMark(symbol: number): boolean {
  return symbol === BREVE || symbol === DIAERESIS;
}

/**
 * Whether the mark belongs to the letter before it so firmly that it makes another letter. Ukrainian `ї` is no
 * `і`, while Russian `ё` is often written `е`.
 *
 * @param symbol Folded symbol of the letter before the mark; marks that are skipped may stand between the two.
 */
export function isLetterMaking(mark: number, symbol: number): boolean {
  if (mark === BREVE) return symbol === I_CYRILLIC || symbol === U_CYRILLIC;
  return mark === DIAERESIS && symbol === I_UKRAINIAN;
}

function foldSlowly(codePoint: number): readonly number[] {
  const kind = kindOf(codePoint);
  if (kind === CharKind.Apostrophe) return [APOSTROPHE];
  if (kind === CharKind.Quote) return [QUOTE];
  if (kind === CharKind.Other) return [codePoint];
  const char = String.fromCodePoint(codePoint);
  // Through upper case, which spells out what full case folding spells out (ß, ligatures) and joins ς to σ, ı to i;
  // through lower case before it, as the capital ẞ is its own upper case.
  const upper = [...char.normalize('NFD')].map((c) => c.toLowerCase().toUpperCase()).join('');
  const folded = [...upper]
    .map((c) => c.toLowerCase())
    .join('')
    .normalize('NFD');
  const symbols: number[] = [];
  for (const c of folded) {
    const symbol = (STROKED.get(c) ?? c).codePointAt(0) ?? 0;
    const isMark = kindOf(symbol) === CharKind.Diacritic;
    if (!isMark || isLetterMaking(symbol, symbols.at(-1) ?? 0)) symbols.push(symbol);
  }
  return symbols;
}

const folds: (readonly number[] | undefined)[] = [];
const farFolds = new Map<number, readonly number[]>();

/**
 * The symbols that a character is compared by: full case folding, canonically decomposed, without accents, every
 * apostrophe and every double quotation mark alike. `É` gives `e`, `ß` gives `s s`, `й` gives `и` and a breve.
 *
 * Sources: Unicode Standard Annex #15 and section 3.13 (default caseless matching).
 *
 * @returns One symbol or more; none for characters that are skipped.
 */
export function foldCodePoint(codePoint: number): readonly number[] {
  const known = codePoint < 0x3000 ? folds[codePoint] : farFolds.get(codePoint);
  if (known !== undefined) return known;
  const symbols = foldSlowly(codePoint);
  if (codePoint < 0x3000) folds[codePoint] = symbols;
  else farFolds.set(codePoint, symbols);
  return symbols;
}

/** A text by its folded symbols: of two texts that a label takes for the same, letter by letter, the same. */
export function foldText(text: string): string {
  let folded = '';
  for (const char of text.normalize('NFC')) {
    const symbols = foldCodePoint(char.codePointAt(0) ?? 0);
    for (const symbol of symbols) folded += String.fromCodePoint(symbol);
  }
  return folded;
}

const Case = { Unknown: 0, None: 1, Capital: 2, Small: 3 } as const;
type Case = (typeof Case)[keyof typeof Case];

/** Of the basic plane, each found when it is first asked for. */
const cases = new Uint8Array(0x10000);

function findCase(codePoint: number): Case {
  const char = String.fromCodePoint(codePoint);
  if (char.toLowerCase() !== char) return Case.Capital;
  return char.toUpperCase() !== char ? Case.Small : Case.None;
}

function caseOf(codePoint: number): Case {
  if (codePoint > 0xffff) return findCase(codePoint);
  const known = cases[codePoint] as Case;
  if (known !== Case.Unknown) return known;
  const found = findCase(codePoint);
  cases[codePoint] = found;
  return found;
}

/** Whether a letter is written as a capital. Letters without case are not. */
export function isCapital(codePoint: number): boolean {
  return caseOf(codePoint) === Case.Capital;
}

/** Whether a letter has a small form and is written in it. */
export function isSmall(codePoint: number): boolean {
  return caseOf(codePoint) === Case.Small;
}
