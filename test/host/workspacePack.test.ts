import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { hoverAt, openAtCursor, openProduct, until } from './product';

const files: Readonly<Record<string, string>> = {
  'pack.yaml':
    'title: Bridges\nlang: en\nasOf: 2026-01-01\nkinds:\n  - { id: part, one: Part, many: Parts }\n',
  'terms/parts.yaml': `- id: voussoir
  kind: part
  prefLabel: { en: Voussoir }
  definition: A stone of an arch. <img src=x onerror=alert(1)> [run](command:workbench.action.quit)
  asOf: 2026-01-01
`,
  'terms/broken.yaml': '- id: x\n  kind: [\n',
};

describe('a pack in the workspace', () => {
  let api: ExtensionApi;
  let folder: vscode.Uri;
  before(async () => {
    api = await openProduct();
    const workspace = vscode.workspace.workspaceFolders?.[0];
    assert.ok(workspace !== undefined);
    folder = vscode.Uri.joinPath(workspace.uri, '.aide-memoire', 'bridges');
  });

  it('is read when it appears, with its broken file reported and everything else at work', async () => {
    for (const [path, text] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, path),
        new TextEncoder().encode(text),
      );
    }
    await until(
      'the term is there',
      () => api.library().entry('bridges/term/voussoir') !== undefined,
    );
    const broken = vscode.Uri.joinPath(folder, 'terms/broken.yaml');
    const [diagnostic] = vscode.languages.getDiagnostics(broken);
    assert.ok(diagnostic?.message.includes('not valid YAML'), diagnostic?.message);
    assert.strictEqual(diagnostic?.range.start.line, 2);
  });

  it('shows its hostile text as text', async () => {
    const { document, position } = await openAtCursor('a vous|soir');
    const hover = await hoverAt(document, position);
    assert.ok(hover?.text.includes('&lt;img src=x'), hover?.text);
    assert.ok(!/\]\(command:workbench/.test(hover?.text ?? ''), hover?.text);
  });

  it('is gone when its folder is deleted', async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until(
      'the term is gone',
      () => api.library().entry('bridges/term/voussoir') === undefined,
    );
    assert.deepStrictEqual(
      vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'terms/broken.yaml')),
      [],
    );
  });
});
