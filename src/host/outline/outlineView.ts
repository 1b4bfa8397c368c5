import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { outline, parents, type OutlineNode } from '../../core/outline/outline';
import type { EntryId } from '../../core/packs/pack';
import { entryTooltip } from '../../core/render/entryTooltip';
import { Disposable } from '../base/dispose';
import { commandIds, libraryStateKey, viewIds } from '../base/ids';
import { reviewKey, settings } from '../base/settings';
import { entryMimeType } from '../../protocol/statement';
import type { PackStore } from '../packs/packStore';

/** The sidebar: everything in the library, as a tree. */
export class OutlineView extends Disposable implements vscode.TreeDataProvider<OutlineNode> {
  readonly #store: PackStore;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = this._register(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<OutlineNode>;
  readonly onDidChangeTreeData = this.#changed.event;

  #roots: readonly OutlineNode[] | undefined;
  #parents: ReadonlyMap<string, OutlineNode> = new Map();
  #nodes: ReadonlyMap<string, OutlineNode> = new Map();
  #shown: EntryId | undefined;

  constructor(store: PackStore, markdown: () => Promise<MarkdownIt>, log: vscode.LogOutputChannel) {
    super();
    this.#log = log;
    this.#store = store;
    this.#markdown = markdown;
    this.#view = this._register(
      vscode.window.createTreeView(viewIds.outline, {
        treeDataProvider: this,
        showCollapseAll: true,
        dragAndDropController: {
          dragMimeTypes: [entryMimeType],
          dropMimeTypes: [],
          handleDrag: ([node], dataTransfer) => {
            if (node?.entryId === undefined) return;
            dataTransfer.set(entryMimeType, new vscode.DataTransferItem(node.entryId));
          },
        },
      }),
    );
    this._register(
      store.onDidChangeLibrary(() => {
        this.#roots = undefined;
        this.#changed.fire(undefined);
        void vscode.commands.executeCommand('setContext', libraryStateKey, store.state);
      }),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration(reviewKey)) return;
        this.#roots = undefined;
        this.#changed.fire(undefined);
      }),
    );
    this._register(
      this.#view.onDidChangeVisibility(() => {
        void this.#revealShown();
      }),
    );
  }

  /** Selects what the panel shows, now or when the tree is next seen. */
  async reveal(entryId: EntryId): Promise<void> {
    this.#shown = entryId;
    await this.#revealShown();
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...(node === undefined ? this.#makeRoots() : node.children)];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const state = node.children.length === 0 ? None : node.expanded === true ? Expanded : Collapsed;
    const item = new vscode.TreeItem(node.label, state);
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    if (node.description !== undefined) item.description = node.description;
    item.accessibilityInformation = {
      label: [node.label, node.description].filter(Boolean).join(', '),
    };
    if (node.entryId === undefined) return item;
    item.contextValue = 'entry';
    item.command = {
      command: commandIds.openEntry,
      title: vscode.l10n.t('Open'),
      arguments: [node.entryId, node.anchor],
    };
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): Promise<vscode.TreeItem> {
    const entry = node.entryId === undefined ? undefined : this.#store.library.entry(node.entryId);
    const text =
      entry === undefined
        ? [node.label, node.description].filter(Boolean).join(': ')
        : entryTooltip(this.#store.library, await this.#markdown(), entry);
    item.tooltip = new vscode.MarkdownString(text);
    return item;
  }

  #makeRoots(): readonly OutlineNode[] {
    if (this.#roots !== undefined) return this.#roots;
    this.#roots = outline(this.#store.library, settings.reviewedSince());
    this.#parents = parents(this.#roots);
    const nodes = new Map(this.#roots.map((node) => [node.id, node]));
    const add = (node: OutlineNode): void => {
      nodes.set(node.id, node);
      node.children.forEach(add);
    };
    this.#roots.forEach(add);
    this.#nodes = nodes;
    return this.#roots;
  }

  async #revealShown(): Promise<void> {
    if (!this.#view.visible || this.#shown === undefined) return;
    this.#makeRoots();
    const node = this.#nodes.get(this.#shown);
    if (node === undefined || this.#view.selection[0]?.entryId === this.#shown) return;
    try {
      await this.#view.reveal(node, { select: true, focus: false, expand: false });
    } catch (error) {
      // The tree refuses when it is made again at the same moment; then the selection is all that is missing.
      this.#log.debug(`The sidebar did not show ${node.id}: ${String(error)}`);
    }
  }
}
