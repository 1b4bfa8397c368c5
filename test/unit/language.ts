import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `act` gives where the interface is in a language. */
export function inLanguage<T>(language: 'de' | 'fr' | 'uk', act: () => T): T {
  const bundle = join(__dirname, '..', '..', 'l10n', `bundle.l10n.${language}.json`);
  l10n.config({ contents: readFileSync(bundle, 'utf8') });
  try {
    return act();
  } finally {
    l10n.config({ contents: {} });
  }
}
