import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { EntryId, Source } from '../packs/pack';
import { sourceCautions } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import { displayDate } from './formatDate';
import { inLanguage, packLanguage } from './languageMark';
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
 * @param titleHtml HTML without elements but for its language.
 */
export function section(
  id: string,
  titleHtml: string,
  innerHtml: string,
  className?: string,
): string {
  if (innerHtml === '') return '';
  const named = className === undefined ? '' : ` class="${className}"`;
  return `<section${named}><h2 id="${escapeHtml(id)}">${titleHtml}</h2>${innerHtml}</section>`;
}

/** Links to entries, as a row. */
export function linkSection(
  { library, text }: Page,
  id: string,
  title: string,
  ids: readonly EntryId[],
): string {
  const links = library.entries(ids).map((entry) => `<li>${text.titleLink(entry)}</li>`);
  const list = links.length === 0 ? '' : `<ul class="links">${links.join('')}</ul>`;
  return section(id, escapeHtml(title), list, 'related');
}

/** The numbered sources, each with the ways back to where it is cited. To be written last: until then marks are counted. */
export function sourceList({ library, text, sources }: Page): string {
  const items = sources.map((source, index) => {
    const language = packLanguage(library, source.id);
    const inPack = (words: string) => inLanguage(language, escapeHtml(words));
    const published = [
      source.publisher === undefined ? '' : inPack(source.publisher),
      source.issued === undefined ? '' : escapeHtml(displayDate(source.issued)),
    ].filter((part) => part !== '');
    const origin = [source.kind === undefined ? '' : inPack(source.kind), published.join(', ')]
      .filter((part) => part !== '')
      .join(' · ');
    const cautions = sourceCautions(source).map((caution) => {
      const words = caution === source.note ? inPack(caution) : escapeHtml(caution);
      return ` <span class="note">${words}</span>`;
    });
    const url = safeUrl(source.url);
    const web =
      url === undefined ? '' : ` <a class="external" href="${url}">${escapeHtml(hostOf(url))}</a>`;
    const title = text.titleLink(source);
    const back = text.marksOf(source.id).map((id, place) => {
      const name = escapeHtml(
        l10n.t('Back to where source {0} is cited, place {1}', index + 1, place + 1),
      );
      return `<a class="back" href="#${id}" aria-label="${name}">↑${place === 0 ? '' : place + 1}</a>`;
    });
    return `<li id="source-${index + 1}">${title}<br><span class="origin">${origin}</span>${web}${cautions.join('')} ${back.join(' ')}</li>`;
  });
  const list = items.length === 0 ? '' : `<ol>${items.join('')}</ol>`;
  return section('_sources', escapeHtml(l10n.t('Sources')), list, 'sources');
}

export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}
