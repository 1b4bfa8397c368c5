import type * as vscode from 'vscode';
import { isEntryId } from '../../core/packs/entryId';
import type { EntryId } from '../../core/packs/pack';

const key = 'recentEntries';
const most = 20;

/** What was opened last, in this workspace. */
export class RecentEntries {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The latest first. */
  get ids(): readonly EntryId[] {
    return this.#state.get<readonly unknown[]>(key, []).filter(isEntryId);
  }

  async add(entryId: EntryId): Promise<void> {
    if (this.ids[0] === entryId) return;
    const others = this.ids.filter((id) => id !== entryId);
    await this.#state.update(key, [entryId, ...others].slice(0, most));
  }
}
