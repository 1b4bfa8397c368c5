import type { FromPanel, PanelStrings } from '../protocol/panelMessages';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Outlines in a square of 16: a number sign, and two sheets, for which many fonts have no character. */
const signs = {
  copyLink: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 6h10.5M2.5 10H13',
  copySection: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const;

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
      ['copyLink', strings.copyLink],
      ['copySection', strings.copySection],
    ] as const;
    for (const [type, name] of tools) {
      const button = main.ownerDocument.createElement('button');
      button.type = 'button';
      button.className = 'tool';
      button.title = name;
      button.setAttribute('aria-label', `${name}: ${heading.textContent}`);
      button.append(drawSign(main.ownerDocument, signs[type]));
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

function drawSign(page: Document, outline: string): SVGElement {
  const svg = page.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', outline);
  svg.append(path);
  return svg;
}
