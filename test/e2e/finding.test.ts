import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../hosts/workbench';
import { draftEditor, menuItem, openWalkthrough, panelShowing, vsix } from './steps';

describe('finding', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ vsix, size: { width: 1280, height: 800 } });
    await workbench.openFile('draft.md');
  });
  after(() => workbench.dispose());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    }
  });

  const input = () => workbench.page.locator('.quick-input-widget input.input');
  const firstRow = () => workbench.page.locator('.quick-input-widget .monaco-list-row').first();

  /** What the first row says when a query is typed. */
  async function firstFor(query: string, expected: string): Promise<void> {
    await input().fill(query);
    await workbench.quickPickRow(expected).and(firstRow()).waitFor();
  }

  /** Closes menus and lists. */
  async function escape(): Promise<void> {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  it('finds entries in other languages, in spite of typos, by half a name, by a question', async () => {
    await workbench.runCommand('Aide-Mémoire: Search…');
    await firstFor('Статут ООН', 'Charter of the United Nations');
    await workbench.screenshot('find-cyrillic');
    await firstFor('charte des nations unies', 'Charter of the United Nations');
    await firstFor('Budapester Memorandum', 'Budapest Memorandum');
    await firstFor('art 51', 'Article 51');
    await firstFor('coaliton of the wiling', 'Coalition of the Willing');
    await firstFor('what guarantees has ukraine been promised', 'Security guarantees');
    await workbench.screenshot('find-question');
    await workbench.screenshot('walkthrough-search', { x: 338, y: 4, width: 540, height: 240 });
    await escape();
  });

  it('is narrowed by what a query begins with', async () => {
    await workbench.runCommand('Aide-Mémoire: Search…');
    await firstFor('#law', 'International law');
    await firstFor('@putin', 'Vladimir Putin');
    await workbench.screenshot('find-people');
    await input().fill('!lviv');
    await firstRow().filter({ hasText: 'Oreshnik' }).waitFor();
    await firstFor('"Article 5', 'Article 5');
    await escape();
  });

  it('offers first what was opened last', async () => {
    await workbench.runCommand('Aide-Mémoire: Search…');
    await firstFor('Montreux Convention', 'Montreux Convention');
    await workbench.page.keyboard.press('Enter');
    await panelShowing(workbench, 'Montreux Convention');
    await workbench.runCommand('Aide-Mémoire: Search…');
    await workbench.quickPickRow('Montreux Convention').and(firstRow()).waitFor();
    await workbench.screenshot('find-recent');
    await escape();
  });

  it('opens an entry by its address, and offers the search for an unknown one', async () => {
    const { page } = workbench;
    const open = async (id: string): Promise<void> => {
      await workbench.runCommand('Developer: Open URL');
      await input().fill(`code-oss://aide-memoire.aide-memoire/entry/${id}`);
      await page.keyboard.press('Enter');
      const allow = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Open' });
      await allow.first().click();
    };
    await open('foreign-troops-in-ukraine/topic/international-law');
    await panelShowing(workbench, 'International law');
    await open('foreign-troops-in-ukraine/topic/no-such-topic');
    const toast = workbench.notification('does not have');
    await toast.waitFor();
    await workbench.screenshot('unknown-address');
    await toast.locator('.monaco-button', { hasText: 'Search' }).click();
    await input().waitFor();
    await escape();
  });

  it('opens the reference for a selected term from the editor’s menu, and searches for other words', async () => {
    const { page } = workbench;
    await draftEditor(workbench).locator('.view-lines').click();
    const choose = async (label: string): Promise<void> => {
      await page.keyboard.press('Shift+F10');
      const item = await menuItem(workbench, label);
      await workbench.screenshot(`menu-${label.split(' ')[0]?.toLowerCase() ?? ''}`);
      await item.click();
    };
    await workbench.goToLine(9);
    const cursor = (place: string) => page.locator('.statusbar', { hasText: place }).waitFor();
    await cursor('Ln 9, Col 1');
    for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
    await cursor('Ln 9, Col 5');
    for (let left = 'coalition of the willing'.length; left > 0; left--)
      await page.keyboard.press('Shift+ArrowRight');
    await cursor('(24 selected)');
    await page.waitForTimeout(400);
    await choose('Open Reference for the Selection');
    await panelShowing(workbench, 'Coalition of the Willing');
    await draftEditor(workbench).locator('.view-lines').click();
    await workbench.goToLine(9);
    await page.keyboard.press('Shift+End');
    await page.waitForTimeout(400);
    await choose('Search the Reference for the Selection');
    await input().waitFor();
    assert.match(await input().inputValue(), /^The coalition of the willing/);
    await escape();
  });

  it('shows a walkthrough, and a sample to try it on', async () => {
    const { page } = workbench;
    const step = await openWalkthrough(workbench);
    await workbench.screenshot('walkthrough');
    await step.locator('.monaco-button', { hasText: 'Open a sample text' }).click();
    await page
      .locator('.view-line', { hasText: /A.draft.to.try.things.on/ })
      .first()
      .waitFor();
    await workbench.hoverText('reassurance force');
    await workbench.screenshot('sample');
    await workbench.screenshot('walkthrough-hover', { x: 352, y: 100, width: 540, height: 250 });
  });
});
