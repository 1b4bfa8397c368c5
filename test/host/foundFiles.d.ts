/** The host tests, found by pattern when `bundleHostTests.ts` bundles them: each a `TestFile`. */
declare module 'host-tests' {
  export const testFiles: readonly { readonly file: string; readonly load: () => unknown }[];
}

/** The text files of `test/fixtures/workspace`: path with `/`, and content. */
declare module 'sample-workspace' {
  export const sampleFiles: readonly (readonly [path: string, text: string])[];
}
