import type { FromPanel, PanelStrings } from '../protocol/panelMessages';

/** Puts the buttons behind each heading that copy a link to its section, and the section. */
export function addHeadingTools(
  main: HTMLElement,
  strings: PanelStrings,
  entryId: string,
  send: (message: FromPanel) => void,
): void {
  for (const heading of main.querySelectorAll<HTMLElement>('h2[id]')) {
    const row = main.ownerDocument.createElement('div');
    row.className = 'heading';
    heading.replaceWith(row);
    row.append(heading);
    // Sections that the product adds are in no pack, so that no link could lead there from outside.
    if (heading.id.startsWith('_')) continue;
    const tools = [
      ['copyLink', strings.copyLink, '#'],
      ['copySection', strings.copySection, '⧉'],
    ] as const;
    for (const [type, name, sign] of tools) {
      const button = main.ownerDocument.createElement('button');
      button.type = 'button';
      button.className = 'tool';
      button.title = name;
      button.setAttribute('aria-label', `${name}: ${heading.textContent}`);
      button.textContent = sign;
      button.addEventListener('click', () => {
        send({ type, entryId, anchor: heading.id });
        button.classList.add('done');
        setTimeout(() => {
          button.classList.remove('done');
        }, 1200);
      });
      row.append(button);
    }
  }
}
