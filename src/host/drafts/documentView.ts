import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { brief } from '../../core/drafts/brief';
import type { Draft } from '../../core/drafts/draft';
import { nextMention, usedTerms, type UsageNote, type UsedTerm } from '../../core/drafts/usedTerms';
import { entryTooltip } from '../../core/render/entryTooltip';
import { registerCommand, UserError } from '../base/commands';
import { Disposable } from '../base/dispose';
import { editorInUse } from '../base/editorInUse';
import { commandIds, documentOrderKey, viewIds } from '../base/ids';
import { toRange } from '../base/range';
import { documentKey, reviewKey, settings } from '../base/settings';
import type { PackStore } from '../packs/packStore';
import type { DraftStore } from './draftStore';

type Order = 'appearance' | 'name';

/** "In this document": the terms that the active editor's document uses. */
export class DocumentView extends Disposable implements vscode.TreeDataProvider<UsedTerm> {
  readonly #store: PackStore;
  readonly #drafts: DraftStore;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = this._register(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<UsedTerm>;
  readonly #status = this._register(
    vscode.window.createStatusBarItem('aideMemoire.terms', vscode.StatusBarAlignment.Right, 90),
  );
  readonly onDidChangeTreeData = this.#changed.event;
  #terms: readonly UsedTerm[] = [];
  #order: Order = 'appearance';

  constructor(
    store: PackStore,
    drafts: DraftStore,
    markdown: () => Promise<MarkdownIt>,
    log: vscode.LogOutputChannel,
  ) {
    super();
    this.#store = store;
    this.#drafts = drafts;
    this.#markdown = markdown;
    this.#log = log;
    this.#status.name = 'Aide-Mémoire';
    this.#status.command = `${viewIds.document}.focus`;
    this.#view = this._register(
      vscode.window.createTreeView(viewIds.document, { treeDataProvider: this }),
    );
    this._register(
      drafts.watch({
        wants: (document) =>
          document === activeDocument() && (this.#view.visible || settings.statusBar()),
        show: (document, draft, isWhole) => {
          if (isWhole && document === activeDocument()) void this.#show(draft);
        },
        skip: () => {
          this.#tellTooLong();
        },
      }),
    );
    this._register(this.#view.onDidChangeVisibility(() => this.#refresh()));
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()));
    this._register(
      vscode.window.onDidChangeVisibleTextEditors(() => {
        // While a panel has the focus, no other event tells that the document has gone.
        if (vscode.window.activeTextEditor === undefined) this.#refresh();
      }),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(documentKey) || change.affectsConfiguration(reviewKey)) {
          this.#refresh();
        }
      }),
    );
    this._register(
      registerCommand(commandIds.nextMention, log, (...args) => this.#goToNextMention(args[0])),
    );
    this._register(registerCommand(commandIds.sortByName, log, () => this.#sort('name')));
    this._register(
      registerCommand(commandIds.sortByAppearance, log, () => this.#sort('appearance')),
    );
    this._register(registerCommand(commandIds.brief, log, () => this.#writeBrief()));
    this.#refresh();
  }

  getChildren(term?: UsedTerm): UsedTerm[] {
    if (term !== undefined) return [];
    if (this.#order === 'appearance') return [...this.#terms];
    return [...this.#terms].sort((a, b) => a.term.title.localeCompare(b.term.title));
  }

  getTreeItem(used: UsedTerm): vscode.TreeItem {
    const { term, count, notes, entryId } = used;
    const item = new vscode.TreeItem(term.title);
    item.id = entryId;
    const remarks = notes.map(noteName);
    item.description = [String(count), ...remarks].join(' · ');
    const kind = this.#store.library.kindOf(entryId, term.kind);
    item.iconPath = new vscode.ThemeIcon(
      notes.length > 0 ? 'info' : (kind?.icon ?? 'symbol-keyword'),
    );
    const times =
      count === 1
        ? vscode.l10n.t('mentioned once')
        : vscode.l10n.t('mentioned {0} times', String(count));
    item.accessibilityInformation = { label: [term.title, times, ...remarks].join(', ') };
    item.contextValue = 'entry';
    item.command = {
      command: commandIds.nextMention,
      title: vscode.l10n.t('Go to Next Mention'),
      arguments: [used],
    };
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, { term }: UsedTerm): Promise<vscode.TreeItem> {
    item.tooltip = new vscode.MarkdownString(
      entryTooltip(this.#store.library, await this.#markdown(), term),
    );
    return item;
  }

  /** The active document may be another now, or what of it is wanted. */
  #refresh(): void {
    const document = activeDocument();
    if (document === undefined || !this.#drafts.isRead(document)) {
      this.#clear(vscode.l10n.t('Nothing to look through: the active editor shows no prose.'));
      return;
    }
    if (!settings.statusBar()) this.#status.hide();
    this.#drafts.refresh([document]);
  }

  #tellTooLong(): void {
    this.#clear(vscode.l10n.t('This document is too long to be looked through for terms.'));
    this.#status.text = `$(book) ${vscode.l10n.t('Too long')}`;
    this.#status.tooltip = vscode.l10n.t(
      'Aide-Mémoire looks for terms in documents of up to 5 million characters.',
    );
    if (settings.statusBar()) this.#status.show();
  }

  #clear(message: string): void {
    this.#terms = [];
    this.#view.message = message;
    this.#status.hide();
    this.#changed.fire(undefined);
  }

  async #show(draft: Draft): Promise<void> {
    const count = draft.matches.mentions().length;
    if (settings.statusBar()) {
      this.#status.text = `$(book) ${String(count)}`;
      const terms =
        count === 1
          ? vscode.l10n.t('1 known term')
          : vscode.l10n.t('{0} known terms', String(count));
      this.#status.tooltip = vscode.l10n.t('{0} in this document', terms);
      this.#status.accessibilityInformation = {
        label: vscode.l10n.t('{0} in this document', terms),
      };
      this.#status.show();
    }
    if (!this.#view.visible) return;
    try {
      const terms = await this.#usedTerms(draft);
      if (draft !== this.#drafts.draft(activeDocument())) return;
      this.#terms = terms;
      this.#view.message =
        terms.length === 0 ? vscode.l10n.t('This document mentions no known term.') : '';
      this.#changed.fire(undefined);
    } catch (error) {
      this.#log.error(`The terms of the document cannot be shown: ${String(error)}`);
    }
  }

  async #usedTerms(draft: Draft): Promise<readonly UsedTerm[]> {
    return usedTerms(this.#store.library, await this.#markdown(), draft, settings.reviewedSince());
  }

  #sort(order: Order): void {
    this.#order = order;
    void vscode.commands.executeCommand('setContext', documentOrderKey, order);
    this.#changed.fire(undefined);
  }

  async #goToNextMention(used: unknown): Promise<void> {
    const entryId = (used as Partial<UsedTerm> | undefined)?.entryId;
    const editor = editorInUse();
    if (editor === undefined || typeof entryId !== 'string') return;
    const { document } = editor;
    const draft = await this.#drafts.current(document);
    const offset = document.offsetAt(editor.selection.start);
    const match = draft === undefined ? undefined : nextMention(draft, entryId, offset);
    if (match === undefined) return;
    const range = toRange(document, match);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #writeBrief(): Promise<void> {
    const document = activeDocument();
    if (document === undefined) {
      throw new UserError(
        vscode.l10n.t('There is no document to write a brief for. Open your draft first.'),
      );
    }
    const draft = await this.#drafts.current(document);
    if (draft === undefined) {
      throw new UserError(
        vscode.l10n.t('The document is too long to be looked through for terms.'),
      );
    }
    const used = await this.#usedTerms(draft);
    if (used.length === 0) {
      throw new UserError(vscode.l10n.t('The document mentions nothing that the reference knows.'));
    }
    const title = document.uri.path.split('/').at(-1) ?? '';
    const content = brief(this.#store.library, await this.#markdown(), title, used);
    const made = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(made, { viewColumn: vscode.ViewColumn.Beside });
  }
}

function noteName(note: UsageNote): string {
  switch (note) {
    case 'not explained':
      return vscode.l10n.t('not explained');
    case 'out of date':
      return vscode.l10n.t('out of date');
    case 'contested':
      return vscode.l10n.t('contested');
  }
}

function activeDocument(): vscode.TextDocument | undefined {
  return editorInUse()?.document;
}
