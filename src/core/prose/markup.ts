/** A piece of markup, recognised by how it begins. */
export interface Markup {
  /** Source of a regular expression without capturing groups. Lines are told apart by the flag `m`. */
  readonly open: string;
  /**
   * What ends it, given how it began; none if the beginning is all of it. Nothing within it is markup. What begins
   * with a line's end is a line of its own.
   */
  readonly close?: (opened: string) => string;
  /** Where it ends that is told by the layout of the lines below, given where its beginning stands. */
  readonly reach?: (text: string, start: number, end: number) => number;
  /** What it begins, by a name: that lasts until its like has ended, and there is markup within. */
  readonly begins?: (opened: string) => string;
  /** What it ends, by its name. */
  readonly ends?: (opened: string) => string;
  /** Somebody else's words; everything else is no prose. */
  readonly isQuotation?: boolean;
  /** Whether it is what it looks like, given what stands before. */
  readonly isMeant?: (text: string, start: number) => boolean;
}

/** A language by its markup. */
export interface MarkupLanguage {
  /** Where several begin at one place, the first counts. */
  readonly markup: readonly Markup[];
  /** Whether capitals make no difference to its markup. */
  readonly ignoresCase?: boolean;
}

/** Markup of which the beginning is all. */
export const only = (open: string): Markup => ({ open });

/** Markup that lasts until what closes it. */
export const until = (open: string, close: string): Markup => ({ open, close: () => close });

/**
 * A quotation with what ends it.
 *
 * @param name The name that both have, given either.
 */
export const quotation = (open: string, end: string, name: (piece: string) => string): Markup[] => [
  { open, begins: name, isQuotation: true },
  { open: end, ends: name },
];

/** A quotation between brackets, in which there may be brackets. */
export const bracketed = (open: string, bracket: string, end: string): Markup[] => [
  ...quotation(open, end, () => end),
  { open: bracket, begins: () => end },
];
