/** What a search is narrowed to. */
export type SearchScope = 'all' | 'topics' | 'agents' | 'events' | 'exact';

export interface SearchQuery {
  readonly scope: SearchScope;
  /** What is searched for. */
  readonly text: string;
}

const scopes: Readonly<Record<string, SearchScope>> = {
  '#': 'topics',
  '@': 'agents',
  '!': 'events',
  '"': 'exact',
  '“': 'exact',
};

/** Reads what a person types: `#` narrows to topics, `@` to people and organisations, `!` to events, `"` to exact names. */
export function parseQuery(typed: string): SearchQuery {
  const text = typed.trim();
  const scope = scopes[text.charAt(0)];
  if (scope === undefined) return { scope: 'all', text };
  return { scope, text: text.slice(1).replace(/["”]$/, '').trim() };
}
