import * as l10n from '@vscode/l10n';
import type { Poll } from '../packs/pack';
import { displayName } from './displayName';
import { escapeHtml } from './escape';
import { interfaceLanguage, withStop } from './formatDate';
import { section, type Page } from './page';
import { documentWording, interfaceWording, type Wording } from './wording';

/**
 * Polls as bar charts, newest first, one question a chart, each with who asked whom and when, and as a table. All bars
 * are alike: of two polls on a question one may name those in favour and the other only those against, so a colour for
 * each answer would say of two bars that they belong together when they do not. Each bar has its answer beside it.
 */
export function pollsHtml(page: Page, polls: readonly Poll[]): string {
  const charts = new Map<string, Poll[]>();
  for (const poll of polls) {
    const key = `${poll.series ?? poll.id}\n${poll.question}`;
    charts.set(key, [...(charts.get(key) ?? []), poll]);
  }
  return [...charts.values()]
    .sort((a, b) => (pollDate(a[0]) < pollDate(b[0]) ? 1 : -1))
    .map((chart) => chartSection(page, chart))
    .join('');
}

function pollDate(poll: Poll | undefined): string {
  return poll?.fieldwork ?? poll?.published ?? '';
}

function chartSection(page: Page, polls: readonly Poll[]): string {
  const [first] = polls;
  if (first === undefined) return '';
  const wording =
    first.wording === 'as asked'
      ? l10n.t('The question as it was asked')
      : l10n.t('A summary of the question');
  const bars = polls.map((poll) => pollBars(page, poll));
  const asTable = `<details><summary>${escapeHtml(l10n.t('As a table'))}</summary>${pollTable(page, polls)}</details>`;
  return section(
    first.id,
    page.text.words(first.question),
    `<p class="origin">${escapeHtml(wording)}</p>${bars.join('')}${asTable}`,
    'chart',
  );
}

function pollBars({ text }: Page, poll: Poll): string {
  const rows = poll.answers.map(({ answer, share }) => {
    const width = Math.max(0, Math.min(100, share));
    return `<div class="bar-row"><span class="bar-label">${text.words(answer)}</span><svg class="bar-picture" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="share" width="${width}" height="8"/></svg><span class="bar-value">${percent(share)}</span></div>`;
  });
  const note = poll.note === undefined ? '' : ` ${text.words(poll.note)}`;
  const caption = `${escapeHtml(withStop(pollOrigin(poll, interfaceWording)))}${note}${text.citationMarks(poll.sources)}`;
  const context = escapeHtml(text.statementContext(pollSentence(poll), poll.sources));
  return `<figure class="poll" data-vscode-context="${context}"><div class="poll-country">${escapeHtml(countryName(poll, interfaceWording))}</div>${rows.join('')}<figcaption>${caption}</figcaption></figure>`;
}

function pollTable({ text }: Page, polls: readonly Poll[]): string {
  const answers = [...new Set(polls.flatMap((poll) => poll.answers.map(({ answer }) => answer)))];
  const heads = [
    escapeHtml(l10n.t('Country')),
    ...answers.map((answer) => text.words(answer)),
    escapeHtml(l10n.t('Pollster, dates and sample')),
  ];
  const rows = polls.map((poll) => {
    const shares = answers.map((answer) => {
      const share = poll.answers.find((each) => each.answer === answer)?.share;
      return `<td>${share === undefined ? '–' : percent(share)}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(countryName(poll, interfaceWording))}</th>${shares.join('')}<td>${escapeHtml(pollOrigin(poll, interfaceWording))}</td></tr>`;
  });
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table class="data"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function pollOrigin(poll: Poll, { t, date, language }: Wording): string {
  const pollster =
    poll.client === undefined ? poll.pollster : t('{0} for {1}', poll.pollster, poll.client);
  const day =
    poll.fieldwork === undefined
      ? t('published {0}', date(poll.published ?? ''))
      : date(poll.fieldwork);
  const sample =
    poll.sample === undefined ? undefined : t('{0} people', poll.sample.toLocaleString(language));
  return [pollster, day, sample].filter((part) => part !== undefined).join(', ');
}

/** What a poll found, in words, for quoting it in a document. */
function pollSentence(poll: Poll): string {
  const shares = poll.answers.map(({ answer, share }) => `${answer}: ${share}%`).join(', ');
  return `${poll.question} ${shares} (${countryName(poll, documentWording)}, ${pollOrigin(poll, documentWording)}).`;
}

function percent(share: number): string {
  return `${share.toLocaleString(interfaceLanguage())}\u00a0%`;
}

function countryName({ country }: Poll, { language }: Wording): string {
  return displayName('region', country, language);
}
