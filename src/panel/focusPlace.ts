/** What can have the focus in an entry; a heading has it when somebody has gone there. */
const focusable = 'h1, h2, a, button, summary, li[id], [tabindex]';

/** An element of an entry, by what it still has when the entry is drawn again. */
export interface FocusPlace {
  readonly name: string;
  /** Which of those with the same name, from 0. */
  readonly index: number;
}

/** Where the focus is in an entry; undefined if it is elsewhere. */
export function focusPlace(main: HTMLElement): FocusPlace | undefined {
  const focused = main.ownerDocument.activeElement;
  if (!(focused instanceof HTMLElement) || !main.contains(focused)) return undefined;
  const name = nameOf(focused);
  const index = sameNamed(main, name).indexOf(focused);
  return index < 0 ? undefined : { name, index };
}

/** The element that had the focus, if the entry still has one like it. */
export function elementAt(main: HTMLElement, { name, index }: FocusPlace): HTMLElement | undefined {
  return sameNamed(main, name)[index];
}

function sameNamed(main: HTMLElement, name: string): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => nameOf(element) === name,
  );
}

function nameOf({ localName, id, dataset, ariaLabel, textContent }: HTMLElement): string {
  return [localName, id, dataset['entry'], ariaLabel ?? textContent].join(' ');
}
