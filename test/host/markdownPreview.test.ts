import { assert } from 'chai';
import * as vscode from 'vscode';
import { openAtCursor, openProduct } from './product';

/** What VS Code's own Markdown renderer makes of a text, in the words and marks that matter here. */
async function rendered(text: string): Promise<string> {
  const { document } = await openAtCursor(text);
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

describe('the preview of Markdown', () => {
  before(async () => {
    await openProduct();
    // The first rendering loads what reads the packs' Markdown.
    await rendered('NATO');
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  after(() =>
    vscode.workspace.getConfiguration('aideMemoire').update('preview.mentions', undefined, true),
  );

  it('explains the first mention of a term', async () => {
    const html = await rendered(
      'A *reassurance force* is no NATO force. Another reassurance force.',
    );
    assert.match(
      html,
      /<em><dfn class="aide-memoire-term" tabindex="0" title="Reassurance force: [^"]+ \(as of \d[^"]*\)">reassurance force<\/dfn><\/em>/,
    );
    assert.strictEqual(html.match(/<dfn/g)?.length, 1);
    assert.match(
      html,
      /<abbr class="aide-memoire-term"[^>]*title="North Atlantic Treaty Organization: /,
    );
  });

  it('leaves code, links and addresses alone', async () => {
    const html = await rendered(
      '`NATO` and [NATO](https://nato.int) and <https://x.org/NATO>\n\n```\nNATO\n```\n',
    );
    assert.notMatch(html, /aide-memoire-term/);
  });

  it('explains every mention, or none, where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('aideMemoire');
    await settings.update('preview.mentions', 'every', true);
    assert.strictEqual((await rendered('NATO, NATO')).match(/<abbr/g)?.length, 2);
    await settings.update('preview.mentions', 'none', true);
    assert.notMatch(await rendered('NATO, NATO'), /<abbr/);
  });
});
