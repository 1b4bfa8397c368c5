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
const view = createView(document, strings, (message) => {
  vscode.postMessage(message);
});

let shown: string | undefined;

/** Where the reader was in each entry, in pixels from the top. */
const scrollTops = new Map<string, number>();
const kept = parsePanelState(vscode.getState());
if (kept !== undefined) scrollTops.set(kept.entryId, kept.scrollTop);

window.addEventListener('message', (event: MessageEvent<ToPanel>) => {
  const message = event.data;
  switch (message.type) {
    case 'showEntry': {
      view.showEntry(
        message,
        message.scroll === 'keep' ? (scrollTops.get(message.entryId) ?? 0) : 0,
      );
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
  scrollTops.set(shown, window.scrollY);
  vscode.setState({ entryId: shown, scrollTop: window.scrollY });
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
