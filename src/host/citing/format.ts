import type * as vscode from 'vscode';
import { citationFormats, suitableFormat, type CitationFormat } from '../../core/citing/citation';
import type { Source } from '../../core/packs/pack';
import type { LazyModules } from '../base/lazyModules';
import { settings } from '../base/settings';

/** How sources are cited in a document: as the setting says, or as suits its language. */
export function citationFormatOf(document: vscode.TextDocument): CitationFormat {
  const chosen = settings.citationFormat(document);
  const known = citationFormats.find((format) => format === chosen);
  return known ?? suitableFormat(document.languageId, document.getText());
}

/** The sources in full, where a format wants them; otherwise nothing is loaded. */
export async function referencesFor(
  format: CitationFormat,
  sources: readonly Source[],
  modules: LazyModules,
): Promise<readonly string[]> {
  if (sources.length === 0) return [];
  if (format !== 'footnote' && format !== 'apa' && format !== 'chicago') return [];
  const { formatReferences } = await modules.citing();
  return formatReferences(sources, format === 'chicago' ? 'chicago' : 'apa');
}
