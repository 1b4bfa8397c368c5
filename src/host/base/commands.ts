import * as vscode from 'vscode';

/** An error whose message is a sentence for the user. */
export class UserError extends Error {}

/**
 * Registers a command whose failure reaches the user as a sentence and the log with its stack.
 *
 * @param handler Gets the command's arguments as they come: anything may call a command.
 */
export function registerCommand(
  id: string,
  log: vscode.LogOutputChannel,
  handler: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await handler(...args);
    } catch (error) {
      showError(error, log);
      return undefined;
    }
  });
}

/** Shows what went wrong as a sentence, without waiting for anybody to read it, and logs its stack. */
export function showError(error: unknown, log: vscode.LogOutputChannel): void {
  log.error(error instanceof Error ? error : String(error));
  const message =
    error instanceof UserError
      ? error.message
      : vscode.l10n.t(
          'Aide-Mémoire could not do that. The output channel “Aide-Mémoire” says why.',
        );
  void vscode.window.showErrorMessage(message);
}
