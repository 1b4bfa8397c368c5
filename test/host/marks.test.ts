import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { openAtCursor, openDraft, openProduct, until } from './product';

describe('marks', () => {
  let product: ExtensionApi;
  before(async () => {
    product = await openProduct();
  });
  afterEach(async () => {
    await setMentions(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const setMentions = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('aideMemoire')
      .update('marks.mentions', value, vscode.ConfigurationTarget.Global);

  async function show(text: string, language?: string): Promise<vscode.TextEditor> {
    const { document } = await openAtCursor(text, language);
    return vscode.window.showTextDocument(document);
  }

  const marked = (editor: vscode.TextEditor) =>
    product.marks(editor).map((range) => editor.document.getText(range));

  /** Waits until what is marked is this. */
  async function assertMarks(editor: vscode.TextEditor, expected: readonly string[]) {
    const isSo = () => JSON.stringify(marked(editor)) === JSON.stringify(expected);
    await until(`${JSON.stringify(expected)} is marked`, isSo).catch((error: unknown) => {
      assert.deepEqual(marked(editor), expected, String(error));
    });
  }

  it('are under the first mention of each term, in prose alone', async () => {
    const editor = await show(
      '---\ntitle: OSCE\n---\n`OSCE` and NATO, then NATO; [the UN Charter](https://nato.int/OSCE).\n',
    );
    await assertMarks(editor, ['NATO', 'UN Charter']);
  });

  it('are under every mention, or under none, where the setting says so', async () => {
    const editor = await show('NATO, then NATO again.');
    await assertMarks(editor, ['NATO']);
    await setMentions('every');
    await assertMarks(editor, ['NATO', 'NATO']);
    await setMentions('none');
    await assertMarks(editor, []);
  });

  it('follow what is written', async () => {
    const editor = await openDraft('Nothing.\n\nNATO.\n');
    await assertMarks(editor, ['NATO']);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'The UN Charter. NATO! ');
    });
    await assertMarks(editor, ['UN Charter', 'NATO']);
    assert.strictEqual(product.marks(editor)[1]?.start.line, 0);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '```\n');
    });
    await assertMarks(editor, []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const languages: readonly (readonly [
    language: string,
    text: string,
    expected: readonly string[],
  ])[] = [
    ['plaintext', 'NATO at https://nato.int/OSCE\n', ['NATO']],
    ['latex', '\\cite{NATO} % OSCE\nthe \\emph{UN Charter}', ['UN Charter']],
    ['html', '<p title="NATO">OSCE</p><!-- UN Charter -->', ['OSCE']],
    ['restructuredtext', '``NATO`` and OSCE\n', ['OSCE']],
    ['git-commit', 'Name NATO\n\n# OSCE', ['NATO']],
  ];
  for (const [language, text, expected] of languages) {
    it(`know the syntax of ${language}`, async () => {
      await assertMarks(await show(text, language), expected);
    });
  }

  it('are not made in code', async () => {
    const [code, prose] = [await show('# NATO', 'python'), await show('NATO')];
    await assertMarks(prose, ['NATO']);
    assert.deepEqual(marked(code), []);
  });

  it('stay out of the way of a line of three megabytes, and of lone surrogates', async function () {
    this.timeout(30_000);
    const editor = await show(`NATO \ud800 ${'words and NATO '.repeat(200_000)}`, 'plaintext');
    await assertMarks(editor, ['NATO']);
  });
});
