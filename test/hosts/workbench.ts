import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from './chromium';
import { startCodeServer } from './codeServer';
import { repositoryFolder, sampleWorkspace } from './repository';
import { copyWorkspace } from './workspaceCopy';

/** Every built-in theme kind, with the class that the workbench wears when the theme is on. */
export const themeClasses = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
} as const;

export type Theme = keyof typeof themeClasses;

/** The same themes as the list of themes names them. */
const themeLabels: Readonly<Record<Theme, string>> = {
  'Default Light Modern': 'Light Modern',
  'Default Dark Modern': 'Dark Modern',
  'Default High Contrast': 'Dark High Contrast',
  'Default High Contrast Light': 'Light High Contrast',
};

export interface WorkbenchOptions {
  /** The packaged extension, installed as a user would install it. */
  readonly vsix: string;
  readonly theme?: Theme;
  /** The display language. By default English. */
  readonly language?: string;
  /** Copied first, so that a test may write. By default the sample workspace. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Open the folder in Restricted Mode. */
  readonly restricted?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** Where `screenshot` writes. */
  readonly screenshotFolder?: string;
}

const defaultTheme: Theme = 'Default Light Modern';
const timeout = 20_000;

/** Starts the newest host with the extension installed, and opens its workbench in a browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const copy = await copyWorkspace(options.folder ?? sampleWorkspace);
  const cleanUp: (() => Promise<void>)[] = [() => copy.dispose()];
  try {
    const theme = options.theme ?? defaultTheme;
    const server = await startCodeServer({
      vsix: options.vsix,
      payload: false,
      workspaceTrust: options.restricted ?? false,
      settings: settingsFor(theme, options.settings),
      ...(options.language === undefined ? {} : { language: options.language }),
    });
    cleanUp.unshift(() => server.dispose());
    const browser = await launchBrowser();
    cleanUp.unshift(() => browser.close());
    const page = await newPage(browser, options);
    await page.goto(server.workbenchUrl(copy.folder));
    const workbench = new Workbench(page, copy.folder, options, cleanUp);
    await workbench.whenReady(theme);
    return workbench;
  } catch (error) {
    await disposeAll(cleanUp);
    throw error;
  }
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The workbench in a browser page, by what a person sees in it. */
export class Workbench {
  /** For what is not covered here. */
  readonly page: Page;
  /** The copy of the workspace that is open. */
  readonly folder: string;
  readonly #options: WorkbenchOptions;
  readonly #cleanUp: readonly (() => Promise<void>)[];

  constructor(
    page: Page,
    folder: string,
    options: WorkbenchOptions,
    cleanUp: readonly (() => Promise<void>)[],
  ) {
    this.page = page;
    this.folder = folder;
    this.#options = options;
    this.#cleanUp = cleanUp;
  }

  /** Waits until the workbench stands, in `theme` if one is given. */
  async whenReady(theme?: Theme): Promise<void> {
    const themeClass = theme === undefined ? '' : `.${themeClasses[theme]}`;
    await this.page.locator(`.monaco-workbench${themeClass}`).first().waitFor({ timeout: 60_000 });
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
  }

