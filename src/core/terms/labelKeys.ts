import { CharKind, isWordKind, kindOf } from './characters';
import { BREVE, DIAERESIS } from './foldText';
import type { LabelPattern } from './labelPattern';
import { Gap } from './separators';

/** Stands in a key for whatever gap the text has between two words. */
export const GAP_SYMBOL = 0x20;
export const DOT_SYMBOL = 0x2e;

/** Whether text goes on over a full stop behind this symbol; behind numbers it stands for itself. */
export function takesDot(symbol: number): boolean {
  return symbol === BREVE || symbol === DIAERESIS || kindOf(symbol) === CharKind.Letter;
}

/** Whether the symbol is part of a word and binds to the letters beside it. */
export function isWordSymbol(symbol: number): boolean {
  if (symbol === BREVE || symbol === DIAERESIS) return true;
  const kind = kindOf(symbol);
  return isWordKind(kind) && kind !== CharKind.Ideograph;
}

export interface LabelKeys {
  /** Sequences of symbols, one for each way in which the joints can be open or closed. */
  readonly keys: readonly (readonly number[])[];
  /** Lengths at which a full stop was left out of the first key's word; the text may have one there. */
  readonly dotsAfter: readonly number[];
}

/**
 * The sequences of symbols under which a pattern is filed. A joint that may be closed gives two: with a gap and
 * without. Full stops behind letters are left out, as the text may have some that the label has not.
 */
export function keysOf({ tokens, dottedTo }: LabelPattern): LabelKeys {
  let keys: number[][] = [[]];
  const dotsAfter: number[] = [];
  let before = 0;
  tokens.forEach((token, index) => {
    const first = keys[0] ?? [];
    if (token < 0) {
      const mask = -token;
      const open = (mask & ~Gap.None) !== 0 ? keys.map((key) => [...key, GAP_SYMBOL]) : [];
      keys = (mask & Gap.None) !== 0 ? [...keys, ...open] : open;
      before = 0;
    } else if (token === DOT_SYMBOL && takesDot(before)) {
      dotsAfter.push(first.length);
    } else {
      for (const key of keys) key.push(token);
      before = token;
      if ((dottedTo[index] ?? -1) >= 0) dotsAfter.push(first.length);
    }
  });
  return { keys, dotsAfter };
}
