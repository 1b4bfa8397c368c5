import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { checkDraft } from '../../core/checks/checkDraft';
import { rules, type Finding, type Fix, type Rule } from '../../core/checks/finding';
import type { Draft } from '../../core/drafts/draft';
import { runToEnd, type Steps } from '../../core/terms/steps';
import { safeUrl } from '../../core/render/escape';
import { registerCommand } from '../base/commands';
import { Disposable } from '../base/dispose';
import { editorInUse } from '../base/editorInUse';
import { commandIds } from '../base/ids';
import { toRange } from '../base/range';
import { checksKey, settings } from '../base/settings';
import { inSlices } from '../base/slices';
import type { DraftStore } from '../drafts/draftStore';
import type { PackStore } from '../packs/packStore';
import type { IgnoredFindings } from './ignoredFindings';

/** Fixes all that can be fixed without a look: what "fix all on save" runs. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('aideMemoire');

/** Reports what the rules find in prose that is on screen as problems, with quick fixes. */
export class Checks extends Disposable implements vscode.CodeActionProvider {
  readonly #store: PackStore;
  readonly #drafts: DraftStore;
  readonly #ignored: IgnoredFindings;
  readonly #markdown: () => Promise<MarkdownIt>;
  readonly #log: vscode.LogOutputChannel;
  readonly #diagnostics = this._register(
    vscode.languages.createDiagnosticCollection('aide-memoire.checks'),
  );

  /** The draft of which each document's problems are: it is not checked again because another editor is shown. */
  #reported = new WeakMap<vscode.TextDocument, Draft>();

  constructor(
    store: PackStore,
    drafts: DraftStore,
    ignored: IgnoredFindings,
    markdown: () => Promise<MarkdownIt>,
    log: vscode.LogOutputChannel,
  ) {
    super();
    this.#store = store;
    this.#drafts = drafts;
    this.#ignored = ignored;
    this.#markdown = markdown;
    this.#log = log;
    this._register(
      drafts.watch({
        wants: (document) => rules.some((rule) => settings.severity(rule, document) !== 'off'),
        show: (document, draft, isWhole) => {
          if (isWhole && this.#reported.get(document) !== draft) void this.#report(document, draft);
        },
      }),
    );
    this._register(
      vscode.languages.registerCodeActionsProvider('*', this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
      }),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#diagnostics.delete(uri);
      }),
    );
    const again = (): void => {
      this.#diagnostics.clear();
      this.#reported = new WeakMap();
      drafts.refresh();
    };
    this._register(ignored.onDidChange(again));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(checksKey)) again();
      }),
    );
    this._register(
      registerCommand(commandIds.ignoreHere, log, (...args) =>
        this.#ignore(args, (document, finding) => ignored.ignoreHere(document, finding)),
      ),
    );
    this._register(
      registerCommand(commandIds.ignoreEverywhere, log, (...args) =>
        this.#ignore(args, (document, { form }) => ignored.ignoreEverywhere(document, form)),
      ),
    );
    this._register(
      registerCommand(commandIds.reportIgnored, log, async () => {
        const document = editorInUse()?.document;
        if (document !== undefined) await ignored.forget(document);
      }),
    );
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const isFixAll = only?.intersects(vscode.CodeActionKind.SourceFixAll) === true;
    if (!isFixAll && (this.#diagnostics.get(document.uri)?.length ?? 0) === 0) return [];
    if (!settings.isProse(document)) return [];
    const findings = await this.#findings(document);
    if (token.isCancellationRequested) return [];
    const safe = findings.flatMap((finding) => {
      const fix = finding.rule === 'discouragedForm' ? finding.fixes[0] : undefined;
      return fix?.isSafe === true ? [{ finding, fix }] : [];
    });
    if (isFixAll) {
      return safe.length === 0
        ? []
        : [fixing(vscode.l10n.t('Fix all discouraged forms'), fixAllKind, document, safe)];
    }
    const here = findings.filter(
      (finding) => toRange(document, finding).intersection(range) !== undefined,
    );
    return here.flatMap((finding) => this.#actions(document, finding, safe));
  }

  /** What the rules find in a document as it is now, without what is ignored. */
  async #findings(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const draft = await this.#drafts.current(document);
    if (draft === undefined) return [];
    const found = runToEnd(this.#check(document, draft, await this.#markdown()));
    return this.#withoutIgnored(document, found);
  }

  #check(
    document: vscode.TextDocument,
    draft: Draft,
    markdown: MarkdownIt,
  ): Steps<readonly Finding[]> {
    const isOn = (rule: Rule) => settings.severity(rule, document) !== 'off';
    return checkDraft(this.#store.library, markdown, draft, isOn);
  }

  #withoutIgnored(document: vscode.TextDocument, findings: readonly Finding[]): readonly Finding[] {
    return findings.filter((finding) => !this.#ignored.has(document, finding));
  }

  async #report(document: vscode.TextDocument, draft: Draft): Promise<void> {
    try {
      const markdown = await this.#markdown();
      // Something newer is on its way if the text has changed meanwhile.
      const isWanted = () =>
        !document.isClosed &&
        draft === this.#drafts.draft(document) &&
        this.#drafts.isUpToDate(document);
      if (!isWanted()) return;
      const found = await inSlices(this.#check(document, draft, markdown), isWanted);
      if (found === undefined || !isWanted()) return;
      const findings = this.#withoutIgnored(document, found);
      this.#reported.set(document, draft);
      this.#diagnostics.set(
        document.uri,
        findings.map((finding) => this.#toDiagnostic(document, finding)),
      );
    } catch (error) {
      this.#log.error(`${document.uri.toString()} cannot be checked: ${String(error)}`);
    }
  }

  #toDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
    const { rule, message, source } = finding;
    const severity = {
      error: vscode.DiagnosticSeverity.Error,
      warning: vscode.DiagnosticSeverity.Warning,
      information: vscode.DiagnosticSeverity.Information,
      hint: vscode.DiagnosticSeverity.Hint,
      off: vscode.DiagnosticSeverity.Hint,
    }[settings.severity(rule, document)];
    const diagnostic = new vscode.Diagnostic(toRange(document, finding), message, severity);
    diagnostic.source = 'Aide-Mémoire';
    const authority = source === undefined ? undefined : this.#store.library.entry(source);
    const url = authority?.type === 'source' ? safeUrl(authority.url) : undefined;
    diagnostic.code = url === undefined ? rule : { value: rule, target: vscode.Uri.parse(url) };
    return diagnostic;
  }

  #actions(
    document: vscode.TextDocument,
    finding: Finding,
    safe: readonly { readonly finding: Finding; readonly fix: Fix }[],
  ): vscode.CodeAction[] {
    const { QuickFix } = vscode.CodeActionKind;
    const range = toRange(document, finding);
    const diagnostic = (this.#diagnostics.get(document.uri) ?? []).find((each) =>
      each.range.isEqual(range),
    );
    const fixes = finding.fixes.map((fix, index) => {
      const action = fixing(fix.title, QuickFix, document, [{ finding, fix }]);
      action.isPreferred = index === 0 && fix.isSafe;
      return action;
    });
    const all =
      safe.length > 1 && safe.some((each) => each.finding === finding)
        ? [
            fixing(
              vscode.l10n.t('Fix all {0} in this file', String(safe.length)),
              QuickFix,
              document,
              safe,
            ),
          ]
        : [];
    const args = [document.uri, finding.start, finding.form];
    const others = [
      running(vscode.l10n.t('Open in reference'), commandIds.openEntry, [finding.entryId]),
      running(vscode.l10n.t('Ignore “{0}” here', finding.form), commandIds.ignoreHere, args),
      running(
        vscode.l10n.t('Ignore “{0}” in this workspace', finding.form),
        commandIds.ignoreEverywhere,
        args,
      ),
    ];
    const actions = [...fixes, ...all, ...others];
    if (diagnostic !== undefined) for (const action of actions) action.diagnostics = [diagnostic];
    return actions;
  }

  async #ignore(
    [uri, start, form]: readonly unknown[],
    ignore: (document: vscode.TextDocument, finding: Finding) => Promise<void>,
  ): Promise<void> {
    if (!(uri instanceof vscode.Uri)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const findings = await this.#findings(document);
    const finding = findings.find((each) => each.start === start && each.form === form);
    if (finding !== undefined) await ignore(document, finding);
  }
}

function fixing(
  title: string,
  kind: vscode.CodeActionKind,
  document: vscode.TextDocument,
  fixes: readonly { readonly finding: Finding; readonly fix: Fix }[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  for (const { finding, fix } of fixes)
    action.edit.replace(document.uri, toRange(document, finding), fix.text);
  return action;
}

function running(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}
