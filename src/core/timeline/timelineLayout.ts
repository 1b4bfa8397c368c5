import { utcDay, utcMonth, utcTicks, utcYear } from 'd3-time';

/** A stretch of time, in milliseconds since 1970, UTC. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** An event as the picture needs it. */
export interface DatedItem extends TimeSpan {
  readonly id: string;
  /** Number of its row. */
  readonly lane: number;
}

/** A mark in the picture, in pixels from its left edge. */
export interface TimelineMark {
  readonly id: string;
  readonly lane: number;
  /** Marks that would cover each other stand in levels of their lane, from 0. */
  readonly level: number;
  /** Middle of the mark. */
  readonly x: number;
  /** Where the time that the event covers begins and ends. */
  readonly left: number;
  readonly right: number;
}

export interface TimelineTick {
  readonly x: number;
  readonly label: string;
}

export interface TimelineLayout {
  readonly marks: readonly TimelineMark[];
  readonly ticks: readonly TimelineTick[];
  /** Levels of each lane, at least 1. */
  readonly levels: readonly number[];
}

const DAY = 86_400_000;
/** The closest look: five days over the whole width. */
const shortest = 5 * DAY;
/** Room that a label of the axis wants, in pixels. */
const tickRoom = 110;

/**
 * Places events on a picture of a width.
 *
 * @param items In any order. Those outside the span are left out.
 * @param span What the picture shows.
 * @param size In pixels: the picture's width, and what a mark takes with the room around it.
 * @param lanes How many rows there are.
 * @param language Of the axis' labels, a tag of BCP 47.
 * @returns Marks by time, then by id. Cost: a sort, and for each mark a look at the levels of its lane.
 */
export function layOutTimeline(
  items: readonly DatedItem[],
  span: TimeSpan,
  size: { readonly width: number; readonly mark: number },
  lanes: number,
  language: string,
): TimelineLayout {
  const scale = (time: number): number => ((time - span.from) / (span.to - span.from)) * size.width;
  const ends: number[][] = Array.from({ length: lanes }, () => []);
  const marks = items
    .filter(({ from, to }) => to >= span.from && from <= span.to)
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
    .map(({ id, from, to, lane }) => {
      const [left, right] = [scale(from), scale(to)];
      const x = (left + right) / 2;
      const levels = (ends[lane] ??= []);
      const free = levels.findIndex((end) => end <= x - size.mark / 2);
      const level = free < 0 ? levels.length : free;
      levels[level] = x + size.mark / 2;
      return { id, lane, level, x, left, right };
    });
  return {
    marks,
    ticks: ticksOf(span, size.width, scale, language),
    levels: ends.map((levels) => Math.max(1, levels.length)),
  };
}

function ticksOf(
  { from, to }: TimeSpan,
  width: number,
  scale: (time: number) => number,
  language: string,
): readonly TimelineTick[] {
  const dates = utcTicks(new Date(from), new Date(to), Math.max(2, Math.floor(width / tickRoom)))
    // Days are the finest that events are dated by.
    .filter((date) => utcDay.floor(date).getTime() === date.getTime());
  return dates.map((date, index) => ({
    x: scale(date.getTime()),
    label: tickLabel(date, index === 0, language),
  }));
}

/** A year, a month or a day, as the tick stands at the beginning of one; the first says its year as well. */
function tickLabel(date: Date, isFirst: boolean, language: string): string {
  const isYear = utcYear.floor(date).getTime() === date.getTime();
  const isMonth = utcMonth.floor(date).getTime() === date.getTime();
  const options: Intl.DateTimeFormatOptions = isYear
    ? { year: 'numeric' }
    : {
        month: 'short',
        ...(isMonth ? {} : { day: 'numeric' }),
        ...(isFirst ? { year: 'numeric' } : {}),
      };
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date);
}

/** The time that all items cover, with a twentieth more on both sides. */
export function wholeSpan(items: readonly TimeSpan[]): TimeSpan {
  const from = Math.min(...items.map((item) => item.from));
  const to = Math.max(...items.map((item) => item.to));
  const margin = Math.max(DAY, (to - from) / 20);
  return { from: from - margin, to: to + margin };
}

/**
 * The shortest time that holds most of the events: what to look at first, for the past is long and thin.
 *
 * @param share Of the items, from 0 to 1.
 */
export function busiestSpan(items: readonly TimeSpan[], share: number): TimeSpan {
  const starts = items.map(({ from }) => from).sort((a, b) => a - b);
  const wanted = Math.max(1, Math.ceil(starts.length * share));
  let best = 0;
  const length = (first: number): number =>
    (starts[first + wanted - 1] ?? Infinity) - (starts[first] ?? 0);
  for (let first = 1; first + wanted <= starts.length; first++) {
    if (length(first) < length(best)) best = first;
  }
  const [from = 0, to = 0] = [starts[best], starts[best + wanted - 1]];
  return wholeSpan([{ from, to }]);
}

/**
 * A closer or wider look.
 *
 * @param factor Below 1 comes closer. No closer than five days, no wider than `whole`.
 * @param around The moment that stays where it is.
 */
export function zoom(span: TimeSpan, whole: TimeSpan, factor: number, around: number): TimeSpan {
  const length = span.to - span.from;
  const wanted = Math.min(whole.to - whole.from, Math.max(shortest, length * factor));
  const share = length === 0 ? 0.5 : (around - span.from) / length;
  return within({ from: around - share * wanted, to: around + (1 - share) * wanted }, whole);
}

/** The same look at another time, `by` milliseconds on. */
export function pan(span: TimeSpan, whole: TimeSpan, by: number): TimeSpan {
  return within({ from: span.from + by, to: span.to + by }, whole);
}

/** The look that has a moment in sight, moved no further than it must. */
export function showing(span: TimeSpan, whole: TimeSpan, { from, to }: TimeSpan): TimeSpan {
  const room = (span.to - span.from) / 20;
  if (from < span.from + room) return pan(span, whole, from - room - span.from);
  if (to > span.to - room) return pan(span, whole, to + room - span.to);
  return span;
}

function within(span: TimeSpan, whole: TimeSpan): TimeSpan {
  const length = Math.min(span.to - span.from, whole.to - whole.from);
  const from = Math.max(whole.from, Math.min(span.from, whole.to - length));
  return { from, to: from + length };
}
