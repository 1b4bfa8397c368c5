import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, themeClasses, type Theme, type Workbench } from '../hosts/workbench';

const vsix = join(__dirname, '..', '..', 'out', 'aide-memoire.vsix');

const names: Readonly<Record<Theme, string>> = {
  'Default Light Modern': 'light',
  'Default Dark Modern': 'dark',
  'Default High Contrast': 'contrast-dark',
  'Default High Contrast Light': 'contrast-light',
};

describe('while writing', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ vsix });
    await workbench.openFile('draft.md');
  });
  after(() => workbench.dispose());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-writing');
  });

  const editor = () =>
    workbench.page.locator('.editor-instance .monaco-editor[data-uri$="draft.md"]');
  const line = (text: RegExp) => editor().locator('.view-line', { hasText: text }).first();

  /** Writes a paragraph at the end of the draft. */
  async function write(text: string): Promise<void> {
    await editor().locator('.view-lines').click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type(text);
  }

  /** How many dotted lines are drawn. */
  const underlined = () =>
    editor().evaluate(
      (root) =>
        [...root.querySelectorAll('.view-overlays .cdr')].filter(
          (mark) => getComputedStyle(mark).borderBottomStyle === 'dotted',
        ).length,
    );

  for (const theme of Object.keys(themeClasses) as Theme[]) {
    it(`marks first mentions in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.goToLine(1);
      for (let tries = 0; (await underlined()) === 0 && tries < 100; tries++)
        await workbench.page.waitForTimeout(100);
      assert.ok((await underlined()) >= 15);
      await workbench.page.mouse.move(5, 5);
      await workbench.screenshot(`marks-${names[theme]}`);
    });
  }

  it('lists the terms of the document, and goes to the next mention', async () => {
    const { page } = workbench;
    await workbench.setTheme('Default Light Modern');
    await workbench.openSidebar('Aide-Mémoire');
    const header = page.locator('.pane-header', { hasText: 'In This Document' });
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    const view = page.locator('.pane').filter({ has: header });
    const row = view.locator('.monaco-list-row', { hasText: 'Reassurance force' });
    await row.first().waitFor();
    await workbench.screenshot('in-this-document');
    await row.first().click();
    await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(\d+ selected\)/ }).waitFor();
  });

  it('replaces a discouraged form with the keyboard', async () => {
    const { page } = workbench;
    await write('They met in Kiev.');
    await editor().locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'Replace with “Kyiv”' }).waitFor();
    await workbench.screenshot('quick-fix');
    const place = await page.locator('.action-widget').first().boundingBox();
    assert.ok(place !== null);
    const [x, y] = [Math.max(0, place.x - 180), Math.max(0, place.y - 120)];
    await workbench.screenshot('walkthrough-write', { x, y, width: 500, height: 280 });
    await page.keyboard.press('Enter');
    await line(/^They.met.in.Kyiv\.$/).waitFor();
  });

  it('shows what is recorded where a date differs', async () => {
    const { page } = workbench;
    await write('The Budapest Memorandum was signed in 1996.');
    await editor().locator('.squiggly-info').first().waitFor();
    await workbench.hoverText('1996', 'signed: 5 December 1994');
    await workbench.screenshot('recorded');
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
  });

  it('inserts a citation and writes a bibliography', async () => {
    const { page } = workbench;
    await write('So he said');
    await workbench.runCommand('Aide-Mémoire: Insert Citation…');
    await page.locator('.quick-input-widget input.input').fill('legitimate targets');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('cite');
    await page.keyboard.press('Enter');
    await line(/^So.he.said\[\^[a-z0-9-]+\]$/).waitFor();
    await page.keyboard.press('Control+S');
    await workbench.runCommand('Aide-Mémoire: Write Bibliography');
    await page.locator('.notification-toast', { hasText: 'draft.bib: 1 added.' }).waitFor();
    const key = /So he said\[\^([a-z0-9-]+)\]/.exec(
      await readFile(join(workbench.folder, 'draft.md'), 'utf8'),
    )?.[1];
    const bib = await readFile(join(workbench.folder, 'draft.bib'), 'utf8');
    assert.ok(key !== undefined && bib.includes(`{${key},`), bib);
    await workbench.screenshot('citation');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('writes a brief for the document', async () => {
    const { page } = workbench;
    await workbench.runCommand('Aide-Mémoire: Brief for This Document');
    const brief = page.locator('.editor-instance .view-line', {
      hasText: /^#.Brief.for.draft\.md$/,
    });
    await brief.first().waitFor();
    await workbench.screenshot('brief');
  });
});
