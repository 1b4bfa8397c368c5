import { assert } from 'chai';
import * as vscode from 'vscode';
import { openAtCursor, openProduct } from './product';

/** What VS Code offers of the product's, with the text that each would replace. */
async function completionsAt(
  text: string,
  language: string,
  trigger?: string,
): Promise<readonly (readonly [string, string])[]> {
  const { document, position } = await openAtCursor(text, language);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    ...[document.uri, position, trigger, 1],
  );
  return items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Reference)
    .map(({ insertText, range }): readonly [string, string] => {
      const replaced = range instanceof vscode.Range ? range : range?.inserting;
      return [String(insertText), document.getText(replaced)];
    });
}

describe('completion', () => {
  before(openProduct);

  it('offers terms in prose', async () => {
    const found = await completionsAt('Talk of a reassurance fo|', 'markdown');
    assert.deepInclude(found, ['reassurance force', 'reassurance fo']);
  });

  it('offers the form to be preferred for a discouraged one', async () => {
    assert.deepInclude(await completionsAt('in Kie|', 'plaintext'), ['Kyiv', 'Kie']);
  });

  it('gives its own order, misspellings last', async () => {
    const { document, position } = await openAtCursor('They met in Kie|', 'plaintext');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      ...[document.uri, position],
    );
    const texts = items
      .filter(({ kind }) => kind === vscode.CompletionItemKind.Reference)
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map(({ insertText }) => insertText);
    assert.strictEqual(texts[0], 'Kyiv');
    assert.strictEqual(texts.at(-1), 'Keir Starmer');
  });

  it('is silent in code, but for [[', async () => {
    assert.deepEqual(await completionsAt('# Budapest Mem|', 'python'), []);
    const called = await completionsAt('# [[Budapest Mem|]]', 'python', '[');
    assert.deepInclude(called, ['Budapest Memorandum', '[[Budapest Mem]]']);
    // Before a letter is typed the list opens, or none would open where VS Code asks at no letter.
    const before = await completionsAt('# [[|]]', 'python', '[');
    assert.deepInclude(before, ['Article 5', '[[]]']);
  });

  /** A document to type in, and whether a request at its end is answered. */
  async function typing(language: string) {
    const document = await vscode.workspace.openTextDocument({ content: '', language });
    const end = () => document.positionAt(document.getText().length);
    return {
      type: async (text: string): Promise<void> => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, end(), text);
        await vscode.workspace.applyEdit(edit);
      },
      isAnswered: async (): Promise<boolean> => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          ...[document.uri, end()],
        );
        return items.some(({ insertText }) => insertText === 'reassurance force');
      },
    };
  }

  it('keeps quiet while people type, unless the setting says otherwise', async () => {
    const { type, isAnswered } = await typing('plaintext');
    const settings = vscode.workspace.getConfiguration('aideMemoire');
    try {
      await type('a reassurance f');
      assert.strictEqual(await isAnswered(), false);
      await type('o');
      assert.strictEqual(await isAnswered(), false);
      await settings.update('completion.asYouType', true, true);
      await type('r');
      assert.strictEqual(await isAnswered(), true);
    } finally {
      await settings.update('completion.asYouType', undefined, true);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('answers who asks, at once where VS Code has asked already or asks nothing', async () => {
    const plain = await typing('plaintext');
    await plain.type('a reassurance f');
    assert.strictEqual(await plain.isAnswered(), false);
    assert.strictEqual(await plain.isAnswered(), true);
    await plain.type('o');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.strictEqual(await plain.isAnswered(), true);
    const markdown = await typing('markdown');
    await markdown.type('a reassurance f');
    assert.strictEqual(await markdown.isAnswered(), true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('explains what it offers', async () => {
    const { document, position } = await openAtCursor('a reassurance for|');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      ...[document.uri, position, undefined, 100],
    );
    const item = items.find(({ insertText }) => insertText === 'reassurance force');
    const { documentation } = item ?? {};
    const card = documentation instanceof vscode.MarkdownString ? documentation.value : '';
    assert.match(card, /^\*\*Reassurance force\*\*/);
    assert.match(card, /As of \d/);
  });

  it('is off where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('aideMemoire');
    await settings.update('completion.enabled', false, true);
    try {
      assert.deepEqual(await completionsAt('a reassurance fo|', 'markdown'), []);
    } finally {
      await settings.update('completion.enabled', undefined, true);
    }
  });
});
