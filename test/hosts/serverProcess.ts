import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

const running = new Set<ChildProcess>();
let watchingForEnd = false;

/**
 * Starts a server in a process group of its own, so that its children can be ended with it, and ends the whole
 * group when this process ends, in whatever way short of SIGKILL.
 */
export function startServerProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  endServersWithThisProcess();
  const child = spawn(command, args, {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Asks the group to end, then makes it, and resolves when the server is gone. */
export async function endServerProcess(child: ChildProcess): Promise<void> {
  if (!running.has(child)) {
    return;
  }
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  signalGroup(child, 'SIGTERM');
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await closed;
  clearTimeout(impatience);
  // Children of the server may outlive it for a moment, or hang.
  signalGroup(child, 'SIGKILL');
}

function endServersWithThisProcess(): void {
  if (watchingForEnd) {
    return;
  }
  watchingForEnd = true;
  process.once('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
  // Without a handler these end the process without 'exit'. The codes are the shell's: 128 + signal.
  const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => process.exit(code));
  }
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: nobody is left in the group. macOS says EPERM while the last one is going.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') {
      throw error;
    }
  }
}
