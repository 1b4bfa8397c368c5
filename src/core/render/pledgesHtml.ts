import * as l10n from '@vscode/l10n';
import type { Pledge } from '../packs/pack';
import { escapeHtml } from './escape';
import { displayDate } from './formatDate';
import type { Page } from './page';
import { withWords } from './languageMark';
import { badge, type PageText } from './pageText';
import { plainText } from './packTokens';

/**
 * Who has said to do what: a row for each pledge that none has replaced, with those it replaced folded into it. The panel
 * sorts the rows by the keys in `data-sort`.
 */
export function pledgesHtml(page: Page, pledges: readonly Pledge[]): string {
  const byId = new Map(pledges.map((pledge) => [pledge.id, pledge]));
  const replaced = new Set(pledges.flatMap(({ supersedes }) => supersedes ?? []));
  const rows = pledges
    .filter(({ id }) => !replaced.has(id))
    .sort((a, b) => a.party.localeCompare(b.party) || (a.date < b.date ? 1 : -1))
    .map((pledge) => pledgeRow(page, pledge, earlier(pledge, byId)));
  const heads = [
    l10n.t('Who'),
    l10n.t('Stance'),
    l10n.t('What was said'),
    l10n.t('Since'),
    l10n.t('On whose word'),
  ].map((name, index) => {
    const label = escapeHtml(name);
    const sorted = index === 0 ? ' aria-sort="ascending"' : '';
    return index === 2
      ? `<th scope="col">${label}</th>`
      : `<th scope="col"${sorted}><button type="button" class="sort">${label}</button></th>`;
  });
  return `<table class="pledges sortable"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** The pledges that one has replaced, newest first. A circle of them ends where it closes. */
function earlier(pledge: Pledge, byId: ReadonlyMap<string, Pledge>): readonly Pledge[] {
  const found: Pledge[] = [];
  let previous = byId.get(pledge.supersedes ?? '');
  while (previous !== undefined && previous !== pledge && !found.includes(previous)) {
    found.push(previous);
    previous = byId.get(previous.supersedes ?? '');
  }
  return found;
}

function pledgeRow(page: Page, pledge: Pledge, before: readonly Pledge[]): string {
  const { text, markdown } = page;
  const marks = text.citationMarks(pledge.sources);
  const unconfirmed = marks === '' ? ` ${badge(l10n.t('unconfirmed'))}` : '';
  const history =
    before.length === 0
      ? ''
      : `<details><summary>${escapeHtml(l10n.t('Earlier: {0}', before.length))}</summary><ul>${before.map((each) => `<li>${earlierText(page, each)}</li>`).join('')}</ul></details>`;
  const sentence = `${pledge.party}: ${plainText(markdown, pledge.statement)}${pledge.condition === undefined ? '' : ` ${pledge.condition}`}`;
  const context = escapeHtml(text.statementContext(sentence, pledge.sources));
  const cells: readonly (readonly [string, string, string])[] = [
    [
      l10n.t('Stance'),
      pledge.stance,
      `<span class="stance">${escapeHtml(stanceName(pledge.stance))}</span>`,
    ],
    [
      l10n.t('What was said'),
      '',
      `<span data-vscode-context="${context}">${text.inlineHtml(pledge.statement)}${marks}${unconfirmed}${condition(text, pledge)}</span>${history}`,
    ],
    [l10n.t('Since'), pledge.date, escapeHtml(displayDate(pledge.date))],
    [l10n.t('On whose word'), pledge.speaker, text.words(pledge.speaker)],
  ];
  const columns = cells.map(
    ([name, key, html]) =>
      `<td data-name="${escapeHtml(name)}" data-sort="${escapeHtml(key)}">${html}</td>`,
  );
  return `<tr id="${escapeHtml(pledge.id)}"><th scope="row" data-sort="${escapeHtml(pledge.party)}">${page.text.words(pledge.party)}</th>${columns.join('')}</tr>`;
}

function condition(text: PageText, pledge: Pledge): string {
  if (pledge.condition === undefined) return '';
  const words = withWords(l10n.t('Condition: {0}'), text.words(pledge.condition));
  return ` <span class="condition">${words}</span>`;
}

function earlierText({ text }: Page, pledge: Pledge): string {
  const head = `${escapeHtml(displayDate(pledge.date))}, ${text.words(pledge.speaker)}: ${escapeHtml(stanceName(pledge.stance))}.`;
  return `${head} ${text.inlineHtml(pledge.statement)}${condition(text, pledge)}${text.citationMarks(pledge.sources)}`;
}

function stanceName(stance: Pledge['stance']): string {
  switch (stance) {
    case 'would send':
      return l10n.t('would send');
    case 'might send':
      return l10n.t('might send');
    case 'will not send':
      return l10n.t('will not send');
    case 'would support':
      return l10n.t('would support');
  }
}
