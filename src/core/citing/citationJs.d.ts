declare module 'style-chicago' {
  export { style as default };
  const style: unknown;
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options: { forceType: string; generateGraph: boolean });
    format(format: string, options?: Readonly<Record<string, string>>): string;
  }
  export const plugins: { readonly config: { get(plugin: string): unknown } };
}
