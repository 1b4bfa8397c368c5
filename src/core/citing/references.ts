import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import chicago from 'style-chicago';
import type { Source } from '../packs/pack';
import { citationKey } from './citation';

/** Styles of references in full. */
export type ReferenceStyle = 'apa' | 'chicago';

/** What a `.bib` file is for: BibTeX knows years and months, BibLaTeX whole dates. */
export type BibDialect = 'bibtex' | 'biblatex';

interface StyleNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleNode | string)[];
}

let isReady = false;

function prepare(): void {
  if (isReady) return;
  isReady = true;
  const { styles } = plugins.config.get('@csl') as {
    readonly styles: { add(name: string, style: string): void };
  };
  styles.add('chicago', toXml(chicago as StyleNode));
  // It takes hyphens out of keys, which every reader of such files knows, and which ids of packs are made of.
  const { format } = plugins.config.get('@bibtex') as { readonly format: { checkLabel: boolean } };
  format.checkLabel = false;
}

/** The style package gives its style as a tree; the processor wants XML. */
function toXml(node: StyleNode | string): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attrs).map(
    ([name, value]) => ` ${name}="${escapeXml(value)}"`,
  );
  return `<${node.name}${attributes.join('')}>${node.children.map(toXml).join('')}</${node.name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

/**
 * Sources in full, in a style, as plain text on one line each.
 *
 * @returns In the order of `sources`.
 */
export function formatReferences(
  sources: readonly Source[],
  style: ReferenceStyle,
): readonly string[] {
  return sources.map((source) =>
    toCite(source)
      .format('bibliography', { format: 'text', template: style, lang: 'en-US' })
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** A source as an entry of a `.bib` file. */
export function formatBibEntry(source: Source, dialect: BibDialect): string {
  return toCite(source, { 'citation-key': citationKey(source) })
    .format(dialect)
    .trim();
}

/** A source as an item of CSL-JSON. Its key is the item's id. */
export function toCslItem(source: Source): Readonly<Record<string, unknown>> {
  const item: Record<string, unknown> = { ...source.csl, id: citationKey(source) };
  delete item['custom'];
  return item;
}

function toCite(source: Source, more: Readonly<Record<string, string>> = {}): Cite {
  prepare();
  // Read as what it is: nothing is guessed, and nothing fetched.
  return new Cite(
    { ...toCslItem(source), ...more },
    { forceType: '@csl/object', generateGraph: false },
  );
}
