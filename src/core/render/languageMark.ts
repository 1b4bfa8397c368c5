import { toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import type { EntryId } from '../packs/pack';
import { escapeHtml } from './escape';
import { interfaceLanguage } from './formatDate';

/** The language of the pack that an entry belongs to: that of the interface if there is none. */
export function packLanguage(library: Library, id: EntryId): string {
  return library.packs.find((pack) => pack.id === toPackId(id))?.lang ?? interfaceLanguage();
}

/** HTML among the words of the interface, with its language said if it is another: voices and hyphens go by it. */
export function inLanguage(language: string, html: string): string {
  const isForeign = html !== '' && language !== interfaceLanguage();
  return isForeign ? `<span lang="${escapeHtml(language)}">${html}</span>` : html;
}

/**
 * A message of the interface with HTML in its places, as `l10n.t` fills them with text.
 *
 * @param message Not escaped, with `{0}`, `{1}` and so on.
 */
export function withWords(message: string, ...html: readonly string[]): string {
  return escapeHtml(message).replace(/\{(\d+)\}/g, (place, index) => html[Number(index)] ?? place);
}
