import type { FromPanel, PanelState, PanelStrings, ToPanel } from '../protocol/panelMessages';
import { parsePanelState } from '../protocol/parsePanelMessage';
import { createView } from './view';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
};

const vscode = acquireVsCodeApi();
const strings = JSON.parse(document.body.dataset['strings'] ?? '') as PanelStrings;
const view = createView(
  document,
  strings,
  (message) => {
    vscode.postMessage(message);
  },
  keepState,
);

let shown: string | undefined;

/** Where the reader was in each entry. */
const places = new Map<string, PanelState>();
const kept = parsePanelState(vscode.getState());
if (kept !== undefined) places.set(kept.entryId, kept);

window.addEventListener('message', (event: MessageEvent<ToPanel>) => {
  const message = event.data;
  switch (message.type) {
    case 'showEntry': {
      view.showEntry(message, message.scroll === 'keep' ? places.get(message.entryId) : undefined);
      shown = message.entryId;
      keepState();
      return;
    }
    case 'showEmpty':
      shown = undefined;
      view.showEmpty(message);
      return;
    default:
      message satisfies never;
  }
});

function keepState(): void {
  if (shown === undefined) return;
  const { timeline } = view;
  const state: PanelState = {
    ...{ entryId: shown, scrollTop: window.scrollY },
    ...(timeline === undefined ? {} : { timeline }),
  };
  places.set(shown, state);
  vscode.setState(state);
}

let scheduled = false;
window.addEventListener(
  'scroll',
  () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      keepState();
      view.follow();
    });
  },
  { passive: true },
);

vscode.postMessage({ type: 'ready' });
