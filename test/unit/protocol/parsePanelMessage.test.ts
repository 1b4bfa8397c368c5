import assert from 'node:assert/strict';
import { parsePanelMessage, parsePanelState } from '../../../src/protocol/parsePanelMessage';

describe('parsePanelMessage', () => {
  const good: readonly unknown[] = [
    { type: 'ready' },
    { type: 'goBack' },
    { type: 'goForward' },
    { type: 'find' },
    { type: 'openEntry', entryId: 'pack/term/nato' },
    { type: 'openEntry', entryId: 'pack/overview/timeline' },
    { type: 'copyLink', entryId: 'pack/topic/law', anchor: 'consent' },
    { type: 'copySection', entryId: 'pack/topic/law', anchor: 'consent' },
    { type: 'saveAsHtml', entryId: 'pack/topic/law' },
    { type: 'setTextSize', percent: 125 },
    { type: 'openEntry', entryId: 'pack/topic/law', anchor: 'consent' },
  ];
  for (const message of good) {
    it(`takes ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parsePanelMessage(message), message);
    });
  }

  const bad: readonly unknown[] = [
    undefined,
    null,
    'ready',
    42,
    [],
    {},
    { type: 'run', command: 'x' },
    { type: 'openEntry' },
    { type: 'copyLink', entryId: 'pack/topic/law' },
    { type: 'saveAsHtml', entryId: 'law' },
    { type: 'setTextSize', percent: 7 },
    { type: 'setTextSize', percent: '100' },
    { type: 'openEntry', entryId: 7 },
    { type: 'openEntry', entryId: '../../etc/passwd' },
    { type: 'openEntry', entryId: 'pack/command/x' },
    { type: 'constructor' },
  ];
  for (const message of bad) {
    it(`ignores ${JSON.stringify(message) ?? 'undefined'}`, () => {
      assert.equal(parsePanelMessage(message), undefined);
    });
  }
});

describe('parsePanelState', () => {
  it('keeps entry and place', () => {
    const state = { entryId: 'pack/term/nato', scrollTop: 120 };
    assert.deepEqual(parsePanelState(state), state);
  });
  it('keeps what a timeline is set to', () => {
    const timeline = { lanes: ['pack/topic/law', ''], from: 0, to: 5, chosen: 'pack/event/treaty' };
    const state = { entryId: 'pack/overview/timeline', scrollTop: 0, timeline };
    assert.deepEqual(parsePanelState(state), state);
  });
  it('forgets a timeline that is not whole, and an event that is none', () => {
    const place = { entryId: 'pack/overview/timeline', scrollTop: 0 };
    for (const timeline of [7, {}, { lanes: [], from: 5, to: 5 }, { lanes: [], from: NaN, to: 5 }])
      assert.deepEqual(parsePanelState({ ...place, timeline }), place);
    const timeline = { lanes: [], from: 0, to: 5 };
    assert.deepEqual(
      parsePanelState({ ...place, timeline: { ...timeline, lanes: [3], chosen: '../x' } }),
      { ...place, timeline },
    );
  });
  it('begins at the top if the place is no number', () => {
    assert.deepEqual(parsePanelState({ entryId: 'pack/term/nato', scrollTop: '12' }), {
      entryId: 'pack/term/nato',
      scrollTop: 0,
    });
  });
  it('keeps nothing without an entry', () => {
    for (const state of [undefined, null, {}, { entryId: 'x' }])
      assert.equal(parsePanelState(state), undefined);
  });
});
