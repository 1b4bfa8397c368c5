import type * as vscode from 'vscode';
import { activate as activateShared, type ExtensionApi } from './extension';

/** In a Node host the build turns these imports into ones of the files beside this one's. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateShared(context, {
    reading: () => import('./reading'),
    citing: () => import('./citing'),
  });
}
