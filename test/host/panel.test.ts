import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { openAtCursor, openProduct, packId, until } from './product';

const topicId = `${packId}/topic/security-guarantees`;
const termId = `${packId}/term/reassurance-force`;

describe('reference panel', () => {
  let api: ExtensionApi;
  before(async () => {
    api = await openProduct();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  function panelTabs(): readonly vscode.Tab[] {
    return vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        (tab) =>
          tab.input instanceof vscode.TabInputWebview &&
          tab.input.viewType.includes('aideMemoire.reference'),
      );
  }

  it('opens beside the text and leaves the cursor where it is', async () => {
    const { document, position } = await openAtCursor('One two th|ree');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('aideMemoire.openEntry', topicId);
    await until('the panel is open', () => panelTabs().length === 1);
    assert.strictEqual(vscode.window.activeTextEditor?.document, document);
    assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(position));
    assert.strictEqual(panelTabs()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    await until(
      'the panel has the topic’s name',
      () => panelTabs()[0]?.label === 'Security guarantees',
    );
  });

  it('is one panel for every entry, with a way back and forward', async () => {
    await vscode.commands.executeCommand('aideMemoire.openEntry', topicId);
    await vscode.commands.executeCommand('aideMemoire.openEntry', termId);
    await until('the panel is open', () => panelTabs().length > 0);
    assert.strictEqual(panelTabs().length, 1);
    assert.strictEqual(api.shown()?.entryId, termId);
    await vscode.commands.executeCommand('aideMemoire.goBack');
    assert.strictEqual(api.shown()?.entryId, topicId);
    await vscode.commands.executeCommand('aideMemoire.goForward');
    assert.strictEqual(api.shown()?.entryId, termId);
    await vscode.commands.executeCommand('aideMemoire.goForward');
    assert.strictEqual(api.shown()?.entryId, termId);
  });

  it('opens where the setting says', async () => {
    const configuration = vscode.workspace.getConfiguration('aideMemoire');
    try {
      await configuration.update('panel.location', 'active', vscode.ConfigurationTarget.Global);
      const { document } = await openAtCursor('|');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('aideMemoire.openEntry', topicId);
      await until('the panel is open', () => panelTabs().length === 1);
      assert.strictEqual(panelTabs()[0]?.group.viewColumn, vscode.ViewColumn.One);
    } finally {
      await configuration.update('panel.location', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  for (const args of [[], ['nonsense'], [`${packId}/term/no-such-term`], [{}], [null], [42, {}]]) {
    it(`opens nothing for ${JSON.stringify(args)}, and throws nothing`, async () => {
      const before = api.shown();
      await vscode.commands.executeCommand('aideMemoire.openEntry', ...args);
      assert.deepStrictEqual(api.shown(), before);
      assert.strictEqual(panelTabs().length, 0);
    });
  }
});

describe('search', () => {
  let api: ExtensionApi;
  before(async () => {
    api = await openProduct();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [query, expected] of [
    ['reasurance forc', termId],
    ['Статут ООН', `${packId}/term/un-charter`],
    ['security guarantees', topicId],
  ] as const) {
    it(`opens ${expected} for “${query}” at the Enter key`, async () => {
      await vscode.commands.executeCommand('aideMemoire.search', query);
      // The list comes a moment after the field; accepting an empty list does nothing.
      await until('the hit is open', () => {
        void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return api.shown()?.entryId === expected;
      });
    });
  }
});

describe('commands', () => {
  before(openProduct);

  it('are all there', async () => {
    const all = await vscode.commands.getCommands(true);
    const names = [
      'search',
      'showReference',
      'openEntry',
      'openEntryToSide',
      'copyLink',
      'copyCitation',
      'goBack',
      'goForward',
    ];
    for (const name of names) assert.ok(all.includes(`aideMemoire.${name}`), name);
  });
});
