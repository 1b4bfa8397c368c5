import type { LinkTarget } from '../../core/packs/entryId';

/** Entries further back than this are forgotten. */
const longest = 100;

/** What the panel has shown, as a browser keeps it. */
export class PanelHistory {
  #targets: LinkTarget[] = [];
  #at = -1;

  get current(): LinkTarget | undefined {
    return this.#targets[this.#at];
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#targets.length - 1;
  }

  /** Goes on to `target`; what lay ahead is forgotten. The same target twice in a row counts once. */
  push(target: LinkTarget): void {
    const { current } = this;
    if (current?.entryId === target.entryId && current.anchor === target.anchor) return;
    this.#targets = [...this.#targets.slice(0, this.#at + 1), target].slice(-longest);
    this.#at = this.#targets.length - 1;
  }

  /** @returns False if there is nothing to go back to. */
  goBack(): boolean {
    if (!this.canGoBack) return false;
    this.#at--;
    return true;
  }

  /** @returns False if there is nothing to go forward to. */
  goForward(): boolean {
    if (!this.canGoForward) return false;
    this.#at++;
    return true;
  }
}
