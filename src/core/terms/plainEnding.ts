import { SPACE } from './characters';
import { ItemFlag } from './termPack';

/** Whether a code unit is a letter of ASCII. */
export function isPlainLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** The unit at an offset; behind the text a space. */
export function unitAt(text: string, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : SPACE;
}

/**
 * The length of the plural ending that stands at `at`, where a word goes on with a letter of ASCII.
 *
 * @param flags Those of the item, which say what endings it takes.
 * @returns 0 if the word goes on otherwise, -1 if only a closer look can tell.
 */
export function lengthOfPlainEnding(text: string, at: number, flags: number): number {
  const isE = (text.charCodeAt(at) | 0x20) === 0x65;
  const next = unitAt(text, at + 1);
  const isEs = isE && (next | 0x20) === 0x73;
  const behind = isEs ? unitAt(text, at + 2) : next;
  if (isPlainLetter(behind)) return 0;
  if (!isPlainBreak(behind)) return -1;
  if (isEs) return (flags & ItemFlag.Es) !== 0 ? 2 : 0;
  const isS = (text.charCodeAt(at) | 0x20) === 0x73;
  return isS && (flags & ItemFlag.S) !== 0 ? 1 : 0;
}

/** Whether a code unit ends a word beyond doubt and begins no ending. */
export function isPlainBreak(unit: number): boolean {
  if (unit < 0x30) return unit !== 0x27;
  if (unit < 0x41) return unit > 0x39;
  return (unit > 0x5a && unit < 0x5f) || (unit > 0x7a && unit < 0x80);
}
