import { join } from 'node:path';
import { readDraft, type Draft } from '../../../src/core/drafts/draft';
import { createLibrary, type Library } from '../../../src/core/packs/library';
import { markdownProse } from '../../../src/core/prose/markdownProse';
import { markupProse } from '../../../src/core/prose/markupProse';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { runToEnd } from '../../../src/core/terms/steps';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { parsePack } from '../../../src/core/packs/parsePack';
import { readPackFiles } from '../../../build';

const packId = 'foreign-troops-in-ukraine';
const prose = markdownProse();

/** The library of the shipped pack. */
export function shippedLibrary(): Library {
  const folder = join(__dirname, '..', '..', '..', 'resources', 'packs', packId);
  const { pack } = parsePack(packId, readPackFiles(folder));
  if (pack === undefined) throw new Error(`${packId} cannot be read`);
  return createLibrary([pack], createTermIndex([buildTermPack(pack.terms).pack]));
}

/** A document as the product reads it. */
export function draftOf(library: Library, text: string, language = 'markdown'): Draft {
  const reader = language === 'markdown' ? prose : markupProse(language);
  return runToEnd(readDraft({ terms: library.terms, prose: reader }, text));
}
