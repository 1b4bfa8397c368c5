import * as l10n from '@vscode/l10n';
import type { EdtfDate } from '../packs/pack';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * A date in full, as English prose has it: `4 September 2025`, `September 2025`, `2025`,
 * `23 to 24 January 2026`, `about March 2025`. A date of another form comes back as it is.
 *
 * @param within A year that goes without saying: days and months of it are written without it.
 */
export function formatDate(date: EdtfDate, within?: string): string {
  if (date.includes('/')) {
    const [from = '', to = ''] = date.split('/').map((each) => formatDate(each, within));
    return `${withoutSharedEnd(from, to)} to ${to}`;
  }
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day, doubt] = parts;
  const words = [
    doubt === undefined ? undefined : 'about',
    day === undefined ? undefined : String(Number(day)),
    month === undefined ? undefined : months[Number(month) - 1],
    month !== undefined && year === within ? undefined : year,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

/** The language of the interface, as a tag of BCP 47: what the translations say it is. */
export function interfaceLanguage(): string {
  return l10n.t('en');
}

/**
 * A date in full for the interface, in its language. `formatDate` is for texts, which have a language of their own.
 *
 * @param within As of `formatDate`.
 */
export function displayDate(date: EdtfDate, within?: string): string {
  const language = interfaceLanguage();
  if (language === 'en') return formatDate(date, within);
  if (date.includes('/')) {
    const [from = '', to = ''] = date.split('/');
    return l10n.t('{0} to {1}', displayDate(from, within), displayDate(to, within));
  }
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day, doubt] = parts;
  const shown = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    ...(month !== undefined && year === within ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return doubt === undefined ? shown : l10n.t('about {0}', shown);
}

/** A sentence with the stop that ends it, unless it ends in one already, as after a date in Ukrainian: `1970 р.` */
export function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What `from` says beyond what `to` says again: `23` before `24 January 2026`, `7 May` before `3 June 2026`. */
function withoutSharedEnd(from: string, to: string): string {
  const words = from.split(' ');
  const others = to.split(' ');
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop();
    others.pop();
  }
  return words.join(' ');
}
