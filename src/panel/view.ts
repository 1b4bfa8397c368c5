import {
  textSizes,
  type FromPanel,
  type PanelState,
  type PanelStrings,
  type TimelineState,
  type ToPanel,
} from '../protocol/panelMessages';
import { createContents } from './contents';
import { elementAt, focusPlace, type FocusPlace } from './focusPlace';
import { addHeadingTools } from './headingTools';
import { makeSortable } from './sortableTable';
import { watchCitations } from './sourceTip';
import { watchStatements } from './statementGrip';
import { drawTimeline } from './timeline';

export interface View {
  /** @param place Where the reader was in the entry; undefined begins at the top, or at the section of the message. */
  showEntry(message: ShowEntry, place: PanelState | undefined): void;
  showEmpty(message: Extract<ToPanel, { type: 'showEmpty' }>): void;
  /** To be called when the reader has scrolled. */
  follow(): void;
  /** What the timeline on show is set to, if the reader has set it. */
  readonly timeline: TimelineState | undefined;
}

type ShowEntry = Extract<ToPanel, { type: 'showEntry' }>;

/**
 * Draws into the page that the host made: a bar, the contents, the entry.
 *
 * @param send Takes what a person asks for.
 * @param changed Called when the reader has set the timeline.
 */
export function createView(
  page: Document,
  strings: PanelStrings,
  send: (message: FromPanel) => void,
  changed: () => void,
): View {
  const main = element(page, 'entry');
  const asOf = element(page, 'as-of');
  const news = element(page, 'news');
  const contents = createContents(page, goTo);
  let shown = '';
  let html: string | undefined;
  let timeline: TimelineState | undefined;
  /** Where the focus was when an entry was left. */
  const left = new Map<string, FocusPlace | undefined>();
  let textSize = 100;
  let telling: ReturnType<typeof setTimeout> | undefined;

  // The view at the cursor has a smaller bar: a button that is not there cannot be pressed.
  const button = (id: string, press: () => void): HTMLButtonElement | undefined => {
    const found = page.getElementById(id);
    if (!(found instanceof HTMLButtonElement)) return undefined;
    found.addEventListener('click', () => {
      if (isEnabled(found)) press();
    });
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
    if (event.key === 'ArrowLeft' && isEnabled(back)) send({ type: 'goBack' });
    else if (event.key === 'ArrowRight' && isEnabled(forward)) send({ type: 'goForward' });
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
  const bar = page.querySelector<HTMLElement>('.bar');
  if (bar !== null) {
    // The bar may need two lines, or three.
    new ResizeObserver(() => {
      page.documentElement.style.setProperty('--bar-height', `${String(bar.offsetHeight)}px`);
    }).observe(bar);
  }
  const hideGrip = watchStatements(page, main, strings.dragStatement);

  function goTo(id: string): void {
    const target = page.getElementById(decodeURIComponent(id));
    if (target === null) return;
    unfold(target);
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
    // Told when the last of several presses is done: an answer to an earlier one would undo it.
    clearTimeout(telling);
    telling = setTimeout(() => {
      send({ type: 'setTextSize', percent: size });
    }, 300);
  }

  function setTextSize(percent: number): void {
    textSize = percent;
    page.body.style.setProperty('--text-size', String(percent / 100));
    enable(smaller, percent > (textSizes[0] ?? 0));
    enable(larger, percent < (textSizes.at(-1) ?? 0));
  }

  function setSteps({ canGoBack, canGoForward }: ToPanel): void {
    enable(back, canGoBack);
    enable(forward, canGoForward);
  }

  function draw(message: ShowEntry, place: PanelState | undefined): void {
    const isOther = message.entryId !== shown;
    if (shown !== '') left.set(shown, focusPlace(main));
    main.innerHTML = message.html;
    hideGrip();
    main.dataset['vscodeContext'] = JSON.stringify({
      ...{ webviewSection: 'entry', entryId: message.entryId },
      preventDefaultContextMenuItems: false,
    });
    page.body.classList.remove('empty');
    addHeadingTools(main, strings, message.entryId, send);
    timeline = place?.timeline;
    drawTimeline(page, strings, timeline, (state) => {
      timeline = state;
      changed();
    });
    main.querySelectorAll('table.sortable').forEach(makeSortable);
    contents.show(main);
    const focus = message.scroll === 'keep' ? left.get(message.entryId) : undefined;
    const focused = focus === undefined ? undefined : elementAt(main, focus);
    unfold(focused);
    page.defaultView?.scrollTo({ top: place?.scrollTop ?? 0 });
    if (message.anchor !== undefined) goTo(message.anchor);
    else if (shown !== '') moveFocus(focused);
    if (isOther) tellTitle();
    shown = message.entryId;
    html = message.html;
  }

  /** Gives the focus that the entry before had to an element of the new one, by default its title. */
  function moveFocus(element: HTMLElement | undefined): void {
    // Whoever writes keeps the focus, and so does a button of the bar.
    if (!page.hasFocus() || page.activeElement !== page.body) return;
    const target = element ?? main.querySelector('h1');
    if (!(target instanceof HTMLElement)) return;
    if (!target.matches('a, button, summary, [tabindex]')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /** Says which entry this is to whoever listens and does not hear it of the focus. */
  function tellTitle(): void {
    const title = main.querySelector('h1');
    const isWanted = page.hasFocus() && page.activeElement !== title;
    news.textContent = isWanted ? (title?.textContent ?? '') : '';
  }

  return {
    showEntry: (message, place) => {
      setTextSize(message.textSize);
      asOf.textContent = message.asOf;
      if (message.outOfDate !== undefined) {
        const badge = page.createElement('span');
        badge.className = 'badge';
        badge.textContent = message.outOfDate;
        asOf.append(' ', badge);
      }
      setSteps(message);
      // What the reader has opened, sorted and chosen in it stays.
      const isDrawn =
        message.scroll === 'keep' && message.entryId === shown && message.html === html;
      if (!isDrawn) draw(message, place);
      contents.follow();
    },
    showEmpty: (message) => {
      html = undefined;
      timeline = undefined;
      main.textContent = message.message;
      asOf.textContent = '';
      setSteps(message);
      page.body.classList.add('empty');
      contents.show(main);
    },
    follow: () => {
      contents.follow();
    },
    get timeline() {
      return timeline;
    },
  };
}

/** A button that cannot be pressed for now. It keeps the focus, which one that is disabled would lose. */
function enable(button: HTMLButtonElement | undefined, isEnabled: boolean): void {
  button?.setAttribute('aria-disabled', String(!isEnabled));
}

function isEnabled(button: HTMLButtonElement | undefined): boolean {
  return button !== undefined && button.ariaDisabled !== 'true';
}

/** Opens what an element may be folded into. */
function unfold(element: HTMLElement | undefined): void {
  const folded = element?.closest('details');
  if (folded) folded.open = true;
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
