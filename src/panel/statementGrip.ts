import { statementMimeType } from '../protocol/statement';

/**
 * A grip beside the statement that the mouse is on, by which it can be dragged into a text. What is dragged is the
 * statement's context, which the host reads; whatever else takes it gets its words.
 *
 * @returns Hides the grip, for when the statement is gone.
 */
export function watchStatements(page: Document, main: HTMLElement, name: string): () => void {
  const grip = page.createElement('div');
  grip.className = 'grip';
  grip.draggable = true;
  grip.title = name;
  // For the mouse alone: the context menu does the same with the keyboard.
  grip.setAttribute('aria-hidden', 'true');
  grip.textContent = '⠿';
  grip.hidden = true;
  page.body.append(grip);
  let statement: HTMLElement | undefined;

  main.addEventListener('mouseover', (event) => {
    const found =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-vscode-context*="statement"]')
        : null;
    if (found === null || found === statement) return;
    statement = found;
    const place = found.getBoundingClientRect();
    grip.hidden = false;
    grip.style.left = `${String(Math.max(0, place.left - 16 + window.scrollX))}px`;
    grip.style.top = `${String(place.top + window.scrollY)}px`;
  });
  main.addEventListener('mouseleave', (event) => {
    if (event.relatedTarget !== grip) hide();
  });
  const hide = (): void => {
    grip.hidden = true;
    statement = undefined;
  };
  grip.addEventListener('dragend', hide);
  grip.addEventListener('dragstart', (event) => {
    const context = statement?.dataset['vscodeContext'];
    if (context === undefined || event.dataTransfer === null || statement === undefined) return;
    const { text } = JSON.parse(context) as { readonly text: string };
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.setData(statementMimeType, context);
    event.dataTransfer.setDragImage(statement, 0, 0);
  });
  return hide;
}
