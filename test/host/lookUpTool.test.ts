import { assert } from 'chai';
import * as vscode from 'vscode';
import { openProduct } from './product';

interface Tools {
  readonly tools?: readonly { readonly name: string }[];
  invokeTool?(
    name: string,
    options: { readonly input: unknown; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly { readonly value?: string }[] }>;
}

describe('the tool for assistants', () => {
  before(openProduct);

  it('answers with text, date and sources, or is not there where VS Code knows no tools', async () => {
    const { lm } = vscode as unknown as { readonly lm?: Tools };
    if (vscode.version.startsWith('1.91.')) {
      // Tools are a proposal there, which extensions may not use; the product starts without.
      assert.strictEqual(Reflect.has(vscode, 'LanguageModelToolResult'), false);
      return;
    }
    assert.ok(lm !== undefined);
    assert.include(
      (lm.tools ?? []).map(({ name }) => name),
      'aideMemoire_lookUp',
    );
    const ask = async (input: unknown): Promise<string> => {
      const answer = await lm.invokeTool?.('aideMemoire_lookUp', {
        input,
        toolInvocationToken: undefined,
      });
      return answer?.content.map(({ value }) => value ?? '').join('') ?? '';
    };
    const text = await ask({ query: 'reassurance force' });
    assert.match(text, /^Reassurance force\n/);
    assert.match(text, /As of \d/);
    assert.match(text, /Sources:\n- [^\n]+https?:\/\//);
    assert.match(await ask({ query: 'qqqqqq zzzzzz' }), /has nothing on/);
    assert.match(await ask({}), /has nothing on/);
  });
});
