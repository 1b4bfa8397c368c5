export interface Contents {
  /** Lists the headings of an entry. */
  show(main: HTMLElement): void;
  /** Marks the section that the reader is in. */
  follow(): void;
}

/** Room above a heading, in pixels below the bar, that still counts as its section. */
const room = 33;

/** The table of contents: beside the text where there is room, else below its button. */
export function createContents(page: Document, goTo: (id: string) => void): Contents {
  const nav = page.getElementById('contents');
  const toggle = page.getElementById('show-contents');
  const bar = page.querySelector('.bar');
  let headings: readonly HTMLElement[] = [];
  let links: readonly HTMLAnchorElement[] = [];

  const isOpen = () => toggle?.getAttribute('aria-expanded') === 'true';
  const open = (isIt: boolean): void => {
    toggle?.setAttribute('aria-expanded', String(isIt));
    page.body.classList.toggle('contents-open', isIt);
  };
  toggle?.addEventListener('click', () => {
    open(!isOpen());
    if (isOpen()) links[0]?.focus();
  });
  nav?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    event.stopPropagation();
    open(false);
    goTo(link.hash.slice(1));
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    open(false);
    toggle?.focus();
  });

  return {
    show: (main) => {
      if (nav === null) return;
      headings = [...main.querySelectorAll<HTMLElement>('h2[id]')];
      links = headings.map((heading) => {
        const link = page.createElement('a');
        link.href = `#${encodeURIComponent(heading.id)}`;
        link.textContent = heading.textContent;
        return link;
      });
      const list = page.createElement('ol');
      list.append(
        ...links.map((link) => {
          const item = page.createElement('li');
          item.append(link);
          return item;
        }),
      );
      nav.replaceChildren(list);
      const isUseful = headings.length > 1;
      page.body.classList.toggle('has-contents', isUseful);
      if (toggle !== null) toggle.hidden = !isUseful;
      open(false);
    },
    follow: () => {
      const isAtEnd =
        window.scrollY > 0 &&
        window.scrollY + window.innerHeight >= page.documentElement.scrollHeight - 2;
      const reach = (bar?.getBoundingClientRect().bottom ?? 0) + room;
      const passed = isAtEnd
        ? headings
        : headings.filter((heading) => heading.getBoundingClientRect().top <= reach);
      const current = passed.length - 1;
      links.forEach((link, index) => {
        if (index === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    },
  };
}
