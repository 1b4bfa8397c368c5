declare module 'edtf' {
  /** Parses a date of EDTF. Throws if `text` is none. */
  function parse(text: string): {
    /** First and last millisecond that the date covers, since 1970 in UTC. */
    readonly min: number;
    readonly max: number;
  };
  export = parse;
}
