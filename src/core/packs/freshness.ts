import type { EdtfDate, Entry } from './pack';

/**
 * True if an entry's date is earlier than a day. Events and sources have their dates for good and are never out of date.
 *
 * @param reviewedSince EDTF, to the day.
 */
export function isOutOfDate(entry: Entry, reviewedSince: EdtfDate): boolean {
  if (entry.type === 'event' || entry.type === 'source') return false;
  return entry.asOf < reviewedSince.slice(0, entry.asOf.length);
}

/** The day that lies some months before another, as EDTF. */
export function monthsBefore(day: Date, months: number): EdtfDate {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() - months];
  // A shorter month has no 31st.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last)));
  return before.toISOString().slice(0, 10);
}
