import * as vscode from 'vscode';
import type { PackProblem } from '../../core/packs/pack';
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

/** A larger file, in bytes, is no writer's work; parsing it would hold everything up. */
const largestFile = 5_000_000;

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
      const { files, tooLarge } = await readFiles(folder);
      if (!files.some((file) => file.path === 'pack.yaml')) continue;
      // Most workspaces have no pack of their own, and then the YAML parser is never loaded.
      const { parsePack } = await import('../../core/packs/parsePack');
      const { pack, problems } = parsePack(name, files);
      log.info(`Pack “${name}” of the workspace: ${String(problems.length)} problems.`);
      packs.push({ folder, pack, problems: [...problems, ...tooLarge] });
    }
  }
  return packs;
}

interface FolderContent {
  readonly files: readonly PackFile[];
  readonly tooLarge: readonly PackProblem[];
}

/** A pack is two levels deep. Deeper folders, and links that lead round in circles, are not followed. */
async function readFiles(folder: vscode.Uri, prefix = ''): Promise<FolderContent> {
  const files: PackFile[] = [];
  const tooLarge: PackProblem[] = [];
  for (const [name, type] of await listFolder(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const path = prefix + name;
    if ((type & vscode.FileType.Directory) !== 0) {
      if (prefix !== '') continue;
      const inner = await readFiles(uri, `${name}/`);
      files.push(...inner.files);
      tooLarge.push(...inner.tooLarge);
    } else if (packFilePattern.test(name)) {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largestFile) {
        const message = 'The file is larger than 5 MB and is not read. Split it into several.';
        tooLarge.push({ file: path, line: 1, message });
      } else {
        const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        files.push({ path, text });
      }
    }
  }
  return { files, tooLarge };
}

async function listFolder(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
