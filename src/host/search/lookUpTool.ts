import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { EntrySearch } from '../../core/search/searchEntries';
import { toolNames } from '../base/ids';
import type { LazyModules } from '../base/lazyModules';
import type { PackStore } from '../packs/packStore';

/** What VS Code has for tools of language models, from 1.95 on: newer than the oldest that this product runs in. */
interface ToolApi {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: {
        prepareInvocation(options: { readonly input: unknown }): { invocationMessage: string };
        invoke(options: { readonly input: unknown }): Promise<unknown>;
      },
    ): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** Lets an assistant in the editor look terms and questions up, so that it answers with dates and sources. */
export function registerLookUpTool(
  store: PackStore,
  search: () => Promise<EntrySearch>,
  modules: LazyModules,
  markdown: () => Promise<MarkdownIt>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const none = new vscode.Disposable(() => undefined);
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as ToolApi;
  if (
    lm?.registerTool === undefined ||
    LanguageModelToolResult === undefined ||
    LanguageModelTextPart === undefined
  ) {
    return none;
  }
  try {
    return lm.registerTool(toolNames.lookUp, {
      prepareInvocation: ({ input }) => ({
        invocationMessage: vscode.l10n.t('Looking up “{0}” in the reference', queryOf(input)),
      }),
      invoke: async ({ input }) => {
        const { lookUp } = await modules.reading();
        const text = lookUp(store.library, await search(), await markdown(), queryOf(input));
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    });
  } catch (error) {
    // In the versions in which tools were a proposal, asking for them throws.
    log.info(`Assistants cannot look things up in this version of VS Code: ${String(error)}`);
    return none;
  }
}

/** What to look up: an assistant may send anything. */
function queryOf(input: unknown): string {
  const query =
    typeof input === 'object' && input !== null ? (input as { query?: unknown }).query : '';
  return typeof query === 'string' ? query : '';
}
