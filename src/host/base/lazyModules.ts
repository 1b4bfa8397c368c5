import type { config } from '@vscode/l10n';
import type * as references from '../../core/citing/references';
import type * as parsePack from '../../core/packs/parsePack';
import type * as markdownProse from '../../core/prose/markdownProse';
import type * as packMarkdown from '../../core/render/packMarkdown';
import type * as lookUp from '../../core/search/lookUp';
import type * as searchEntries from '../../core/search/searchEntries';

/** The heavy parts, each in a file of its own that is loaded when first used. The two hosts load them in their own ways. */
export interface LazyModules {
  /** Parsers of packs and drafts, and the search. */
  reading(): Promise<
    typeof lookUp &
      typeof markdownProse &
      typeof packMarkdown &
      typeof parsePack &
      typeof searchEntries & { readonly configureLanguage: typeof config }
  >;
  /** The processor of references. */
  citing(): Promise<typeof references>;
}
