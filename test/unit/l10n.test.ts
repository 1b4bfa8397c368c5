import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');
const languages = ['de', 'fr', 'uk'];

type Bundle = Readonly<Record<string, string>>;

function readBundle(...path: readonly string[]): Bundle {
  const file = join(root, ...path);
  assert.ok(existsSync(file), `${path.join('/')} is missing`);
  return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
}

/** The messages of the code, and calls that show somebody a text that is none. */
function readMessages(): {
  readonly messages: readonly string[];
  readonly bare: readonly string[];
} {
  const messages = new Set<string>();
  const bare: string[] = [];
  const files = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const file of files) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        const name = node.expression.getText(source);
        const [first] = node.arguments ?? [];
        const isText =
          first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first));
        if (/(?:^|\.)t$/.test(name) && first !== undefined) {
          assert.ok(
            ts.isStringLiteralLike(first),
            `${file}: ${first.getText(source)} is no literal`,
          );
          messages.add(first.text);
        } else if (/^UserError$|\.show(?:Error|Warning|Information)Message$/.test(name) && isText) {
          bare.push(`${file}: ${first.getText(source)}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { messages: [...messages].sort(), bare };
}

function placeholders(message: string): readonly string[] {
  return [...new Set(message.match(/\{\d+\}/g) ?? [])].sort();
}

/** Targets of links, code and icons: what a translation must leave as it is. */
function fixedParts(message: string): readonly string[] {
  return (message.match(/\]\([^)]*\)|`[^`]+`|\$\([a-z-]+\)/g) ?? []).sort();
}

describe('translations', () => {
  const { messages, bare } = readMessages();
  const english = readBundle('package.nls.json');

  it('find every sentence that the code shows as a message', () => {
    assert.deepEqual(bare, []);
    assert.ok(messages.length > 150);
  });

  for (const language of languages) {
    it(`into ${language} have every message of the code, and no other`, () => {
      const bundle = readBundle('l10n', `bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), messages);
      for (const [message, translated] of Object.entries(bundle)) {
        assert.notEqual(translated.trim(), '', message);
        assert.deepEqual(placeholders(translated), placeholders(message), message);
      }
      assert.equal(bundle['en'], language);
    });

    it(`into ${language} have every text of package.json, and no other`, () => {
      const bundle = readBundle(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), Object.keys(english).sort());
      for (const [key, translated] of Object.entries(bundle)) {
        assert.notEqual(translated.trim(), '', key);
        assert.deepEqual(fixedParts(translated), fixedParts(english[key] ?? ''), key);
      }
    });
  }
});
