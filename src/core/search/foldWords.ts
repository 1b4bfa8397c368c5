const COMBINING = /[\u0300-\u036f]/g;
const ASCII = /^[\0-\x7f]*$/;

/**
 * A text as search compares it: small letters, no diacritics, no apostrophes, no dots within abbreviations.
 *
 * @returns Of about the length of `text`, but not unit for unit.
 */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  const plain = ASCII.test(small)
    ? small
    : small.normalize('NFD').replace(COMBINING, '').normalize('NFC').replace(/ß/g, 'ss');
  // Most texts have none of these, and to look for one sign is quicker than to look behind each.
  const whole = /['’ʼ]/.test(plain) ? plain.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '') : plain;
  return whole.includes('.') ? whole.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '') : whole;
}

/** The words of a folded text: letters and digits. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text, folded, with one space between them. */
export function foldPhrase(text: string): string {
  return wordsOf(foldText(text)).join(' ');
}
