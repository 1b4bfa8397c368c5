import { type Browser, chromium } from 'playwright-core';
import { installBrowser } from './install';

/** Starts a headless Chromium that asks nothing of the network by itself. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await installBrowser();
  return chromium.launch({
    executablePath: executable,
    env: { ...definedEnvironment(), ...env },
    args: [
      // Chromium refuses its sandbox to root and in most containers. All it loads here is our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
