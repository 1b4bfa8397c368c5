import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

export interface WorkspaceCopy {
  readonly folder: string;
  dispose(): Promise<void>;
}

/** Gives a host a folder that it may write to. One that does not exist is taken for empty. */
export async function copyWorkspace(source: string): Promise<WorkspaceCopy> {
  const parent = await fs.mkdtemp(path.join(os.tmpdir(), 'vscode-workspace-'));
  // The name of the folder is what the workbench shows.
  const folder = path.join(parent, path.basename(source));
  await fs.mkdir(folder);
  try {
    await fs.cp(source, folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error;
    }
  }
  return { folder, dispose: () => fs.rm(parent, { recursive: true, force: true, maxRetries: 5 }) };
}
