import * as vscode from 'vscode';
import { activate as activateShared, type ExtensionApi } from './extension';
import { lazy } from './host/base/lazy';

/** A web worker host loads one file of an extension; further ones are read and evaluated as that one was. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const load = <Module>(file: string): (() => Promise<Module>) =>
    lazy(async () => {
      const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', file);
      const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const module = { exports: {} };

      const run = new Function('module', 'exports', `${code}\n//# sourceURL=${uri.toString()}`);
      run(module, module.exports);
      return module.exports as Module;
    });
  return activateShared(context, { reading: load('reading.js'), citing: load('citing.js') });
}
