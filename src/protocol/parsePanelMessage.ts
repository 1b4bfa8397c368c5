import { isEntryId } from '../core/packs/entryId';
import { textSizes, type FromPanel, type PanelState } from './panelMessages';

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
  return {
    entryId,
    scrollTop: typeof scrollTop === 'number' && Number.isFinite(scrollTop) ? scrollTop : 0,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
