import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { UsedTerm } from './core/drafts/usedTerms';
import type { OutlineNode } from './core/outline/outline';
import type { LinkTarget } from './core/packs/entryId';
import type { Entry, EntryId, Source } from './core/packs/pack';
import type { Library } from './core/packs/library';
import { DocumentView } from './host/drafts/documentView';
import { DraftStore } from './host/drafts/draftStore';
import { proseReaders } from './host/drafts/proseReaders';
import { Checks } from './host/checks/checks';
import { IgnoredFindings } from './host/checks/ignoredFindings';
import { registerCiting } from './host/citing/citing';
import { registerStatements } from './host/citing/statements';
import { entrySources } from './core/render/entryText';
import { lazy } from './host/base/lazy';
import type { LazyModules } from './host/base/lazyModules';
import { RecentEntries } from './host/entries/recentEntries';
import { registerEntryCommands } from './host/entries/entryCommands';
import { registerDocumentLinks } from './host/links/documentLinks';
import { registerEntryUriHandler } from './host/links/entryLinks';
import { OutlineView } from './host/outline/outlineView';
import { PackStore } from './host/packs/packStore';
import { CursorView } from './host/panel/cursorView';
import { EntryPages } from './host/panel/entryPages';
import { ReferencePanel } from './host/panel/referencePanel';
import { librarySearch } from './host/search/librarySearch';
import { registerLookUpTool } from './host/search/lookUpTool';
import { registerSearch } from './host/search/search';
import { registerCompletion } from './host/terms/completion';
import { registerDefinition } from './host/terms/definition';
import { registerHover } from './host/terms/hover';
import { Marks } from './host/terms/marks';
import { MarkdownPreview } from './host/terms/markdownPreview';
import { registerReferences } from './host/terms/references';
import { registerSelection } from './host/terms/selection';

/** What other extensions, and tests, can ask of this one. */
export interface ExtensionApi {
  /** Everything that can be looked up; changes when a pack does. */
  library(): Library;
  /** The sidebar's nodes. */
  readonly outline: vscode.TreeDataProvider<OutlineNode>;
  /** What the panel shows, or would show if it were open. */
  shown(): LinkTarget | undefined;
  /** What the view at the cursor shows, if it is in sight. */
  shownAtCursor(): EntryId | undefined;
  /** The nodes of “In this document”. */
  readonly documentView: vscode.TreeDataProvider<UsedTerm>;
  /** What is marked in an editor, in order. */
  marks(editor: vscode.TextEditor): readonly vscode.Range[];
  /** Asked for by VS Code's preview of Markdown. */
  readonly extendMarkdownIt: MarkdownPreview['extendMarkdownIt'];
}

/** Core speaks the language that VS Code speaks; each file of it has to be told. */
function inLanguageOfInterface(modules: LazyModules): LazyModules {
  const { bundle } = vscode.l10n;
  if (bundle === undefined) return modules;
  l10n.config({ contents: bundle });
  return {
    ...modules,
    reading: lazy(async () => {
      const reading = await modules.reading();
      reading.configureLanguage({ contents: bundle });
      return reading;
    }),
  };
}

/** Builds everything, top to bottom. The same code runs in the Node and in the web worker extension host. */
export function activate(context: vscode.ExtensionContext, loadModules: LazyModules): ExtensionApi {
  const { extensionUri, subscriptions } = context;
  const modules = inLanguageOfInterface(loadModules);
  const log = vscode.window.createOutputChannel('Aide-Mémoire', { log: true });
  const markdown = lazy(async () => {
    const { createPackMarkdown } = await modules.reading();
    return createPackMarkdown();
  });
  const store = new PackStore(vscode.Uri.joinPath(extensionUri, 'dist', 'packs'), modules, log);
  const search = librarySearch(store, modules, markdown);
  const sourcesOf = async (entry: Entry): Promise<readonly Source[]> =>
    entrySources(store.library, await markdown(), entry);
  const pages = new EntryPages(store, markdown, log);
  const panel = new ReferencePanel(store, pages, extensionUri, log);
  const cursorView = new CursorView(store, pages, extensionUri, log);
  const recent = new RecentEntries(context.workspaceState);
  const outline = new OutlineView(store, markdown, log);
  const readers = proseReaders(modules);
  const drafts = new DraftStore(store, readers, log);
  const marks = new Marks(store, drafts);
  const ignored = new IgnoredFindings(context.workspaceState);
  const checks = new Checks(store, drafts, ignored, markdown, log);
  const documentView = new DocumentView(store, drafts, markdown, log);
  const preview = new MarkdownPreview(store, markdown, log);

  subscriptions.push(
    log,
    store,
    pages,
    panel,
    cursorView,
    outline,
    drafts,
    marks,
    ignored,
    checks,
    documentView,
    preview,
    panel.onDidShow((entryId) => outline.reveal(entryId)),
    panel.onDidShow((entryId) => recent.add(entryId)),
    registerHover(store, markdown),
    registerCompletion(store, markdown),
    registerDefinition(store, markdown),
    registerReferences(store, log),
    registerSearch(store, search, recent, log),
    registerLookUpTool(store, search, modules, markdown, log),
    registerEntryCommands(store, panel, markdown, extensionUri, log),
    registerCiting(store, sourcesOf, markdown, readers, modules, log),
    registerStatements(store, sourcesOf, modules, log),
    registerSelection(store, log),
    registerEntryUriHandler(store),
    registerDocumentLinks(),
  );

  // Not awaited: the window is there before the packs are, and every surface shows the empty library until then.
  void store.load();
  return {
    library: () => store.library,
    outline,
    documentView,
    shown: () => panel.shown,
    shownAtCursor: () => cursorView.shown,
    marks: (editor) => marks.rangesIn(editor),
    extendMarkdownIt: preview.extendMarkdownIt,
  };
}
