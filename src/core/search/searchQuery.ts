/** What a search is narrowed to. */
export type SearchScope = 'all' | 'topics' | 'agents' | 'events' | 'exact' | 'start';

export interface SearchQuery {
  readonly scope: SearchScope;
  /** What is searched for. */
  readonly text: string;
}

const scopes: Readonly<Record<string, SearchScope>> = {
  '#': 'topics',
  '@': 'agents',
  '!': 'events',
  '"': 'start',
  '“': 'start',
};

/**
 * Reads what a person types: `#` narrows to topics, `@` to people and organisations, `!` to events, `"` to names that
 * begin so, and with another `"` behind them to names that are so.
 */
export function parseQuery(typed: string): SearchQuery {
  const text = typed.trim();
  const scope = scopes[text.charAt(0)];
  if (scope === undefined) return { scope: 'all', text };
  const rest = text.slice(1).trim();
  if (scope !== 'start' || !/["”]$/.test(rest)) return { scope, text: rest };
  return { scope: 'exact', text: rest.slice(0, -1).trim() };
}
