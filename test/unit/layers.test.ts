import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, relative, sep } from 'node:path';

const src = join(__dirname, '..', '..', 'src');

/** What each layer may import: layers and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [
    ...[
      'core',
      'd3-time',
      'edtf',
      'markdown-it',
      'minisearch',
      'yaml',
      'style-chicago',
      '@vscode/l10n',
    ],
    ...['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-csl'],
  ],
  protocol: ['protocol', 'core'],
  panel: ['panel', 'protocol', 'core'],
  host: ['host', 'protocol', 'core', 'vscode', 'markdown-it', '@vscode/l10n'],
};

describe('layers', () => {
  for (const [layer, targets] of Object.entries(allowed)) {
    it(`${layer} imports only ${targets.join(', ')}`, () => {
      const files = (readdirSync(join(src, layer), { recursive: true }) as string[]).filter(
        (file) => /\.ts$/.test(file),
      );
      assert.ok(files.length > 0);
      for (const file of files) {
        for (const target of importsOf(join(src, layer, file))) {
          assert.ok(targets.includes(target), `${layer}${sep}${file} imports ${target}`);
        }
      }
    });
  }

  it('core loads without a host', () => {
    const load = createRequire(__filename);
    const files = (readdirSync(join(src, 'core'), { recursive: true }) as string[]).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
    );
    for (const file of files) assert.doesNotThrow(() => void load(join(src, 'core', file)));
  });
});

/** Layers and packages that a file imports, types included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [
    ...text.matchAll(/\b(?:from\s+|import\s+|import\(|require\()['"]([^'"\n]+)['"]/g),
  ].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? (relative(src, normalize(join(dirname(file), specifier))).split(sep)[0] ?? '')
      : specifier.startsWith('@')
        ? specifier
        : (specifier.split('/')[0] ?? ''),
  );
}
