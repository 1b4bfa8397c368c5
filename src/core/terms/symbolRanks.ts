import { isLetterMakingMark } from './foldText';
import { isWordSymbol } from './labelKeys';

import { singleClasses } from './symbolClasses';

/** The letters that `ENDING_CLASSES` counts. */
const ENDING_LETTERS: ReadonlySet<number> = new Set([0x65, 0x73]);

export interface SymbolRanks {
  /** The symbols by rank. */
  readonly symbols: Uint32Array;
  /** How many of them have a class of their own and are part of words. */
  readonly wordClasses: number;
  /** For each symbol's number, its rank. */
  readonly rankOf: Uint16Array;
}

/**
 * Ranks symbols, so that `classesOf` makes classes of their ranks. Those that have a class each come first: of these
 * the symbols of words, the letters that begin endings behind the others; and frequent ones first, so that their cells
 * lie close together. Rare symbols come last.
 *
 * @param symbolOf The symbols, numbered from 1.
 * @param counts For each number, how often its symbol stands in keys.
 */
export function rankSymbols(
  symbolOf: (number: number) => number,
  counts: Uint32Array,
): SymbolRanks {
  const numbers = Array.from({ length: counts.length - 1 }, (_, i) => i + 1);
  const byCount = (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
  // What stands alone in a text, a gap, a full stop, or a mark, is never rare.
  const isNeeded = (number: number) =>
    symbolOf(number) < 128 || isLetterMakingMark(symbolOf(number));
  const single = new Set(
    [...numbers]
      .sort((a, b) => Number(isNeeded(b)) - Number(isNeeded(a)) || byCount(a, b))
      .slice(0, singleClasses(numbers.length)),
  );
  const groupOf = (number: number) => {
    if (!single.has(number)) return 3;
    if (!isWordSymbol(symbolOf(number))) return 2;
    return ENDING_LETTERS.has(symbolOf(number)) ? 1 : 0;
  };
  const groups = [0, ...numbers.map(groupOf)];
  numbers.sort((a, b) => (groups[a] ?? 0) - (groups[b] ?? 0) || byCount(a, b));
  const rankOf = new Uint16Array(numbers.length + 1);
  numbers.forEach((number, rank) => (rankOf[number] = rank));
  return {
    symbols: Uint32Array.from(numbers, symbolOf),
    wordClasses: numbers.filter((number) => (groups[number] ?? 0) < 2).length,
    rankOf,
  };
}
