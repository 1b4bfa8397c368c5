import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { EntryId, Source } from '../packs/pack';
import { sourceCautions, sourceOrigin } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import type { PageText } from './pageText';

/** What all pages of the panel are made of. */
export interface Page {
  readonly library: Library;
  readonly markdown: MarkdownIt;
  readonly entryId: EntryId;
  readonly text: PageText;
  readonly sources: readonly Source[];
}

/**
 * A section under a heading, which the panel's contents list and links lead to.
 *
 * @param id Anchor of a pack's section, or, for one that the product adds, a name that begins with `_`: no pack has such.
 * @param title Plain text.
 */
export function section(id: string, title: string, innerHtml: string, className?: string): string {
  if (innerHtml === '') return '';
  const named = className === undefined ? '' : ` class="${className}"`;
  return `<section${named}><h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>${innerHtml}</section>`;
}

/** Links to entries, as a row. */
export function linkSection(
  { library, text }: Page,
  id: string,
  title: string,
  ids: readonly EntryId[],
): string {
  const links = library
    .entries(ids)
    .map((entry) => `<li>${text.entryLink(entry.id, escapeHtml(entry.title))}</li>`);
  const list = links.length === 0 ? '' : `<ul class="links">${links.join('')}</ul>`;
  return section(id, title, list, 'related');
}

/** The numbered sources, each with the ways back to where it is cited. To be written last: until then marks are counted. */
export function sourceList({ text, sources }: Page): string {
  const items = sources.map((source, index) => {
    const origin = [source.kind, sourceOrigin(source)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
    const cautions = sourceCautions(source).map(
      (caution) => ` <span class="note">${escapeHtml(caution)}</span>`,
    );
    const url = safeUrl(source.url);
    const web =
      url === undefined ? '' : ` <a class="external" href="${url}">${escapeHtml(hostOf(url))}</a>`;
    const title = text.entryLink(source.id, escapeHtml(source.title));
    const back = text.marksOf(source.id).map((id, place) => {
      const name = escapeHtml(
        l10n.t('Back to where source {0} is cited, place {1}', index + 1, place + 1),
      );
      return `<a class="back" href="#${id}" aria-label="${name}">↑${place === 0 ? '' : place + 1}</a>`;
    });
    return `<li id="source-${index + 1}">${title}<br><span class="origin">${escapeHtml(origin)}</span>${web}${cautions.join('')} ${back.join(' ')}</li>`;
  });
  const list = items.length === 0 ? '' : `<ol>${items.join('')}</ol>`;
  return section('_sources', l10n.t('Sources'), list, 'sources');
}

export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}
