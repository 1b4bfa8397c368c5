/**
 * What each character is to the matching of terms. A term matches whole words, so the first question about any
 * character is whether it belongs to a word; the rest are the characters that many hands write in many ways.
 */
export const CharKind = {
  /** Punctuation, symbols, emoji, controls, lone surrogates: stands for itself and ends a word. */
  Other: 1,
  /** A letter of a script that puts spaces between words. */
  Letter: 2,
  /** Any number character, `\p{N}`. */
  Digit: 3,
  /** A mark that a word cannot lose without becoming another, as the vowel signs of Devanagari. */
  Mark: 4,
  /** A letter of a script written without spaces, or with endings attached (Han, kana, hangul, Thai and others). */
  Ideograph: 5,
  /** Skipped inside a term: soft hyphens, zero-width characters, direction marks, variation selectors. */
  ZeroWidth: 6,
  /** Skipped inside a term: the accent on a letter, as a character of its own. */
  Diacritic: 7,
  /** Any space that does not end the line. */
  Space: 8,
  /** LF, CR, line and paragraph separators. */
  LineEnd: 9,
  /** Any hyphen or dash, and the minus sign. */
  Dash: 10,
  /** Any apostrophe, the single quotation marks that stand for one included. */
  Apostrophe: 11,
  /** Any double quotation mark. */
  Quote: 12,
  /** The full stop, which abbreviations may have or not. */
  Dot: 13,
} as const;

export type CharKind = (typeof CharKind)[keyof typeof CharKind];

export const SPACE = 0x20;
export const APOSTROPHE = 0x27;
export const TILDE = 0x7e;

const APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032\u2035\uff07";
const QUOTES = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2039\u203a\u275d\u275e\uff02';
const ZERO_WIDTH =
  /^[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]$/u;
/** The combining diacritical marks of Latin, Greek and Cyrillic; the keycap of emoji (U+20E3) is no accent. */
const DIACRITIC =
  /^[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20f0\ufe20-\ufe2f]$/u;
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hangul}\p{scx=Bopo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]$/u;

function classify(codePoint: number): CharKind {
  if (codePoint === 0x2e) return CharKind.Dot;
  if (codePoint === 0x0a || codePoint === 0x0d || codePoint === 0x2028 || codePoint === 0x2029) {
    return CharKind.LineEnd;
  }
  const char = String.fromCodePoint(codePoint);
  if (APOSTROPHES.includes(char)) return CharKind.Apostrophe;
  if (QUOTES.includes(char)) return CharKind.Quote;
  if (ZERO_WIDTH.test(char)) return CharKind.ZeroWidth;
  if (DIACRITIC.test(char)) return CharKind.Diacritic;
  if (/^[\p{Pd}\u2212\u2043]$/u.test(char)) return CharKind.Dash;
  if (/^[\p{Zs}\t\v\f\u0085]$/u.test(char)) return CharKind.Space;
  if (codePoint === 0x20e3 || /^[\p{Cs}\p{Cn}]$/u.test(char)) return CharKind.Other;
  if (/^[\p{L}\p{M}]$/u.test(char) && UNSPACED.test(char)) return CharKind.Ideograph;
  if (/^\p{L}$/u.test(char)) return CharKind.Letter;
  if (/^\p{N}$/u.test(char)) return CharKind.Digit;
  if (/^\p{M}$/u.test(char)) return CharKind.Mark;
  return CharKind.Other;
}

/** Kinds of the basic plane, each found when it is first asked for; 0 is not yet asked. */
const kinds = new Uint8Array(0x10000);
const farKinds = new Map<number, CharKind>();

/** The kind of a character. Cost: one look-up, except for the first time. */
export function kindOf(codePoint: number): CharKind {
  if (codePoint < 0x10000) {
    const known = kinds[codePoint] as CharKind | 0;
    if (known !== 0) return known;
    const kind = classify(codePoint);
    kinds[codePoint] = kind;
    return kind;
  }
  let kind = farKinds.get(codePoint);
  if (kind === undefined) {
    kind = classify(codePoint);
    farKinds.set(codePoint, kind);
  }
  return kind;
}

/** Whether a character is part of a word: a letter, a mark or a number. */
export function isWordKind(kind: CharKind): boolean {
  return kind >= CharKind.Letter && kind <= CharKind.Ideograph;
}

/** Whether a neighbour of this kind makes one word with a letter beside it. */
export function isBindingKind(kind: CharKind): boolean {
  return kind >= CharKind.Letter && kind <= CharKind.Mark;
}

/** Whether a term goes on over a character of this kind as if it were not there. */
export function isSkippedKind(kind: CharKind): boolean {
  return kind === CharKind.ZeroWidth || kind === CharKind.Diacritic;
}

/** The code point that ends just before `offset`; lone surrogates as they are; -1 at the start of the text. */
export function codePointBefore(text: string, offset: number): number {
  if (offset <= 0) return -1;
  const unit = text.charCodeAt(offset - 1);
  if (unit < 0xdc00 || unit > 0xdfff || offset < 2) return unit;
  const high = text.charCodeAt(offset - 2);
  if (high < 0xd800 || high > 0xdbff) return unit;
  return (high - 0xd800) * 0x400 + (unit - 0xdc00) + 0x10000;
}

/** How many UTF-16 code units a code point takes. */
export function unitsOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1;
}

/** Whether the letter belongs to Cyrillic, where an apostrophe stands inside words (`об’єкт`). */
export function isCyrillic(codePoint: number): boolean {
  return codePoint >= 0x400 && codePoint <= 0x52f;
}
