import * as l10n from '@vscode/l10n';
import type { EntryType } from './pack';

/** What a sort of entry is called inside a sentence. In translations it is in the nominative, and without an article. */
export function entryTypeName(type: EntryType): string {
  switch (type) {
    case 'topic':
      return l10n.t('topic');
    case 'term':
      return l10n.t('term');
    case 'event':
      return l10n.t('event');
    case 'source':
      return l10n.t('source');
    case 'overview':
      return l10n.t('overview');
  }
}
