import * as vscode from 'vscode';
import type { UsedTerm } from './core/drafts/usedTerms';
import type { OutlineNode } from './core/outline/outline';
import type { LinkTarget } from './core/packs/entryId';
import type { Entry, Source } from './core/packs/pack';
import type { Library } from './core/packs/library';
import { DocumentView } from './host/drafts/documentView';
import { DraftStore } from './host/drafts/draftStore';
import { Checks } from './host/checks/checks';
import { IgnoredFindings } from './host/checks/ignoredFindings';
import { registerCiting } from './host/citing/citing';
import { entrySources } from './core/render/entryText';
import { lazy } from './host/base/lazy';
import { registerEntryCommands } from './host/entries/entryCommands';
import { registerDocumentLinks } from './host/links/documentLinks';
import { registerEntryUriHandler } from './host/links/entryLinks';
import { OutlineView } from './host/outline/outlineView';
import { PackStore } from './host/packs/packStore';
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

/** What other extensions, and tests, can ask of this one. */
export interface ExtensionApi {
  /** Everything that can be looked up; changes when a pack does. */
  library(): Library;
  /** The sidebar's nodes. */
  readonly outline: vscode.TreeDataProvider<OutlineNode>;
  /** What the panel shows, or would show if it were open. */
  shown(): LinkTarget | undefined;
  /** The nodes of “In this document”. */
  readonly documentView: vscode.TreeDataProvider<UsedTerm>;
  /** What is marked in an editor, in order. */
  marks(editor: vscode.TextEditor): readonly vscode.Range[];
  /** Asked for by VS Code's preview of Markdown. */
  readonly extendMarkdownIt: MarkdownPreview['extendMarkdownIt'];
}

/** Builds everything, top to bottom. The same code runs in the Node and in the web worker extension host. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const { extensionUri, subscriptions } = context;
  const log = vscode.window.createOutputChannel('Aide-Mémoire', { log: true });
  const markdown = lazy(async () => {
    const { createPackMarkdown } = await import('./core/render/packMarkdown');
    return createPackMarkdown();
  });
  const store = new PackStore(vscode.Uri.joinPath(extensionUri, 'dist', 'packs'), log);
  const search = librarySearch(store, markdown);
  const sourcesOf = async (entry: Entry): Promise<readonly Source[]> =>
    entrySources(store.library, await markdown(), entry);
  const panel = new ReferencePanel(store, markdown, extensionUri, log);
  const outline = new OutlineView(store, markdown, log);
  const drafts = new DraftStore(store, log);
  const marks = new Marks(store, drafts);
  const ignored = new IgnoredFindings(context.workspaceState);
  const checks = new Checks(store, drafts, ignored, markdown, log);
  const documentView = new DocumentView(store, drafts, markdown, log);
  const preview = new MarkdownPreview(store, markdown, log);

  subscriptions.push(
    log,
    store,
    panel,
    outline,
    drafts,
    marks,
    ignored,
    checks,
    documentView,
    preview,
    panel.onDidShow((entryId) => outline.reveal(entryId)),
    registerHover(store, markdown),
    registerCompletion(store, markdown),
    registerDefinition(store, markdown),
    registerReferences(store, log),
    registerSearch(store, search, log),
    registerLookUpTool(store, search, markdown, log),
    registerEntryCommands(store, panel, markdown, log),
    registerCiting(store, sourcesOf, log),
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
    marks: (editor) => marks.rangesIn(editor),
    extendMarkdownIt: preview.extendMarkdownIt,
  };
}
