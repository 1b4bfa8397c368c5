import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  busiestSpan,
  layOutTimeline,
  pan,
  showing,
  wholeSpan,
  zoom,
  type TimeSpan,
} from '../../../src/core/timeline/timelineLayout';

const day = 86_400_000;
const span = (from: string, to: string): TimeSpan => ({
  from: Date.parse(from),
  to: Date.parse(to),
});
const size = { width: 1000, mark: 10 };

describe('layOutTimeline', () => {
  const year = span('2025-01-01', '2026-01-01');
  const at = (id: string, date: string, lane = 0) => ({
    id,
    lane,
    from: Date.parse(date),
    to: Date.parse(date),
  });

  it('places events by their time', () => {
    const { marks } = layOutTimeline(
      [at('b', '2025-07-02T12:00'), at('a', '2025-01-01')],
      year,
      size,
      1,
      'en',
    );
    assert.deepEqual(
      marks.map(({ id, x }) => [id, Math.round(x)]),
      [
        ['a', 0],
        ['b', 500],
      ],
    );
  });

  it('puts marks that would cover each other into levels, in their own lane only', () => {
    const { marks, levels } = layOutTimeline(
      [
        at('a', '2025-03-01'),
        at('b', '2025-03-02'),
        at('c', '2025-03-02', 1),
        at('d', '2025-06-01'),
      ],
      year,
      size,
      2,
      'en',
    );
    assert.deepEqual(
      marks.map(({ id, level }) => [id, level]),
      [
        ['a', 0],
        ['b', 1],
        ['c', 0],
        ['d', 0],
      ],
    );
    assert.deepEqual(levels, [2, 1]);
  });

  it('leaves out what lies outside', () => {
    assert.deepEqual(layOutTimeline([at('a', '2024-12-01')], year, size, 1, 'en').marks, []);
  });

  const axes: readonly (readonly [string, TimeSpan, string, readonly string[]])[] = [
    ['decades', span('1990-01-01', '2026-01-01'), 'en', ['1990', '1995', '2000']],
    ['months', span('2025-01-15', '2025-12-20'), 'en', ['Feb 2025', 'Mar', 'Apr']],
    ['days', span('2025-03-01', '2025-03-07'), 'en-GB', ['Mar 2025', '2 Mar', '3 Mar']],
    ['months', span('2025-01-15', '2025-12-20'), 'fr', ['févr. 2025', 'mars', 'avr.']],
  ];
  for (const [name, shown, language, expected] of axes) {
    it(`labels ${name} in ${language}`, () => {
      const { ticks } = layOutTimeline([], shown, size, 1, language);
      assert.deepEqual(
        ticks.slice(0, 3).map(({ label }) => label),
        expected,
      );
      assert.ok(ticks.length <= 14);
    });
  }
});

describe('zoom, pan and showing', () => {
  const whole = span('1990-01-01', '2026-12-31');
  const spans = fc
    .tuple(
      fc.integer({ min: whole.from, max: whole.to - 6 * day }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([from, share]) => ({ from, to: from + 5 * day + share * (whole.to - from - 5 * day) }));

  it('never leave the whole', () => {
    const times = fc.integer({ min: whole.from, max: whole.to });
    fc.assert(
      fc.property(
        spans,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        times,
        (shown, factor, around) => {
          for (const next of [
            zoom(shown, whole, factor, around),
            pan(shown, whole, (factor - 25) * 1000 * day),
            showing(shown, whole, { from: around, to: around }),
          ]) {
            assert.ok(
              next.from >= whole.from - 1 && next.to <= whole.to + 1 && next.to > next.from,
            );
          }
        },
      ),
    );
  });

  it('keep in sight what they are asked to show', () => {
    const shown = showing(
      span('2020-01-01', '2020-02-01'),
      whole,
      span('2024-05-05', '2024-05-05'),
    );
    assert.ok(shown.from <= Date.parse('2024-05-05') && shown.to >= Date.parse('2024-05-05'));
    assert.equal(shown.to - shown.from, 31 * day);
  });

  it('come no closer than five days', () => {
    const close = zoom(whole, whole, 0.000001, Date.parse('2024-05-05'));
    assert.equal(Math.round((close.to - close.from) / day), 5);
  });

  it('look first at the time in which most happened', () => {
    const days = [
      '1991-01-01',
      '2008-01-01',
      '2025-03-01',
      '2025-04-01',
      '2025-05-01',
      '2026-01-01',
    ];
    const busiest = busiestSpan(
      days.map((date) => span(date, date)),
      0.5,
    );
    assert.ok(busiest.from > Date.parse('2025-02-01') && busiest.from < Date.parse('2025-03-01'));
    assert.ok(busiest.to > Date.parse('2025-05-01') && busiest.to < Date.parse('2025-06-01'));
  });

  it('leave room around all events', () => {
    const all = wholeSpan([span('2024-01-01', '2024-01-02'), span('2024-12-01', '2024-12-02')]);
    assert.ok(all.from < Date.parse('2024-01-01') && all.to > Date.parse('2024-12-02'));
  });
});
