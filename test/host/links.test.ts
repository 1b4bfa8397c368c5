import { assert } from 'chai';
import * as vscode from 'vscode';
import { openAtCursor, openProduct, packId } from './product';

describe('links', () => {
  before(openProduct);

  async function definitionAt(text: string, language?: string): Promise<vscode.LocationLink[]> {
    const { document, position } = await openAtCursor(text, language);
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    return found.filter(({ targetUri }) => targetUri.scheme === 'aide-memoire');
  }

  it('lead from a term in prose to its entry as text', async () => {
    const [link] = await definitionAt('Talk of a reass|urance force grew.');
    assert.ok(link !== undefined);
    const { start, end } = link.originSelectionRange ?? new vscode.Range(0, 0, 0, 0);
    assert.deepEqual([start.character, end.character], [10, 27]);
    const entry = await vscode.workspace.openTextDocument(link.targetUri);
    assert.match(entry.getText(), /^Reassurance force\n\n[A-Z][^\n]+\. As of \d[^\n]+\.\n\n/);
    assert.match(entry.getText(), /Sources:\n- /);
  });

  it('lead nowhere from code, and from words that are no term', async () => {
    assert.deepEqual(await definitionAt('# a reass|urance force', 'python'), []);
    assert.deepEqual(await definitionAt('nothing he|re'), []);
  });

  it('find every mention of a term, in the document and in the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'draft.md'));
    const { document, position } = await openAtCursor(
      'NA|TO, then\nthe North Atlantic Treaty Organization, anatomy.',
    );
    const [entry] = await definitionAt('NA|TO');
    assert.ok(entry !== undefined);
    await vscode.workspace.openTextDocument(entry.targetUri);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    const here = found.filter(({ uri }) => uri.toString() === document.uri.toString());
    assert.deepEqual(
      here.map(({ range }) => [range.start.line, range.start.character, range.end.character]),
      [
        [0, 0, 4],
        [1, 4, 38],
      ],
    );
    const elsewhere = found.find(({ uri }) => uri.path.endsWith('/draft.md'));
    assert.ok(elsewhere !== undefined, 'draft.md mentions NATO');
    const draft = await vscode.workspace.openTextDocument(elsewhere.uri);
    assert.strictEqual(draft.getText(elsewhere.range), 'NATO');
    const isPage = found.some(({ uri }) => uri.scheme === entry.targetUri.scheme);
    assert.isFalse(isPage, 'the page of the entry is no draft');
  });

  it('open entries from addresses in a document', async () => {
    const { document } = await openAtCursor(
      `NATO (vscode://aide-memoire.aide-memoire/entry/${packId}/term/nato#a), vscode://aide-memoire.aide-memoire/other`,
      'plaintext',
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const ours = links.filter(({ target }) => target?.scheme === 'command');
    assert.strictEqual(ours.length, 1);
    assert.include(decodeURIComponent(ours[0]?.target?.query ?? ''), `${packId}/term/nato`);
  });
});
