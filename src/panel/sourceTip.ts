/** How long, in milliseconds, the mouse may be on its way from a mark to the tip. */
const grace = 200;

/** Shows the source behind the mark that the mouse or the focus is on. It can be pointed at, and Escape closes it. */
export function watchCitations(page: Document, main: HTMLElement): void {
  const tip = page.createElement('div');
  tip.className = 'tip';
  // For the eyes: the mark's own name says the same to whoever listens.
  tip.setAttribute('aria-hidden', 'true');
  tip.hidden = true;
  page.body.append(tip);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLAnchorElement | undefined;

  const markAt = (target: EventTarget | null): HTMLAnchorElement | null => {
    const mark = target instanceof Element ? target.closest('a.cite') : null;
    return mark instanceof HTMLAnchorElement ? mark : null;
  };
  const show = (mark: HTMLAnchorElement): void => {
    clearTimeout(timer);
    const source = page.getElementById(mark.hash.slice(1));
    if (source === null) return;
    const content = source.cloneNode(true) as HTMLElement;
    content.querySelectorAll('.back').forEach((link) => {
      link.remove();
    });
    // Links in the tip could not be reached by keyboard.
    content.querySelectorAll('a').forEach((link) => {
      const text = page.createElement('span');
      text.className = 'tip-link';
      text.textContent = link.textContent;
      link.replaceWith(text);
    });
    tip.replaceChildren(...content.childNodes);
    tip.hidden = false;
    shown = mark;
    placeAt(mark);
  };
  const placeAt = (mark: HTMLAnchorElement): void => {
    const place = mark.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const left = Math.min(
      Math.max(8, place.left - offsetWidth / 2),
      page.documentElement.clientWidth - offsetWidth - 8,
    );
    const above = place.top - offsetHeight - 6;
    tip.style.left = `${String(Math.max(8, left))}px`;
    tip.style.top = `${String(above >= 40 ? above : place.bottom + 6)}px`;
  };
  const hide = (): void => {
    clearTimeout(timer);
    tip.hidden = true;
  };
  const hideSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(hide, grace);
  };

  main.addEventListener('mouseover', (event) => {
    const mark = markAt(event.target);
    if (mark !== null) show(mark);
  });
  main.addEventListener('mouseout', (event) => {
    if (markAt(event.target) !== null) hideSoon();
  });
  main.addEventListener('focusin', (event) => {
    const mark = markAt(event.target);
    if (mark?.matches(':focus-visible') === true) show(mark);
  });
  main.addEventListener('focusout', hide);
  tip.addEventListener('mouseenter', () => {
    clearTimeout(timer);
  });
  tip.addEventListener('mouseleave', hideSoon);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  page.addEventListener(
    'scroll',
    () => {
      // A mark that gets the focus may have to be scrolled to first.
      if (!tip.hidden && shown !== undefined && shown === page.activeElement) placeAt(shown);
      else hide();
    },
    { passive: true },
  );
}
