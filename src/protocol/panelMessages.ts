import type { EntryId } from '../core/packs/pack';

/** What the host tells the panel. One message draws the whole view. */
export type ToPanel =
  | {
      readonly type: 'showEntry';
      readonly entryId: EntryId;
      readonly asOf: string;
      /** Set if the entry is past its review date: what to say of it. */
      readonly outOfDate?: string;
      /** Made by `entryHtml`. */
      readonly html: string;
      /** Section to begin at. */
      readonly anchor?: string;
      /** `keep`: where the reader was when this entry was last on show. `begin`: at the top, or at the section. */
      readonly scroll: 'begin' | 'keep';
      /** Size of the text, in per cent. */
      readonly textSize: number;
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
  | { readonly type: 'copyLink'; readonly entryId: EntryId; readonly anchor: string }
  | { readonly type: 'copySection'; readonly entryId: EntryId; readonly anchor: string }
  | { readonly type: 'setTextSize'; readonly percent: number }
  | { readonly type: 'saveAsHtml'; readonly entryId: EntryId }
  | { readonly type: 'find' }
  | { readonly type: 'goBack' }
  | { readonly type: 'goForward' };

/** Sizes of the text that the panel offers, in per cent. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** What the panel keeps over a reload of the window. */
export interface PanelState {
  readonly entryId: EntryId;
  /** Pixels from the top of the page. */
  readonly scrollTop: number;
  /** If the entry is a timeline that the reader has set. */
  readonly timeline?: TimelineState;
}

/** What a reader has set a timeline to. */
export interface TimelineState {
  /** Topics that are chosen. Without one all are on show. */
  readonly lanes: readonly string[];
  /** The time in the picture, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The event whose text is on show. */
  readonly chosen?: EntryId;
}

/** The panel's own sentences, in the language of the interface. The page has them as JSON in `data-strings`. */
export interface PanelStrings {
  /** Tag of BCP 47. */
  readonly language: string;
  readonly copyLink: string;
  readonly copySection: string;
  readonly dragStatement: string;
  readonly timeline: {
    readonly picture: string;
    readonly topics: string;
    readonly kinds: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly showAll: string;
    readonly open: string;
    readonly choose: string;
  };
}
