import { isEntryId } from '../core/packs/entryId';
import type { FromPanel, PanelState } from './panelMessages';

/** Reads a message from the panel. Undefined if it is none of the protocol's. */
export function parsePanelMessage(value: unknown): FromPanel | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
    case 'goBack':
    case 'goForward':
      return { type: value['type'] };
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
