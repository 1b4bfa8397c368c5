import type { EntryId, Term } from './pack';

/**
 * Adds what SKOS says follows from the relations that are written down: `related` holds both ways, and `broader` and
 * `narrower` are each other's inverse. Written relations come first, in their order; what follows from others comes
 * after them, in the order of those terms.
 */
export function completeRelations(terms: readonly Term[]): readonly Term[] {
  const inverse = (
    relation: 'broader' | 'narrower' | 'related',
  ): ReadonlyMap<EntryId, readonly EntryId[]> => {
    const found = new Map<EntryId, EntryId[]>();
    for (const term of terms) {
      for (const target of term[relation]) {
        const sources = found.get(target);
        if (sources === undefined) found.set(target, [term.id]);
        else sources.push(term.id);
      }
    }
    return found;
  };
  const narrowerOf = inverse('broader');
  const broaderOf = inverse('narrower');
  const relatedOf = inverse('related');
  return terms.map((term) => {
    const broader = union(term.broader, broaderOf.get(term.id));
    const narrower = union(term.narrower, narrowerOf.get(term.id));
    const hierarchy = new Set([...broader, ...narrower]);
    // SKOS keeps the two apart: what is above or below a term is not also beside it.
    const related = union(term.related, relatedOf.get(term.id)).filter((id) => !hierarchy.has(id));
    return { ...term, broader, narrower, related };
  });
}

function union(written: readonly EntryId[], derived: readonly EntryId[] = []): readonly EntryId[] {
  return [...new Set([...written, ...derived])];
}
