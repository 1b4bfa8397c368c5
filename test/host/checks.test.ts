import { assert } from 'chai';
import * as vscode from 'vscode';
import { openDraft, openProduct, until } from './product';

describe('checks', () => {
  before(openProduct);
  afterEach(async () => {
    await configuration().update('checks.ignored', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const configuration = () => vscode.workspace.getConfiguration('aideMemoire');

  const write = async (content: string, language?: string) =>
    (await openDraft(content, language)).document;

  const problemsOf = ({ uri }: vscode.TextDocument) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Aide-Mémoire');

  async function untilProblems(document: vscode.TextDocument, count: number) {
    const isSo = () => problemsOf(document).length === count;
    await until(`${String(count)} problems are reported`, isSo);
    return problemsOf(document);
  }

  async function actionsAt(document: vscode.TextDocument, word: string, kind?: string) {
    const start = document.positionAt(document.getText().indexOf(word));
    let actions: vscode.CodeAction[] = [];
    // VS Code gives up a question when another extension begins to answer such questions meanwhile.
    for (let tries = 0; tries < 20 && !actions.some(isOurs); tries++) {
      if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 100));
      actions = await ask(document, start, word.length, kind);
    }
    return actions;
  }

  const isOurs = ({ title }: vscode.CodeAction) =>
    /^(?:Replace|Fix all|Open in reference)/.test(title);

  function ask(
    document: vscode.TextDocument,
    start: vscode.Position,
    length: number,
    kind: string | undefined,
  ) {
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(start, start.translate(0, length)),
      kind,
    );
  }

  /** Does what a click on an action does. */
  async function take(actions: readonly vscode.CodeAction[], title: string | RegExp) {
    const action = actions.find((each) =>
      typeof title === 'string' ? each.title === title : title.test(each.title),
    );
    assert.ok(
      action !== undefined,
      `${String(title)} in ${actions.map((a) => a.title).join(', ')}`,
    );
    if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
    if (action.command !== undefined)
      await vscode.commands.executeCommand(
        action.command.command,
        ...((action.command.arguments ?? []) as unknown[]),
      );
  }

  it('report a discouraged form with its reason and authority, and replace it', async () => {
    const document = await write('They met in Kiev. "In Kiev," he said.\n');
    const [problem] = await untilProblems(document, 1);
    assert.strictEqual(problem?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(problem?.message ?? '', /The Russian-based form/);
    assert.strictEqual(document.getText(problem?.range), 'Kiev');
    const code = problem?.code as { readonly target: vscode.Uri };
    assert.match(code.target.scheme, /^https?$/);
    await take(await actionsAt(document, 'Kiev'), 'Replace with “Kyiv”');
    assert.strictEqual(document.getText(), 'They met in Kyiv. "In Kiev," he said.\n');
    await untilProblems(document, 0);
  });

  it('replace every one in a file', async () => {
    const document = await write("Kiev's trams.\n\nThe Ukraine. KIEV.\n\n> Kiev\n");
    await untilProblems(document, 3);
    await take(await actionsAt(document, 'Kiev'), 'Fix all 3 in this file');
    assert.strictEqual(document.getText(), "Kyiv's trams.\n\nUkraine. KYIV.\n\n> Kiev\n");
  });

  it('replace every one when VS Code fixes all', async () => {
    const document = await write('Kiev and Kharkov.\n');
    await untilProblems(document, 2);
    await take(await actionsAt(document, 'Kiev', 'source.fixAll'), 'Fix all discouraged forms');
    assert.strictEqual(document.getText(), 'Kyiv and Kharkiv.\n');
  });

  it('ignore a form here, and report it again when asked', async () => {
    const document = await write('Kiev here.\n\nKiev there.\n');
    await untilProblems(document, 2);
    await take(await actionsAt(document, 'Kiev'), 'Ignore “Kiev” here');
    const [left] = await untilProblems(document, 1);
    assert.strictEqual(left?.range.start.line, 2);
    assert.strictEqual(document.getText(), 'Kiev here.\n\nKiev there.\n');
    await vscode.commands.executeCommand('aideMemoire.reportIgnored');
    await untilProblems(document, 2);
  });

  it('ignore a form in the workspace', async () => {
    const document = await write('Kiev here.\n\nKiev and Kharkov there.\n');
    await untilProblems(document, 3);
    await take(await actionsAt(document, 'Kiev'), 'Ignore “Kiev” in this workspace');
    const [left] = await untilProblems(document, 1);
    assert.strictEqual(document.getText(left?.range), 'Kharkov');
    assert.deepEqual(configuration().get('checks.ignored'), ['Kiev']);
  });

  it('offer to write an abbreviation out, or to say what it is', async () => {
    const document = await write('NATO met. NATO spoke.\n');
    const [problem] = await untilProblems(document, 1);
    assert.strictEqual(problem?.severity, vscode.DiagnosticSeverity.Information);
    await take(await actionsAt(document, 'NATO'), /^Add what it is/);
    assert.match(document.getText(), /^NATO \(alliance of 32 states[^)]+\) met\. NATO spoke\.\n$/);
    await untilProblems(document, 0);
  });

  it('show what is recorded where a date differs', async () => {
    const document = await write('The Budapest Memorandum was signed on 5 December 1995.\n');
    const [problem] = await untilProblems(document, 1);
    assert.strictEqual(document.getText(problem?.range), '5 December 1995');
    assert.match(problem?.message ?? '', /signed: 5 December 1994 \(as of /);
  });

  it('are off where their settings say so, and in code', async () => {
    const code = await write('# Kiev', 'python');
    const set = (value: string | undefined) =>
      configuration().update('checks.discouragedForm', value, vscode.ConfigurationTarget.Global);
    await set('off');
    const document = await write('Kiev and NATO.\n');
    await untilProblems(document, 1);
    await set('hint');
    const [first] = await untilProblems(document, 2);
    assert.strictEqual(first?.severity, vscode.DiagnosticSeverity.Hint);
    await set(undefined);
    assert.deepEqual(problemsOf(code), []);
  });
});
