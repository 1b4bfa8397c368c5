/**
 * Classes are the alphabet of a trie: 1 to 126, so that one fits into a cell beside where its node leads. The symbols of
 * most vocabularies are fewer. Of others the frequent ones have a class each, and a rare one is written as four: a sign
 * that says so, and its number in three digits.
 */
export const MOST_CLASSES = 126;

/** In a cell, classes take so many bits; 0 is the end of a label, and `ROOT_CLASS` leads to the root. */
export const CLASS_BITS = 7;
export const CLASS_MASK = 2 ** CLASS_BITS - 1;
export const ROOT_CLASS = MOST_CLASSES + 1;

const RARE = MOST_CLASSES;
const DIGITS = MOST_CLASSES;

/** How many of so many symbols, in order of rank, have a class of their own. */
export function singleClasses(symbolCount: number): number {
  return symbolCount <= MOST_CLASSES ? symbolCount : MOST_CLASSES - 1;
}

/** The classes of the symbol with a rank, the first of which is 0, among so many. One class, or four. */
export function classesOf(rank: number, symbolCount: number): readonly number[] {
  const singles = singleClasses(symbolCount);
  if (rank < singles) return [rank + 1];
  const number = rank - singles;
  const digit = (place: number) => 1 + (Math.floor(number / DIGITS ** place) % DIGITS);
  return [RARE, digit(2), digit(1), digit(0)];
}
