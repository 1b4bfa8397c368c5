import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import chicago from 'style-chicago';
import type { Source } from '../packs/pack';
import { citationKey } from './citation';
import { asTextOf } from './documentText';

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
  const { format } = plugins.config.get('@bibtex') as {
    readonly format: { checkLabel: boolean; asciiOnly: boolean };
  };
  format.checkLabel = false;
  // In ASCII it leaves out every letter that has no command of TeX: a title in Cyrillic whole. Without, it escapes
  // nothing, so that is done before (`escaped`).
  format.asciiOnly = false;
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
  prepare();
  return sources.map((source) =>
    citeOf(toCslItem(source))
      .format('bibliography', { format: 'text', template: style, lang: 'en-US' })
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** A source as an entry of a `.bib` file. */
export function formatBibEntry(source: Source, dialect: BibDialect): string {
  prepare();
  const item = { ...toCslItem(source), 'citation-key': citationKey(source) };
  const entry = citeOf(escaped(item) as Readonly<Record<string, unknown>>)
    .format(dialect)
    .trim();
  // The processor says it twice, for BibTeX, which has no field for it.
  return dialect === 'bibtex' ? entry : entry.replace(ACCESSED_NOTE, '');
}

const ACCESSED_NOTE = /^\s*note = \{\[Online; accessed [^{}\n]*\]\},?\n/m;

/** Fields that readers of `.bib` files take as they are. */
const VERBATIM = new Set(['URL', 'DOI', 'id', 'type', 'citation-key', 'language']);

/** A value of CSL-JSON in which no sign does anything in TeX. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return asTextOf('latex', value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, VERBATIM.has(name) ? each : escaped(each)]),
  );
}

/**
 * A source as an item of CSL-JSON. Its key is the item's id. The pack's remark on it is not among what is cited: styles
 * would print it.
 */
export function toCslItem(source: Source): Readonly<Record<string, unknown>> {
  const item: Record<string, unknown> = { ...source.csl, id: citationKey(source) };
  delete item['custom'];
  delete item['note'];
  return item;
}

function citeOf(item: Readonly<Record<string, unknown>>): Cite {
  // Read as what it is: nothing is guessed, and nothing fetched.
  return new Cite(item, { forceType: '@csl/object', generateGraph: false });
}
