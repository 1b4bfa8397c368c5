/** A stretch of text: from `start` up to, not including, `end`. UTF-16 code units, as in `TextDocument.offsetAt`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