  /**
   * Picks another theme, which is much quicker than another workbench. The workbench reads `settings.json` only when
   * it starts, so this goes by its own list; the keyboard stays where the list leaves it.
   */
  async setTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const label = themeLabels[theme];
    await this.page.locator('.quick-input-widget input.input').fill(label);
    await this.quickPickRow(label).first().click({ timeout });
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout });
    await this.whenReady(theme);
  }

  /** @param title As the palette shows it, category included: `View: Close All Editors`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickPickRow(title).first();
    const deadline = Date.now() + timeout;
    for (;;) {
      await this.page.keyboard.press('F1');
      const input = this.page.locator('.quick-input-widget input.input');
      // The key is lost while a menu closes or a webview takes the focus; then it is pressed again.
      if ((await appears(input, 2000)) && (await isFilled(input, `>${title}`))) {
        // A command of an extension that is still being scanned comes only with the next opening.
        if (await appears(row, 2000)) {
          await row.click();
          return;
        }
      }
      await this.page.keyboard.press('Escape');
      if (Date.now() > deadline) {
        throw new Error(`The command palette has no "${title}".`);
      }
    }
  }

  /** The quick pick's rows whose label is `label`. */
  quickPickRow(label: string): Locator {
    return this.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
  }

  /** Shows a view container by the name on its icon in the activity bar. */
  async openSidebar(title: string): Promise<void> {
    const tab = this.page
      .locator('.part.activitybar .action-item')
      .filter({ has: this.page.locator(`[aria-label^="${title}"]`) });
    await tab.first().waitFor({ timeout });
    const isOpen = (await tab.first().getAttribute('aria-expanded')) === 'true';
    if (!isOpen) {
      await tab.first().click();
    }
    await this.page
      .locator('.part.sidebar .composite.title h2')
      .filter({ hasText: new RegExp(`^${escapeRegExp(title)}`, 'i') })
      .waitFor({ timeout });
  }

  /** The rows of the sidebar's trees whose label is `label`; the description beside it does not count. */
  treeRow(label: string): Locator {
    return this.page
      .locator('.part.sidebar .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
  }

  /** @param name A file of the workspace, by its path from there. */
  async openFile(name: string): Promise<void> {
    const input = await this.#openList('ControlOrMeta+KeyP');
    await input.fill(name);
    const row = this.page.locator('.quick-input-widget .monaco-list-row').filter({
      has: this.page.locator('.label-name').getByText(path.posix.basename(name), { exact: true }),
    });
    await row.first().click({ timeout });
    await this.page
      .locator(
        `.editor-instance .monaco-editor[data-uri$="${name}"] .view-line, .notebookOverlay .cell`,
      )
      .first()
      .waitFor({ timeout });
  }

  /** Scrolls the first group's editor to a line and column, counted from 1, and gives it the keyboard. */
  async goToLine(line: number, column = 1): Promise<void> {
    const input = await this.#openList('Control+Digit1', 'Control+KeyG');
    await input.fill(`:${String(line)}:${String(column)}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout });
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout });
  }

  /** Presses the keys that open a list. They are lost while another closes or a webview takes the focus: then again. */
  async #openList(...keys: readonly string[]): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget input.input');
    const deadline = Date.now() + timeout;
    do {
      for (const key of keys) await this.page.keyboard.press(key);
    } while (!(await appears(input, 2000)) && Date.now() < deadline);
    return input;
  }

  /**
   * Rests the mouse on `text`, which must be on screen, on one line of an editor.
   *
   * @param says What the card must say: in a window that has just opened, other extensions may answer first.
   * @returns The card that shows.
   */
  async hoverText(text: string, says = 'Open in reference'): Promise<Locator> {
    const deadline = Date.now() + timeout;
    const card = this.page.locator('.monaco-editor .monaco-hover:not(.hidden)').first();
    for (;;) {
      const { x, y } = await this.#placeOf(text, deadline);
      // A hover opens when the mouse moves into the text, not when it is there already.
      await this.page.mouse.move(x - 40, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      if (await appears(card.getByText(says), 5000)) {
        return card;
      }
      if (Date.now() > deadline) {
        throw new Error(`No hover showed over "${text}".`);
      }
    }
  }

  async #placeOf(
    text: string,
    deadline: number,
  ): Promise<{ readonly x: number; readonly y: number }> {
    for (;;) {
      const place = await this.page.evaluate(findRenderedText, text);
      if (place !== undefined) {
        return place;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `"${text}" is on no line that an editor shows. Open it, and go to its line.`,
        );
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** The document of a webview: of the first frame that holds `selector`, however deep it lies. */
  async webviewFrame(selector: string): Promise<Frame> {
    const deadline = Date.now() + timeout;
    for (;;) {
      for (const frame of this.page.frames()) {
        // A frame may go while it is asked.
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (frame !== this.page.mainFrame() && count > 0) {
          return frame;
        }
      }
      if (Date.now() > deadline) {
        throw new Error(`No webview holds "${selector}".`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** The toasts that contain `text`; they go by themselves after some seconds. */
  notification(text: string): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /**
   * @param clip The part of the window, in pixels; all of it if left out.
   * @returns The PNG that was written: `out/screenshots/NAME.png`.
   */
  async screenshot(name: string, clip?: Clip): Promise<string> {
    const folder =
      this.#options.screenshotFolder ?? path.join(repositoryFolder, 'out', 'screenshots');
    await fs.mkdir(folder, { recursive: true });
    const file = path.join(folder, `${name}.png`);
    // Cards and menus fade in.
    const settled = { path: file, animations: 'disabled' } as const;
    await this.page.screenshot({ ...settled, ...(clip === undefined ? {} : { clip }) });
    return file;
  }

  /**
   * Reloads the window as its own command does, which writes the state down first, as closing a window does. It ends the
   * extension host and starts another.
   */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.whenReady();
  }

  async dispose(): Promise<void> {
    await disposeAll(this.#cleanUp);
  }
}

function settingsFor(
  theme: Theme,
  settings: WorkbenchOptions['settings'],
): Readonly<Record<string, unknown>> {
  return {
    // Headless Chromium reports a preference of its own.
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'workbench.colorTheme': theme,
    'editor.hover.delay': 100,
    ...settings,
  };
}

async function newPage(browser: Browser, options: WorkbenchOptions): Promise<Page> {
  const viewport = options.size ?? { width: 1280, height: 800 };
  // A webview reads this for prefers-reduced-motion; screenshots come out the same each time.
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  return context.newPage();
}

async function appears(locator: Locator, within: number): Promise<boolean> {
  return locator.waitFor({ timeout: within }).then(
    () => true,
    () => false,
  );
}

/** False if the field goes before it is filled, as the palette does when the window changes its size. */
async function isFilled(input: Locator, text: string): Promise<boolean> {
  return input.fill(text, { timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

async function disposeAll(cleanUp: readonly (() => Promise<void>)[]): Promise<void> {
  for (const dispose of cleanUp) {
    await dispose();
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Runs in the page. A line is cut into spans by colour, so text is looked for across them. */
function findRenderedText(text: string): { readonly x: number; readonly y: number } | undefined {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    // Monaco draws a space as a no-break space; both are one code unit.
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) {
      continue;
    }
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    const middle = start + Math.floor(text.length / 2);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (middle < before + length) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      before += length;
    }
  }
  return undefined;
}
