import { assert } from 'chai';
import * as vscode from 'vscode';
import { hoverAt, openAtCursor, openProduct, until } from './product';

describe('hover', () => {
  before(openProduct);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Text with `|` where the mouse rests; what the hover covers; its heading. */
  const hits: readonly (readonly [string, string, string])[] = [
    ['Talk of a re|assurance force grew.', 'reassurance force', 'Reassurance force'],
    ['The UN Char|ter bars it.', 'UN Charter', 'Charter of the United Nations'],
    ['За Стату|том ООН', 'Статутом ООН', 'Charter of the United Nations'],
    [
      'Die Char|ta der Vereinten Nationen gilt.',
      'Charta der Vereinten Nationen',
      'Charter of the United Nations',
    ],
    ['no security gu|arantees yet', 'security guarantees', 'Security guarantee'],
    ['in NA|TO’s view', 'NATO’s', 'North Atlantic Treaty Organization'],
    ['the NATO–Rus|sia Council', 'NATO–Russia Council', 'NATO-Russia Council'],
    ['the NATO-Rus|sia Council', 'NATO-Russia Council', 'NATO-Russia Council'],
    ['the NATO\u00a0Rus|sia Council', 'NATO\u00a0Russia Council', 'NATO-Russia Council'],
    [
      'the coalition of the\nwil|ling met with Ukraine',
      'coalition of the\nwilling',
      'Coalition of the Willing',
    ],
    [
      '> the coalition of the\r\n> wil|ling met with Ukraine',
      'coalition of the\r\n> willing',
      'Coalition of the Willing',
    ],
    [
      'the MULTINATIONAL FORCE UK|RAINE',
      'MULTINATIONAL FORCE UKRAINE',
      'Multinational Force Ukraine',
    ],
  ];
  for (const [text, hit, title] of hits) {
    it(`explains “${hit}”`, async () => {
      const { document, position } = await openAtCursor(text);
      const hover = await hoverAt(document, position);
      assert.ok(
        hover !== undefined,
        `${document.getText()} ${String(document.offsetAt(position))}`,
      );
      assert.strictEqual(hover.hit.replace(/\r\n/g, '\n'), hit.replace(/\r\n/g, '\n'));
      const shown = hover.text.replace(/\\/g, '');
      assert.ok(shown.startsWith(`**${title}** · `), shown);
      assert.ok(/As of \d/.test(shown), shown);
    });
  }

  for (const text of ['the an|atomy of it', 'nothing he|re', '|', 'reassurance force |']) {
    it(`says nothing in “${text}”`, async () => {
      const { document, position } = await openAtCursor(text);
      assert.strictEqual(await hoverAt(document, position), undefined);
    });
  }

  it('may run the one command that opens an entry, and no other', async () => {
    const { document, position } = await openAtCursor('a re|assurance force');
    const hover = await hoverAt(document, position);
    assert.deepStrictEqual(hover?.contents.isTrusted, {
      enabledCommands: ['aideMemoire.openEntry'],
    });
    assert.notStrictEqual(hover?.contents.supportHtml, true);
  });

  for (const language of ['plaintext', 'python', 'latex', 'json', 'html', 'git-commit']) {
    it(`works in ${language}`, async () => {
      const { document, position } = await openAtCursor('a re|assurance force', language);
      assert.ok((await hoverAt(document, position)) !== undefined);
    });
  }

  it('works in an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'a reassurance force' });
    assert.strictEqual(document.uri.scheme, 'untitled');
    assert.ok((await hoverAt(document, new vscode.Position(0, 5))) !== undefined);
  });

  it('works in a file of the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder !== undefined);
    const uri = vscode.Uri.joinPath(folder.uri, 'draft.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const offset = document.getText().search(/reassurance force/i);
    assert.ok(offset >= 0);
    assert.ok((await hoverAt(document, document.positionAt(offset + 3))) !== undefined);
  });

  it('works in a cell of a notebook', async () => {
    const cell = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Markup,
      'a reassurance force',
      'markdown',
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    const document = notebook.cellAt(0).document;
    assert.ok((await hoverAt(document, new vscode.Position(0, 5))) !== undefined);
  });

  it('works where a commit message is written', async () => {
    const control = vscode.scm.createSourceControl('sample', 'Sample');
    try {
      control.inputBox.value = 'a reassurance force';
      await vscode.commands.executeCommand('workbench.view.scm');
      const find = (): vscode.TextDocument | undefined =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-scm');
      await until('the input is a document', () => find()?.getText() === 'a reassurance force');
      const document = find();
      assert.ok(document !== undefined);
      assert.ok((await hoverAt(document, new vscode.Position(0, 5))) !== undefined);
    } finally {
      control.dispose();
    }
  });

  it('works in an output channel', async () => {
    const channel = vscode.window.createOutputChannel('Aide-Mémoire test');
    try {
      channel.appendLine('a reassurance force');
      channel.show(true);
      const find = (): vscode.TextDocument | undefined =>
        vscode.workspace.textDocuments.find(
          ({ uri }) => uri.scheme === 'output' && uri.path.includes('test'),
        );
      await until('the output is a document', () => find() !== undefined);
      const document = find();
      assert.ok(document !== undefined);
      // A host without VS Code's native log module, such as the newest here, never writes the channel's text.
      if (document.getText() === '') assert.ok(vscode.languages.match('*', document) > 0);
      else assert.ok((await hoverAt(document, new vscode.Position(0, 5))) !== undefined);
    } finally {
      channel.dispose();
    }
  });

  it('is silent where a setting says so', async () => {
    const { document, position } = await openAtCursor('a re|assurance force', 'plaintext');
    const configuration = vscode.workspace.getConfiguration('aideMemoire');
    const { Global } = vscode.ConfigurationTarget;
    try {
      await configuration.update('hover.excludedLanguages', ['plaintext'], Global);
      assert.strictEqual(await hoverAt(document, position), undefined);
      await configuration.update('hover.excludedLanguages', undefined, Global);
      await configuration.update('hover.enabled', false, Global);
      assert.strictEqual(await hoverAt(document, position), undefined);
    } finally {
      await configuration.update('hover.enabled', undefined, Global);
      await configuration.update('hover.excludedLanguages', undefined, Global);
    }
    assert.ok((await hoverAt(document, position)) !== undefined);
  });
});
