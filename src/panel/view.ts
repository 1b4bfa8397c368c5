import {
  textSizes,
  type FromPanel,
  type PanelStrings,
  type ToPanel,
} from '../protocol/panelMessages';
import { createContents } from './contents';
import { addHeadingTools } from './headingTools';
import { makeSortable } from './sortableTable';
import { watchCitations } from './sourceTip';
import { watchStatements } from './statementGrip';
import { drawTimeline } from './timeline';

export interface View {
  /** @param scrollTop Pixels from the top at which to begin, unless the message names a section. */
  showEntry(message: Extract<ToPanel, { type: 'showEntry' }>, scrollTop: number): void;
  showEmpty(message: Extract<ToPanel, { type: 'showEmpty' }>): void;
  /** To be called when the reader has scrolled. */
  follow(): void;
}

/**
 * Draws into the page that the host made: a bar, the contents, the entry.
 *
 * @param send Takes what a person asks for.
 */
export function createView(
  page: Document,
  strings: PanelStrings,
  send: (message: FromPanel) => void,
): View {
  const main = element(page, 'entry');
  const asOf = element(page, 'as-of');
  const contents = createContents(page, goTo);
  let shown = '';
  let textSize = 100;
  let telling: ReturnType<typeof setTimeout> | undefined;

  // The view at the cursor has a smaller bar: a button that is not there cannot be pressed.
  const button = (id: string, press: () => void): HTMLButtonElement | undefined => {
    const found = page.getElementById(id);
    if (!(found instanceof HTMLButtonElement)) return undefined;
    found.addEventListener('click', press);
    return found;
  };
  const back = button('back', () => {
    send({ type: 'goBack' });
  });
  const forward = button('forward', () => {
    send({ type: 'goForward' });
  });
  nameMacKeys(back, '⌃-');
  nameMacKeys(forward, '⌃⇧-');
  const smaller = button('smaller', () => {
    stepTextSize(-1);
  });
  const larger = button('larger', () => {
    stepTextSize(1);
  });
  button('find', () => {
    send({ type: 'find' });
  });
  button('save', () => {
    send({ type: 'saveAsHtml', entryId: shown });
  });

  page.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft' && back?.disabled === false) send({ type: 'goBack' });
    else if (event.key === 'ArrowRight' && forward?.disabled === false) send({ type: 'goForward' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    // Only this listener knows these links; the editor's own would only move to the top.
    event.preventDefault();
    event.stopPropagation();
    const { entry, anchor } = link.dataset;
    if (entry === undefined) goTo(link.hash.slice(1));
    else send({ type: 'openEntry', entryId: entry, ...(anchor === undefined ? {} : { anchor }) });
  });
  watchCitations(page, main);
  const hideGrip = watchStatements(page, main, strings.dragStatement);

  function goTo(id: string): void {
    const target = page.getElementById(decodeURIComponent(id));
    if (target === null) return;
    const folded = target.closest('details');
    if (folded !== null) folded.open = true;
    // Only somebody who is in the panel takes the focus along; whoever writes keeps it.
    if (page.hasFocus()) {
      if (!target.matches('a, button')) target.setAttribute('tabindex', '-1');
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: target.matches('a') ? 'center' : 'start' });
    contents.follow();
  }

  function stepTextSize(step: 1 | -1): void {
    const place = textSizes.findIndex((size) => size >= textSize);
    const size = textSizes[place + step];
    if (size === undefined) return;
    setTextSize(size);
    // Told when the last of several presses is done: each answer draws the entry again.
    clearTimeout(telling);
    telling = setTimeout(() => {
      send({ type: 'setTextSize', percent: size });
    }, 300);
  }

  function setTextSize(percent: number): void {
    textSize = percent;
    page.body.style.setProperty('--text-size', String(percent / 100));
    if (smaller !== undefined) smaller.disabled = percent <= (textSizes[0] ?? 0);
    if (larger !== undefined) larger.disabled = percent >= (textSizes.at(-1) ?? 0);
  }

  function setSteps({ canGoBack, canGoForward }: ToPanel): void {
    if (back !== undefined) back.disabled = !canGoBack;
    if (forward !== undefined) forward.disabled = !canGoForward;
  }

  return {
    showEntry: (message, scrollTop) => {
      shown = message.entryId;
      setTextSize(message.textSize);
      main.innerHTML = message.html;
      hideGrip();
      main.dataset['vscodeContext'] = JSON.stringify({
        ...{ webviewSection: 'entry', entryId: message.entryId },
        preventDefaultContextMenuItems: false,
      });
      asOf.textContent = message.asOf;
      if (message.outOfDate !== undefined) {
        const badge = page.createElement('span');
        badge.className = 'badge';
        badge.textContent = message.outOfDate;
        asOf.append(' ', badge);
      }
      setSteps(message);
      page.body.classList.remove('empty');
      addHeadingTools(main, strings, message.entryId, send);
      drawTimeline(page, strings);
      main.querySelectorAll('table.sortable').forEach(makeSortable);
      contents.show(main);
      page.defaultView?.scrollTo({ top: scrollTop });
      if (message.anchor !== undefined) goTo(message.anchor);
      contents.follow();
    },
    showEmpty: (message) => {
      main.textContent = message.message;
      asOf.textContent = '';
      setSteps(message);
      page.body.classList.add('empty');
      contents.show(main);
    },
    follow: () => {
      contents.follow();
    },
  };
}

/** Puts the keys of a Mac into a button's tip, where this is one; the page names those of other systems. */
function nameMacKeys(step: HTMLButtonElement | undefined, keys: string): void {
  // VS Code, too, knows a Mac by this.
  if (step === undefined || !navigator.userAgent.includes('Macintosh')) return;
  step.title = `${step.ariaLabel ?? ''} (${keys})`;
}

function element(page: Document, id: string): HTMLElement {
  const found = page.getElementById(id);
  if (found instanceof HTMLElement) return found;
  throw new Error(`The panel's page has no element "${id}".`);
}
