import type { Label } from '../../../src/core/packs/pack';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { allInflections, type InflectionRules } from '../../../src/core/terms/inflection';
import type { LabelledEntry, TermIndex } from '../../../src/core/terms/termIndex';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';

/** A label, as little of it as a case needs. */
export type ShortLabel = string | (Partial<Label> & { readonly text: string });

export function toLabel(label: ShortLabel): Label {
  const parts = typeof label === 'string' ? { text: label } : label;
  return { kind: 'preferred', lang: 'en', ...parts };
}

/** Entries `e0`, `e1`, …, each with one of the labels. */
export function entriesOf(labels: readonly ShortLabel[]): LabelledEntry[] {
  return labels.map((label, number) => ({ id: `e${String(number)}`, labels: [toLabel(label)] }));
}

export function indexOf(
  labels: readonly ShortLabel[],
  rules: Partial<InflectionRules> = {},
): TermIndex {
  const { pack } = buildTermPack(entriesOf(labels), { ...allInflections, ...rules });
  return createTermIndex([pack]);
}

/** A text without the brackets ⟦ ⟧ that mark where a term is expected. */
export function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

/** A text with what an index finds in brackets. */
export function marked(index: TermIndex, text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of index.findAll(text)) {
    result += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return result + text.slice(at);
}
