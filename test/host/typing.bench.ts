import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { megabyteOfMarkdown } from '../bench/typedMarkdown';
import { openProduct } from './product';

describe('a megabyte of Markdown', () => {
  let product: ExtensionApi;
  before(async () => {
    product = await openProduct();
    // A window's first seconds pass before somebody opens so long a file.
    await new Promise((resolve) => setTimeout(resolve, 5000));
  });

  it('is marked where it can be seen', async function () {
    this.timeout(120_000);
    const times: number[] = [];
    for (let run = 0; run < 9; run++) {
      const document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: megabyteOfMarkdown,
      });
      const marked = new Promise<number>((resolve) => {
        const listener = vscode.window.onDidChangeVisibleTextEditors((editors) => {
          const editor = editors.find((each) => each.document === document);
          if (editor === undefined) return;
          listener.dispose();
          const start = performance.now();
          const look = (): void => {
            if (product.marks(editor).length > 0) resolve(performance.now() - start);
            else setTimeout(look, 0);
          };
          look();
        });
      });
      await vscode.window.showTextDocument(document);
      times.push(await marked);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    const [first = NaN, ...next] = times;
    const median = next.sort((a, b) => a - b)[next.length / 2] ?? NaN;
    console.log(`visible part marked after ${first.toFixed(0)} ms the first time in a window,`);
    console.log(
      `then after ${median.toFixed(0)} ms, median of ${String(next.length)} (at most 50 ms)`,
    );
  });
});
