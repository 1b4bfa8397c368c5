import { assert } from 'chai';
import * as vscode from 'vscode';
import type { OutlineNode } from '../../src/core/outline/outline';
import type { ExtensionApi } from '../../src/extension';
import { openProduct } from './product';

describe('sidebar', () => {
  let api: ExtensionApi;
  before(async () => {
    api = await openProduct();
  });

  async function childrenOf(node?: OutlineNode): Promise<readonly OutlineNode[]> {
    return (await api.outline.getChildren(node)) ?? [];
  }

  it('has topics, glossary, timeline, polls, pledges and sources', async () => {
    assert.deepStrictEqual(
      (await childrenOf()).map((node) => node.label),
      ['Topics', 'Glossary', 'Timeline', 'Opinion polls', 'Who pledged what', 'Sources'],
    );
  });

  it('has ten topics in named groups, each with sections and terms', async () => {
    const [topics] = await childrenOf();
    const groups = await childrenOf(topics);
    assert.ok(groups.length > 1);
    const all = (await Promise.all(groups.map(childrenOf))).flat();
    assert.strictEqual(all.length, 10);
    for (const topic of all) {
      const children = await childrenOf(topic);
      assert.ok(
        children.some((child) => child.anchor !== undefined),
        topic.label,
      );
      assert.ok(
        children.some((child) => child.entryId?.includes('/term/')),
        topic.label,
      );
    }
  });

  it('gives every node an icon of the product’s set, a name for screen readers, and a tooltip on demand', async () => {
    const visit = async (node: OutlineNode): Promise<void> => {
      const item = await api.outline.getTreeItem(node);
      assert.ok(item.iconPath instanceof vscode.ThemeIcon);
      assert.ok((item.accessibilityInformation?.label ?? '').length > 0);
      for (const child of await childrenOf(node)) {
        assert.strictEqual(await api.outline.getParent?.(child), node);
        await visit(child);
      }
    };
    for (const root of await childrenOf()) await visit(root);
    const [, glossary] = await childrenOf();
    const [kind] = await childrenOf(glossary);
    const [term] = await childrenOf(kind);
    assert.ok(term !== undefined);
    const item = await api.outline.getTreeItem(term);
    const token = new vscode.CancellationTokenSource().token;
    const resolved = await api.outline.resolveTreeItem?.(item, term, token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    assert.ok(resolved.tooltip.value.includes('As of'));
  });

  it('opens in the activity bar', async () => {
    await vscode.commands.executeCommand('aideMemoire.outline.focus');
  });
});
