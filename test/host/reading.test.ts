import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { openDraft, openProduct, packId, until } from './product';

const run = (command: string, ...args: readonly unknown[]) =>
  vscode.commands.executeCommand(`aideMemoire.${command}`, ...args);

describe('reading', () => {
  let api: ExtensionApi;
  before(async () => {
    api = await openProduct();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const statement = {
    webviewSection: 'statement',
    entryId: `${packId}/topic/security-guarantees`,
    text: 'Guarantees *begin* after a ceasefire.',
    sources: [`${packId}/source/paris-declaration-2026`],
  };

  it('has pages for timeline, polls and pledges', async () => {
    for (const kind of ['timeline', 'polls', 'pledges']) {
      await run('openEntry', `${packId}/overview/${kind}`);
      assert.strictEqual(api.shown()?.entryId, `${packId}/overview/${kind}`);
    }
  });

  it('copies a section as Markdown with its sources', async () => {
    const entryId = `${packId}/topic/security-guarantees`;
    await run('copySection', { entryId, anchor: 'what-is-disputed' });
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^## What is disputed\n/);
    assert.match(text, /\[\^([\w-]+)\][^:][^]*\n\[\^\1\]: /);
    assert.notMatch(text, /\[@|\]\(term\//);
  });

  it('copies a statement with its citation', async () => {
    await run('copyStatement', statement);
    assert.match(
      await vscode.env.clipboard.readText(),
      /^Guarantees \\\*begin\\\* after a ceasefire\.\[\^paris-declaration-2026\]\n\n\[\^paris-declaration-2026\]: .*Paris Declaration.*\n$/,
    );
  });

  const inserted: readonly (readonly [string, RegExp])[] = [
    [
      'markdown',
      /^Guarantees \\\*begin\\\* after a ceasefire\.\[\^paris-declaration-2026\]\n\n\[\^paris-declaration-2026\]: .*Paris Declaration/,
    ],
    ['latex', /^Guarantees \*begin\* after a ceasefire \\cite\{paris-declaration-2026\}\.$/],
    ['plaintext', /^Guarantees \*begin\* after a ceasefire \(.*, 6 January 2026\)\.$/],
  ];
  for (const [language, expected] of inserted) {
    it(`inserts a statement with its citation into ${language}`, async () => {
      const editor = await openDraft('', language);
      await run('insertStatement', statement);
      assert.match(editor.document.getText(), expected);
    });
  }

  it('inserts each source with the sentence that rests on it', async () => {
    const editor = await openDraft('', 'plaintext');
    const sources = [`${packId}/source/paris-declaration-2026`, `${packId}/source/un-charter`];
    const citations = [
      { at: 4, sources: sources.slice(0, 1) },
      { at: 12, sources: sources.slice(1) },
    ];
    await run('insertStatement', { ...statement, text: 'Here. Before.', sources, citations });
    assert.match(
      editor.document.getText(),
      /^Here \([^()]+, 6 January 2026\)\. Before \([^()]+\)\.$/,
    );
  });

  it('inserts nothing for what is no statement', async () => {
    const editor = await openDraft('As it was.');
    await run('insertStatement', { entryId: 'x', text: 7 });
    assert.strictEqual(editor.document.getText(), 'As it was.');
  });

  it('writes a topic as a file without scripts', async () => {
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse('untitled:x'),
      'saved.html',
    );
    await run('saveAsHtml', `${packId}/topic/international-law`, uri);
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    await vscode.workspace.fs.delete(uri);
    assert.include(html, '<h1>International law</h1>');
    assert.notMatch(html, /<script|data-entry/);
  });

  it('opens a sample to try it on', async () => {
    await run('openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.strictEqual(document?.languageId, 'markdown');
    assert.include(document?.getText() ?? '', 'reassurance force');
    await run('openSample');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('opens the reference for a term that is selected, or lies around the selection', async () => {
    const editor = await openDraft('They cite the UN Charter here.');
    const select = (from: number, to: number): void => {
      editor.selection = new vscode.Selection(0, from, 0, to);
    };
    select(14, 24);
    await run('openSelection');
    assert.strictEqual(api.shown()?.entryId, `${packId}/term/un-charter`);
    await run('openEntry', `${packId}/topic/international-law`);
    select(17, 24);
    await run('openSelection');
    assert.strictEqual(api.shown()?.entryId, `${packId}/term/un-charter`);
    await run('openEntry', `${packId}/topic/international-law`);
    select(0, 24);
    await run('openSelection');
    assert.strictEqual(api.shown()?.entryId, `${packId}/topic/international-law`);
  });

  it('shows the term at the cursor while its view is open, and stays at it when pinned', async () => {
    const editor = await openDraft('The UN Charter and the Budapest Memorandum.');
    assert.strictEqual(api.shownAtCursor(), undefined);
    await vscode.commands.executeCommand('aideMemoire.cursor.focus');
    await vscode.window.showTextDocument(editor.document);
    const goTo = (column: number): void => {
      const at = new vscode.Position(0, column);
      const active = vscode.window.activeTextEditor;
      if (active !== undefined) active.selection = new vscode.Selection(at, at);
    };
    goTo(6);
    await until(
      'the Charter is on show',
      () => api.shownAtCursor() === `${packId}/term/un-charter`,
    );
    goTo(16);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.strictEqual(api.shownAtCursor(), `${packId}/term/un-charter`, 'no term: it stays');
    await run('pinCursorView');
    goTo(26);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.strictEqual(api.shownAtCursor(), `${packId}/term/un-charter`, 'pinned: it stays');
    await run('unpinCursorView');
    await until(
      'the Memorandum is on show',
      () => api.shownAtCursor() === `${packId}/term/budapest-memorandum`,
    );
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until('a hidden view shows nothing', () => api.shownAtCursor() === undefined);
  });
});
