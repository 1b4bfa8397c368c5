import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { isEntryId, type LinkTarget } from '../../core/packs/entryId';
import type { Entry } from '../../core/packs/pack';
import { citationText } from '../../core/render/citationText';
import { registerCommand, UserError } from '../base/commands';
import { toDisposable } from '../base/dispose';
import { commandIds } from '../base/ids';
import { entryUri } from '../links/entryLinks';
import type { PackStore } from '../packs/packStore';
import type { ReferencePanel } from '../panel/referencePanel';

/** Commands on one entry. They take its id and an anchor, or a node of the sidebar, which has both. */
export function registerEntryCommands(
  store: PackStore,
  panel: ReferencePanel,
  markdown: () => Promise<MarkdownIt>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const find = (args: readonly unknown[]): { entry: Entry; target: LinkTarget } => {
    const target = toTarget(args);
    const entry = target === undefined ? undefined : store.library.entry(target.entryId);
    if (target !== undefined && entry !== undefined) return { entry, target };
    throw new UserError(
      'The reference has no such entry. Search for it with “Aide-Mémoire: Search…”.',
    );
  };
  return toDisposable(
    registerCommand(commandIds.openEntry, log, (...args) => panel.show(find(args).target)),
    registerCommand(commandIds.openEntryToSide, log, (...args) =>
      panel.show(find(args).target, true),
    ),
    registerCommand(commandIds.copyLink, log, async (...args) => {
      const { entryId, anchor } = find(args).target;
      await vscode.env.clipboard.writeText(entryUri(entryId, anchor).toString());
    }),
    registerCommand(commandIds.copyCitation, log, async (...args) => {
      const text = citationText(store.library, await markdown(), find(args).entry);
      await vscode.env.clipboard.writeText(text);
    }),
    registerCommand(commandIds.showReference, log, async () => {
      const first = store.library.packs[0]?.topics[0];
      const target = panel.shown ?? (first === undefined ? undefined : { entryId: first.id });
      if (target === undefined) throw new UserError('The reference is empty: no pack is loaded.');
      await panel.show(target);
    }),
    registerCommand(commandIds.goBack, log, () => panel.goBack()),
    registerCommand(commandIds.goForward, log, () => panel.goForward()),
  );
}

function toTarget([first, second]: readonly unknown[]): LinkTarget | undefined {
  const { entryId, anchor } =
    typeof first === 'object' && first !== null
      ? (first as { entryId?: unknown; anchor?: unknown })
      : { entryId: first, anchor: second };
  if (!isEntryId(entryId)) return undefined;
  return typeof anchor === 'string' ? { entryId, anchor } : { entryId };
}
