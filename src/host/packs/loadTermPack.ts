import * as vscode from 'vscode';
import type { Pack } from '../../core/packs/pack';
import type { TermPack } from '../../core/terms/termPack';
import { loadTermPack as termPackOfBuffer } from '../../core/terms/termPackBuffer';
import { termPackBuilder } from '../../core/terms/termPackBuilder';

/** How long, in milliseconds, building may hold the extension host at a time. */
const slice = 8;

/**
 * The index over a pack's labels: as the build saved it, or else built now, a little at a time.
 *
 * @param saved Where the build put it, if the pack is a shipped one.
 */
export async function loadTermPack(
  pack: Pack,
  saved: vscode.Uri | undefined,
  log: vscode.LogOutputChannel,
): Promise<TermPack> {
  const loaded = saved === undefined ? undefined : await readSaved(pack, saved, log);
  return loaded ?? buildInSlices(pack, log);
}

async function readSaved(
  pack: Pack,
  saved: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<TermPack | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(saved);
    // A copy of its own: the index wants a buffer that begins where the file does.
    return termPackOfBuffer(Uint8Array.from(bytes).buffer, pack.terms);
  } catch (error) {
    log.warn(`The index of “${pack.id}” cannot be read, so it is built again: ${String(error)}`);
    return undefined;
  }
}

async function buildInSlices(pack: Pack, log: vscode.LogOutputChannel): Promise<TermPack> {
  const work = termPackBuilder(pack.terms, () => performance.now());
  for (;;) {
    const built = work.step(slice);
    if (built !== undefined) {
      for (const { entryId, message } of built.unusable) log.warn(`${entryId}: ${message}`);
      return built.pack;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
