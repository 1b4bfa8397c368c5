import { isEntryId } from '../core/packs/entryId';
import { textSizes, type FromPanel, type PanelState, type TimelineState } from './panelMessages';

/** Reads a message from the panel. Undefined if it is none of the protocol's. */
export function parsePanelMessage(value: unknown): FromPanel | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
    case 'goBack':
    case 'goForward':
    case 'find':
      return { type: value['type'] };
    case 'copyLink':
    case 'copySection': {
      const { type, entryId, anchor } = value;
      return isEntryId(entryId) && typeof anchor === 'string'
        ? { type, entryId, anchor }
        : undefined;
    }
    case 'saveAsHtml': {
      const { entryId } = value;
      return isEntryId(entryId) ? { type: 'saveAsHtml', entryId } : undefined;
    }
    case 'setTextSize': {
      const percent = textSizes.find((size) => size === value['percent']);
      return percent === undefined ? undefined : { type: 'setTextSize', percent };
    }
    case 'openEntry': {
      const { entryId, anchor } = value;
      if (!isEntryId(entryId)) return undefined;
      return typeof anchor === 'string'
        ? { type: 'openEntry', entryId, anchor }
        : { type: 'openEntry', entryId };
    }
    default:
      return undefined;
  }
}

/** Reads what the panel kept before a reload. Undefined if it kept nothing that can be used. */
export function parsePanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { entryId, scrollTop } = value;
  if (!isEntryId(entryId)) return undefined;
  const timeline = parseTimelineState(value['timeline']);
  return {
    entryId,
    scrollTop: isNumber(scrollTop) ? scrollTop : 0,
    ...(timeline === undefined ? {} : { timeline }),
  };
}

function parseTimelineState(value: unknown): TimelineState | undefined {
  if (!isRecord(value)) return undefined;
  const { lanes, from, to, chosen } = value;
  if (!Array.isArray(lanes) || !isNumber(from) || !isNumber(to) || from >= to) return undefined;
  return {
    lanes: lanes.filter((lane) => typeof lane === 'string'),
    ...{ from, to },
    ...(isEntryId(chosen) ? { chosen } : {}),
  };
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
