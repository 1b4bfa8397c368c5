import * as l10n from '@vscode/l10n';
import { parseQuery } from './searchQuery';

/** What the search says in place of entries: that there are none, and what to do. */
export interface NothingFound {
  readonly title: string;
  readonly advice: string;
}

/** @param query What a person typed and nothing was found for. */
export function nothingFound(query: string): NothingFound {
  const { scope, text } = parseQuery(query);
  switch (scope) {
    case 'start':
    case 'exact': {
      const advice = l10n.t('Without quotation marks the search looks for each word.');
      if (text === '') return { title: l10n.t('Type the beginning of a name'), advice };
      if (scope === 'start') return { title: l10n.t('No name begins with “{0}”', text), advice };
      return { title: l10n.t('Nothing has the name “{0}”', text), advice };
    }
    case 'all':
      return {
        title: l10n.t('No entry found for “{0}”', text),
        advice: l10n.t('Try fewer words, or others.'),
      };
    default:
      return {
        title: l10n.t('No entry of this sort found for “{0}”', text),
        advice: l10n.t('Without the sign in front the search looks at everything.'),
      };
  }
}
