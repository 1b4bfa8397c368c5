import * as vscode from 'vscode';
import type { PackProblem } from '../../core/packs/pack';
import type { PackFile } from '../../core/packs/packFile';
import type { ParsedPack } from '../../core/packs/parsePack';
import type { LazyModules } from '../base/lazyModules';

/** A pack that stands in a workspace, with what is wrong in its files. */
export interface WorkspacePack extends ParsedPack {
  readonly folder: vscode.Uri;
}

/** Folder of a workspace whose folders are packs. */
const packsFolder = '.aide-memoire';

/** Files that packs are made of; anything else in a pack's folder, an editor's hidden files too, is not read. */
const packFilePattern = /^[^.].*\.(?:ya?ml|json|md)$/i;

/** A larger file, in bytes, is no writer's work; parsing it would hold everything up. */
const largestFile = 500_000;

/** Reads every folder of `.aide-memoire`, in every folder of the workspace, that holds a file of a pack. */
export async function readWorkspacePacks(
  modules: LazyModules,
  log: vscode.LogOutputChannel,
): Promise<readonly WorkspacePack[]> {
  const packs: WorkspacePack[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = vscode.Uri.joinPath(uri, packsFolder);
    for (const [name, type] of await listFolder(root)) {
      if ((type & vscode.FileType.Directory) === 0) continue;
      const folder = vscode.Uri.joinPath(root, name);
      const { files, unread } = await readFiles(folder);
      if (files.length + unread.length === 0) continue;
      // Most workspaces have no pack of their own, and then the YAML parser is never loaded.
      const { parsePack } = await modules.reading();
      const { pack, problems } = parsePack(name, files);
      log.info(`Pack “${name}” of the workspace: ${String(problems.length)} problems.`);
      packs.push({ folder, pack, problems: [...problems, ...unread] });
    }
  }
  return packs;
}

interface FolderContent {
  readonly files: readonly PackFile[];
  readonly unread: readonly PackProblem[];
}

/** A pack is two levels deep. Deeper folders, and links that lead round in circles, are not followed. */
async function readFiles(folder: vscode.Uri, prefix = ''): Promise<FolderContent> {
  const files: PackFile[] = [];
  const unread: PackProblem[] = [];
  for (const [name, type] of await listFolder(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const path = prefix + name;
    if ((type & vscode.FileType.Directory) !== 0) {
      if (prefix !== '') continue;
      const inner = await readFiles(uri, `${name}/`);
      files.push(...inner.files);
      unread.push(...inner.unread);
    } else if (packFilePattern.test(name)) {
      const read = await readPackFile(uri, path);
      if ('text' in read) files.push(read);
      else unread.push(read);
    }
  }
  return { files, unread };
}

async function readPackFile(uri: vscode.Uri, path: string): Promise<PackFile | PackProblem> {
  const problem = (message: string): PackProblem => ({ file: path, line: 1, message });
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) {
      return problem(
        vscode.l10n.t('The file is larger than 500 KB and is not read. Split it into several.'),
      );
    }
    return { path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    // A link that leads nowhere, or a file that may not be read, loses only itself.
    return problem(
      vscode.l10n.t(
        'The file cannot be read: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}

async function listFolder(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
