import type { EdtfDate } from '../packs/pack';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * A date in full, as English prose has it: `4 September 2025`, `September 2025`, `2025`,
 * `23 January 2026 to 24 January 2026`, `about March 2025`. A date of another form comes back as it is.
 */
export function formatDate(date: EdtfDate): string {
  if (date.includes('/')) return date.split('/').map(formatDate).join(' to ');
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day, doubt] = parts;
  const words = [
    doubt === undefined ? undefined : 'about',
    day === undefined ? undefined : String(Number(day)),
    month === undefined ? undefined : months[Number(month) - 1],
    year,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}
