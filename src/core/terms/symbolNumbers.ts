import { foldCodePoint } from './foldText';
import { GAP_SYMBOL } from './labelKeys';

/** As many symbols as 16 bits can number, less the 0. */
const MOST_SYMBOLS = 0xffff;

/** Numbers the symbols of a pack in the order in which they appear, from 1. */
export class SymbolNumbers {
  readonly #symbols: number[] = [0];
  readonly #near = new Uint16Array(0x10000);
  readonly #far = new Map<number, number>();
  /** The numbers of code units that fold to one symbol, once one was asked for. */
  readonly #ofUnits = new Uint16Array(0x10000);

  constructor() {
    this.of(GAP_SYMBOL);
  }

  get count(): number {
    return this.#symbols.length - 1;
  }

  symbolOf(number: number): number {
    return this.#symbols[number] ?? 0;
  }

  /** The number of a symbol, which it has from now on; 0 if there are too many. */
  of(symbol: number): number {
    const known = symbol < 0x10000 ? this.#near[symbol] : this.#far.get(symbol);
    if (known !== undefined && known !== 0) return known;
    if (this.count === MOST_SYMBOLS) return 0;
    const number = this.#symbols.push(symbol) - 1;
    if (symbol < 0x10000) this.#near[symbol] = number;
    else this.#far.set(symbol, number);
    return number;
  }

  /** The number of the symbol that a code unit folds to, if that is one and has a number; else 0. */
  ofUnit(unit: number): number {
    const known = this.#ofUnits[unit] ?? 0;
    if (known !== 0) return known;
    const [symbol = -1, second] = foldCodePoint(unit);
    if (symbol < 0 || second !== undefined) return 0;
    const number = symbol < 0x10000 ? (this.#near[symbol] ?? 0) : 0;
    this.#ofUnits[unit] = number;
    return number;
  }
}
