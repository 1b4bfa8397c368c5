import { assert } from 'chai';
import * as vscode from 'vscode';
import { openDraft, openProduct, packId, until } from './product';

const sourceId = `${packId}/source/tass-2025-09-05`;
const charter = `${packId}/source/un-charter`;

describe('citing', () => {
  before(openProduct);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const folder = () => {
    const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(uri !== undefined);
    return uri;
  };
  const insert = (target: unknown) =>
    vscode.commands.executeCommand('aideMemoire.insertCitation', target);
  const write = (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const read = async (uri: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  /** Not awaited: the message stays until somebody closes it. */
  async function writeBibliography(uri: vscode.Uri, isDone: (text: string) => boolean) {
    void vscode.commands.executeCommand('aideMemoire.writeBibliography');
    for (let tries = 0; tries < 250; tries++) {
      const text = await read(uri).catch(() => '');
      if (isDone(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return assert.fail(`${uri.toString()} holds ${await read(uri).catch(String)}`);
  }

  const formats: readonly (readonly [language: string, expected: RegExp])[] = [
    [
      'markdown',
      /^So he said\.\[\^tass-2025-09-05\]\n\n\[\^tass-2025-09-05\]: .+2025, September 5.+\n$/,
    ],
    ['latex', /^So he said\. \\cite\{tass-2025-09-05\}$/],
    ['plaintext', /^So he said, according to TASS, 5 September 2025\.$/],
  ];
  for (const [language, expected] of formats) {
    it(`suits ${language}`, async () => {
      const { document } = await openDraft('So he said.', language);
      await insert(sourceId);
      assert.match(document.getText(), expected);
    });
  }

  it('follows the setting', async () => {
    const configuration = vscode.workspace.getConfiguration('aideMemoire');
    await configuration.update('citation.format', 'chicago', vscode.ConfigurationTarget.Global);
    const { document } = await openDraft('So he said. ');
    await insert(sourceId);
    await configuration.update('citation.format', undefined, vscode.ConfigurationTarget.Global);
    assert.match(document.getText(), /^So he said\. TASS\. 2025\. “.+September 5/);
  });

  it('cites what a statement in the panel rests on', async () => {
    const { document } = await openDraft('---\nbibliography: a.bib\n---\na');
    await insert({ webviewSection: 'statement', sources: [charter, 'nonsense', 42] });
    assert.match(document.getText(), /^a \[@un-charter\]$/m);
  });

  it('writes a bibliography, keeps it, and leaves what others wrote in it', async () => {
    const [draft, bib] = ['cited.md', 'cited.bib'].map((name) =>
      vscode.Uri.joinPath(folder(), name),
    ) as [vscode.Uri, vscode.Uri];
    const mine = '@book{mine,\n  title = {Mine},\n}\n';
    await write(draft, '---\ntitle: a\n---\nSo [@un-charter].\n');
    await write(bib, mine);
    const document = await vscode.workspace.openTextDocument(draft);
    const editor = await vscode.window.showTextDocument(document);
    const first = await writeBibliography(bib, (text) => text.includes('un-charter'));
    assert.ok(first.startsWith(mine), first);
    assert.match(first, /@\w+\{un-charter,\n/);

    const configuration = vscode.workspace.getConfiguration('aideMemoire');
    await configuration.update('citation.format', 'pandoc', vscode.ConfigurationTarget.Global);
    editor.selection = new vscode.Selection(3, 2, 3, 2);
    await insert(sourceId);
    await configuration.update('citation.format', undefined, vscode.ConfigurationTarget.Global);
    assert.match(document.getText(), /^So \[@tass-2025-09-05\] \[@un-charter\]\.$/m);
    const second = await read(bib);
    assert.ok(second.startsWith(mine) && second.includes('@article{tass-2025-09-05,'), second);

    // Another program has spoiled the file: it is left as it is.
    await write(bib, '@book{broken,\n');
    void vscode.commands.executeCommand('aideMemoire.writeBibliography');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.strictEqual(await read(bib), '@book{broken,\n');
    await vscode.workspace.fs.delete(draft);
    await vscode.workspace.fs.delete(bib);
  });

  it('writes through the editor that has the bibliography open, with what is not saved in it', async () => {
    const [draft, bib] = ['open.md', 'open.bib'].map((name) =>
      vscode.Uri.joinPath(folder(), name),
    ) as [vscode.Uri, vscode.Uri];
    await write(draft, 'So [@un-charter].\n');
    await write(bib, '');
    const opened = await vscode.workspace.openTextDocument(bib);
    const editor = await vscode.window.showTextDocument(opened);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '% not saved\n');
    });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft));
    void vscode.commands.executeCommand('aideMemoire.writeBibliography');
    await until('the open bibliography is written', () => opened.getText().includes('un-charter'));
    assert.ok(opened.getText().startsWith('% not saved\n'));
    assert.strictEqual(opened.isDirty, true);
    assert.strictEqual(await read(bib), '');
    await vscode.window.showTextDocument(opened);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(draft);
    await vscode.workspace.fs.delete(bib);
  });
});
