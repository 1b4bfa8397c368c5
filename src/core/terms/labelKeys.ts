import { CharKind, isWordKind, kindOf } from './characters';
import { isLetterMakingMark } from './foldText';
import type { LabelPattern } from './labelPattern';
import { Gap } from './separators';

/** Stands in a key for whatever gap the text has between two words. */
export const GAP_SYMBOL = 0x20;
export const DOT_SYMBOL = 0x2e;

/** Whether text goes on over a full stop behind this symbol; behind numbers it stands for itself. */
function takesDot(symbol: number): boolean {
  return isLetterMakingMark(symbol) || kindOf(symbol) === CharKind.Letter;
}

/** Whether the symbol is part of a word and binds to the letters beside it. */
export function isWordSymbol(symbol: number): boolean {
  if (isLetterMakingMark(symbol)) return true;
  const kind = kindOf(symbol);
  return isWordKind(kind) && kind !== CharKind.Ideograph;
}

/** One sequence of symbols under which a label is filed. */
export interface LabelKey {
  readonly symbols: readonly number[];
  /** Lengths behind which a full stop was left out; the text may have one there. */
  readonly dotsAfter: readonly number[];
}

/**
 * The keys of a pattern. A joint that may be closed gives two: with a gap and without. Full stops behind letters are
 * left out, as the text may have some that the label has not.
 */
export function keysOf({ tokens, dottedTo }: LabelPattern): readonly LabelKey[] {
  let keys: { symbols: number[]; dotsAfter: number[] }[] = [{ symbols: [], dotsAfter: [] }];
  let before = 0;
  const noteDot = () => {
    for (const { symbols, dotsAfter } of keys) dotsAfter.push(symbols.length);
  };
  tokens.forEach((token, index) => {
    if (token < 0) {
      const mask = -token;
      const open = keys.map(({ symbols, dotsAfter }) => ({
        symbols: [...symbols, GAP_SYMBOL],
        dotsAfter: [...dotsAfter],
      }));
      const isClosed = (mask & Gap.None) !== 0;
      const isOpen = (mask & ~Gap.None) !== 0;
      keys = [...(isClosed ? keys : []), ...(isOpen ? open : [])];
      before = 0;
    } else if (token === DOT_SYMBOL && takesDot(before)) {
      noteDot();
    } else {
      for (const { symbols } of keys) symbols.push(token);
      before = token;
      if ((dottedTo[index] ?? -1) >= 0) noteDot();
    }
  });
  return keys;
}
