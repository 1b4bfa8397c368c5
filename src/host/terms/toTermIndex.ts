import type * as vscode from 'vscode';
import type { Pack } from '../../core/packs/pack';
import { createPlainTermIndex } from '../../core/terms/plainTermIndex';
import type { TermIndex } from '../../core/terms/termIndex';

/** The index over the terms of all packs. Labels that no text can match go to the log. */
export function toTermIndex(packs: readonly Pack[], log: vscode.LogOutputChannel): TermIndex {
  const { index, unusable } = createPlainTermIndex(packs.flatMap((pack) => pack.terms));
  for (const { entryId, message } of unusable) log.warn(`${entryId}: ${message}`);
  return index;
}
