import * as vscode from 'vscode';
import type { Finding } from '../../core/checks/finding';
import { Disposable } from '../base/dispose';
import { ignoredKey, settings } from '../base/settings';

/** A finding that was ignored at one place: what it was, and the line that it stood in. */
interface IgnoredHere {
  readonly form: string;
  readonly line: string;
}

const stateKey = 'ignoredFindings';

/**
 * What a person does not want to be told again: a form at one place, kept for this workspace and found again by its
 * line, or a form everywhere in the workspace, kept in its settings.
 */
export class IgnoredFindings extends Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = this._register(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    super();
    this.#state = state;
  }

  has(document: vscode.TextDocument, finding: Finding): boolean {
    const form = finding.form.toLowerCase();
    if (settings.ignoredForms(document).some((each) => each.toLowerCase() === form)) return true;
    const here = this.#in(document);
    return (
      here.length > 0 &&
      here.some((each) => each.form === finding.form && each.line === lineOf(document, finding))
    );
  }

  async ignoreHere(document: vscode.TextDocument, finding: Finding): Promise<void> {
    const ignored = { form: finding.form, line: lineOf(document, finding) };
    await this.#keep(document, [...this.#in(document), ignored]);
  }

  /** Reports everything in a document again that was ignored at its place. */
  async forget(document: vscode.TextDocument): Promise<void> {
    await this.#keep(document, []);
  }

  /** Adds a form to the setting of the workspace; without a workspace, of the user. */
  async ignoreEverywhere(document: vscode.TextDocument, form: string): Promise<void> {
    const { Workspace, Global } = vscode.ConfigurationTarget;
    const target = vscode.workspace.workspaceFolders === undefined ? Global : Workspace;
    const forms = [...new Set([...settings.ignoredForms(document), form])];
    await vscode.workspace.getConfiguration().update(ignoredKey, forms, target);
  }

  #in({ uri }: vscode.TextDocument): readonly IgnoredHere[] {
    return this.#all()[uri.toString()] ?? [];
  }

  #all(): Readonly<Record<string, readonly IgnoredHere[]>> {
    return this.#state.get(stateKey, {});
  }

  async #keep({ uri }: vscode.TextDocument, ignored: readonly IgnoredHere[]): Promise<void> {
    const others = Object.entries(this.#all()).filter(([each]) => each !== uri.toString());
    const all = ignored.length === 0 ? others : [...others, [uri.toString(), ignored] as const];
    await this.#state.update(stateKey, Object.fromEntries(all));
    this.#changed.fire(undefined);
  }
}

function lineOf(document: vscode.TextDocument, { start }: Finding): string {
  return document.lineAt(document.positionAt(start)).text.trim();
}
