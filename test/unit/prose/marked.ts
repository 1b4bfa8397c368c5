import type { Span } from '../../../src/core/terms/span';

/** A text with its stretches between ⟦ and ⟧. */
export function marked(text: string, spans: Iterable<Span>): string {
  let at = 0;
  let shown = '';
  for (const { start, end } of spans) {
    shown += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return shown + text.slice(at);
}
