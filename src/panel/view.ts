import type { ToPanel } from '../protocol/panelMessages';

/** What a person can ask for in the panel. */
export interface Intents {
  openEntry(entryId: string, anchor: string | undefined): void;
  goBack(): void;
  goForward(): void;
}

export interface View {
  /** @param scrollTop Pixels from the top at which to begin, unless the message names a section. */
  showEntry(message: Extract<ToPanel, { type: 'showEntry' }>, scrollTop: number): void;
  showEmpty(message: Extract<ToPanel, { type: 'showEmpty' }>): void;
}

/** Draws into the page that the host made: a bar with back, forward and the date, and the entry below it. */
export function createView(page: Document, intents: Intents): View {
  const main = element(page, 'entry', HTMLElement);
  const back = element(page, 'back', HTMLButtonElement);
  const forward = element(page, 'forward', HTMLButtonElement);
  const asOf = element(page, 'as-of', HTMLElement);

  back.addEventListener('click', () => {
    intents.goBack();
  });
  forward.addEventListener('click', () => {
    intents.goForward();
  });
  page.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft' && !back.disabled) intents.goBack();
    else if (event.key === 'ArrowRight' && !forward.disabled) intents.goForward();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    // Only this listener knows these links; the editor's own would only move to the top.
    event.preventDefault();
    event.stopPropagation();
    const { entry, anchor } = link.dataset;
    if (entry !== undefined) intents.openEntry(entry, anchor);
    else goTo(link.hash.slice(1));
  });

  function goTo(id: string): void {
    const target = page.getElementById(decodeURIComponent(id));
    if (target === null) return;
    // Only somebody who is in the panel takes the focus along; whoever writes keeps it.
    if (page.hasFocus()) {
      target.setAttribute('tabindex', '-1');
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: 'start' });
  }

  function setSteps({ canGoBack, canGoForward }: ToPanel): void {
    back.disabled = !canGoBack;
    forward.disabled = !canGoForward;
  }

  return {
    showEntry: (message, scrollTop) => {
      main.innerHTML = message.html;
      main.dataset['vscodeContext'] = JSON.stringify({
        ...{ webviewSection: 'entry', entryId: message.entryId },
        preventDefaultContextMenuItems: false,
      });
      asOf.textContent = message.asOf;
      setSteps(message);
      page.body.classList.remove('empty');
      page.defaultView?.scrollTo({ top: scrollTop });
      if (message.anchor !== undefined) goTo(message.anchor);
    },
    showEmpty: (message) => {
      main.textContent = message.message;
      asOf.textContent = '';
      setSteps(message);
      page.body.classList.add('empty');
    },
  };
}

function element<T extends HTMLElement>(page: Document, id: string, type: abstract new () => T): T {
  const found = page.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The panel's page has no element "${id}".`);
}
