import { assert } from 'chai';
import * as vscode from 'vscode';
import type { UsedTerm } from '../../src/core/drafts/usedTerms';
import type { ExtensionApi } from '../../src/extension';
import { openAtCursor, openDraft, openProduct, until } from './product';

describe('in this document', () => {
  let product: ExtensionApi;
  before(async () => {
    product = await openProduct();
    await vscode.commands.executeCommand('aideMemoire.document.focus');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const terms = async () => (await product.documentView.getChildren()) ?? [];
  const rows = async () => {
    const items = await Promise.all((await terms()).map((term) => itemOf(term)));
    return items.map(({ label, description }) => [label, description]);
  };
  const itemOf = async (term: UsedTerm) => product.documentView.getTreeItem(term);

  async function untilRows(expected: readonly (readonly string[])[]) {
    for (let tries = 0; tries < 200; tries++) {
      if (JSON.stringify(await rows()) === JSON.stringify(expected)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(await rows(), expected as unknown[]);
  }

  const text = 'The UN Charter. NATO spoke of peacekeepers, then NATO of the UN Charter.\n';

  it('are the terms, with counts and what to look at, in order of appearance or by name', async () => {
    await openDraft(text);
    const charter: string[] = ['Charter of the United Nations', '2'];
    const nato: string[] = ['North Atlantic Treaty Organization', '2 · not explained'];
    const peace: string[] = ['Peacekeeping', '1 · out of date · contested'];
    await untilRows([charter, nato, peace]);
    await vscode.commands.executeCommand('aideMemoire.sortByName');
    await untilRows(
      [...[charter, nato, peace]].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    );
    await vscode.commands.executeCommand('aideMemoire.sortByAppearance');
    await untilRows([charter, nato, peace]);
  });

  it('lead to the next mention, and around', async () => {
    const editor = await openDraft(text);
    await until('NATO is listed', () => product.marks(editor).length > 0);
    const go = async () => {
      const nato = (await terms()).find(({ entryId }) => entryId.endsWith('/nato'));
      const item = nato === undefined ? undefined : await itemOf(nato);
      await vscode.commands.executeCommand(
        item?.command?.command ?? '',
        ...((item?.command?.arguments ?? []) as unknown[]),
      );
      return editor.selection.start.character;
    };
    assert.deepEqual([await go(), await go(), await go()], [16, 49, 16]);
  });

  it('follow what is written', async () => {
    const editor = await openDraft('NATO.\n');
    await untilRows([['North Atlantic Treaty Organization', '1 · not explained']]);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'The North Atlantic Treaty Organization is ');
    });
    await untilRows([['North Atlantic Treaty Organization', '2']]);
  });

  it('are written up in a brief', async () => {
    await openDraft(text);
    await vscode.commands.executeCommand('aideMemoire.brief');
    const { document } = vscode.window.activeTextEditor ?? {};
    const written = document?.getText() ?? '';
    assert.strictEqual(document?.isUntitled, true);
    const headings = [...written.matchAll(/^#+ (.*)$/gm)].map((match) => match[1]);
    assert.deepEqual(headings.slice(1), [
      'Look at these',
      'Glossary',
      'Timeline',
      'Sources to cite',
      'Related, and not in the text',
    ]);
    assert.match(written, /- \*\*Peacekeeping\*\*: out of date, contested/);
    assert.match(written, /- \*\*North Atlantic Treaty Organization\*\*: Alliance of 32 states/);
    assert.match(written, /- \*\*\d+ \w+ \d{4}:\*\* /);
  });

  it('stay while a panel beside the document has the focus', async () => {
    const editor = await openDraft('NATO.\n');
    const row = [['North Atlantic Treaty Organization', '1 · not explained']];
    await untilRows(row);
    const panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.Beside);
    await until('the panel has the focus', () => vscode.window.activeTextEditor === undefined);
    await untilRows(row);
    assert.ok(vscode.window.visibleTextEditors.includes(editor));
    panel.dispose();
    await vscode.window.showTextDocument(editor.document);
  });

  it('are none where the editor shows code', async () => {
    await openDraft('# NATO', 'python');
    await untilRows([]);
  });
});

describe('a document that is too long', () => {
  before(openProduct);

  it('is left alone, and shown without marks and problems', async function () {
    this.timeout(60_000);
    const product = await openProduct();
    const { document } = await openAtCursor(
      `NATO and Kiev ${'words '.repeat(900_000)}`,
      'plaintext',
    );
    const editor = await vscode.window.showTextDocument(document);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(product.marks(editor), []);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
