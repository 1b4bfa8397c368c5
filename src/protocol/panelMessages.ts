import type { EntryId } from '../core/packs/pack';

/** What the host tells the panel. One message draws the whole view. */
export type ToPanel =
  | {
      readonly type: 'showEntry';
      readonly entryId: EntryId;
      readonly asOf: string;
      /** Made by `entryHtml`. */
      readonly html: string;
      /** Section to begin at. */
      readonly anchor?: string;
      /** `keep`: where the reader was when this entry was last on show. `begin`: at the top, or at the section. */
      readonly scroll: 'begin' | 'keep';
      readonly canGoBack: boolean;
      readonly canGoForward: boolean;
    }
  | {
      readonly type: 'showEmpty';
      readonly message: string;
      readonly canGoBack: boolean;
      readonly canGoForward: boolean;
    };

/** What the panel asks of the host. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'openEntry'; readonly entryId: EntryId; readonly anchor?: string }
  | { readonly type: 'goBack' }
  | { readonly type: 'goForward' };

/** What the panel keeps over a reload of the window. */
export interface PanelState {
  readonly entryId: EntryId;
  /** Pixels from the top of the page. */
  readonly scrollTop: number;
}
