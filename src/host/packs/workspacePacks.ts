import * as vscode from 'vscode';
import type { PackFile } from '../../core/packs/packFile';
import type { ParsedPack } from '../../core/packs/parsePack';

/** A pack that stands in a workspace, with what is wrong in its files. */
export interface WorkspacePack extends ParsedPack {
  readonly folder: vscode.Uri;
}

/** Folder of a workspace whose folders are packs. */
const packsFolder = '.aide-memoire';

/** Files that packs are made of; anything else in a pack's folder is not read. */
const packFilePattern = /\.(?:ya?ml|json|md)$/;

/** Reads every folder of `.aide-memoire` in every folder of the workspace that has a `pack.yaml`. */
export async function readWorkspacePacks(
  log: vscode.LogOutputChannel,
): Promise<readonly WorkspacePack[]> {
  const packs: WorkspacePack[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = vscode.Uri.joinPath(uri, packsFolder);
    for (const [name, type] of await listFolder(root)) {
      if ((type & vscode.FileType.Directory) === 0) continue;
      const folder = vscode.Uri.joinPath(root, name);
      const files = await readFiles(folder, '');
      if (!files.some((file) => file.path === 'pack.yaml')) continue;
      // Most workspaces have no pack of their own, and then the YAML parser is never loaded.
      const { parsePack } = await import('../../core/packs/parsePack');
      const parsed = parsePack(name, files);
      log.info(`Pack “${name}” of the workspace: ${String(parsed.problems.length)} problems.`);
      packs.push({ folder, ...parsed });
    }
  }
  return packs;
}

async function readFiles(folder: vscode.Uri, prefix: string): Promise<readonly PackFile[]> {
  const files: PackFile[] = [];
  for (const [name, type] of await listFolder(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if ((type & vscode.FileType.Directory) !== 0) {
      // A pack is two levels deep. Deeper folders, and links that lead round in circles, are not followed.
      if (prefix === '') files.push(...(await readFiles(uri, `${name}/`)));
    } else if (packFilePattern.test(name)) {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      files.push({ path: prefix + name, text });
    }
  }
  return files;
}

async function listFolder(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
