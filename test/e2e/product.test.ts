import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../hosts/workbench';
import {
  draftEditor,
  menuItem,
  offerTerms,
  openEntry,
  panelShowing,
  previewTerm,
  searchFor,
  vsix,
} from './steps';

describe('the installed extension', function () {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ vsix, size: { width: 1440, height: 900 } });
    await workbench.openFile('draft.md');
  });
  after(() => workbench.dispose());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    }
  });

  it('shows ten topics in the sidebar, and a click opens one beside the text', async () => {
    await workbench.openSidebar('Aide-Mémoire');
    for (const label of ['Topics', 'Glossary', 'Timeline', 'Sources']) {
      await workbench.treeRow(label).first().waitFor();
    }
    await workbench.treeRow('Security guarantees').first().click();
    const panel = await panelShowing(workbench, 'Security guarantees');
    assert.match((await panel.locator('#as-of').textContent()) ?? '', /^As of \d+ \w+ \d{4}$/);
    assert.ok(await draftEditor(workbench).isVisible());
    await workbench.screenshot('overview');
    await workbench.screenshot('walkthrough-read', { x: 860, y: 60, width: 540, height: 330 });
  });

  it('reveals what the panel shows in the tree', async () => {
    await workbench.page
      .locator('.part.sidebar .monaco-list-row.selected', { hasText: 'Security guarantees' })
      .first()
      .waitFor();
  });

  it('opens a topic into its sections and terms', async () => {
    await workbench.treeRow('Security guarantees').first().click();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.treeRow('What is disputed').first().waitFor();
    await workbench.treeRow('What is disputed').first().click();
    const panel = await panelShowing(workbench, 'Security guarantees');
    await panel.waitForFunction(() => {
      const heading = document.getElementById('what-is-disputed');
      return (
        heading !== null &&
        heading.getBoundingClientRect().top < window.innerHeight &&
        window.scrollY > 0
      );
    });
  });

  it('follows a link, goes back by mouse and by keyboard, and forward', async () => {
    const panel = await openEntry(workbench, 'International law');
    const link = panel.locator('#entry section a[data-entry*="/term/"]').first();
    await link.click();
    await panel.locator('#entry .kind', { hasText: /^(?!Topic)/ }).waitFor();
    const title = (await panel.locator('#entry h1').textContent()) ?? '';
    await panel.locator('#back').click();
    await panelShowing(workbench, 'International law');
    await panel.locator('#forward').click();
    await panelShowing(workbench, title);
    await panel.locator('#entry').press('Alt+ArrowLeft');
    await panelShowing(workbench, 'International law');
  });

  it('jumps from a citation to its source and keeps web links for the browser', async () => {
    const panel = await panelShowing(workbench, 'International law');
    await panel.locator('.cite').first().click();
    await panel.waitForFunction(() => document.activeElement?.id.startsWith('source-'));
    for (const href of await panel
      .locator('a.external')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      assert.match(href ?? '', /^https?:\/\//);
    }
  });

  it('explains a term of a file where the mouse rests', async () => {
    const card = await workbench.hoverText('reassurance force');
    assert.match(
      (await card.textContent()) ?? '',
      /Reassurance force.*Military term.*As of .*Sources:/s,
    );
    await card.getByText('Open in reference').click();
    await panelShowing(workbench, 'Reassurance force');
    await workbench.page.mouse.move(5, 5);
  });

  it('finds an entry in spite of a typo, with the keyboard alone', async () => {
    await draftEditor(workbench).locator('.view-lines').click();
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('A');
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill('Budapst memorandm');
    await workbench.quickPickRow('Budapest Memorandum').first().waitFor();
    await workbench.screenshot('search');
    await workbench.page.keyboard.press('Enter');
    await panelShowing(workbench, 'Budapest Memorandum');
  });

  it('explains a term of an untitled document', async () => {
    await draftEditor(workbench).locator('.view-lines').click();
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.keyboard.type('They cite the UN Charter, Article 51.');
    const card = await workbench.hoverText('UN Charter');
    assert.match((await card.textContent()) ?? '', /Charter of the United Nations/);
    await workbench.page.mouse.move(5, 5);
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Revert and Close Editor');
  });

  it('inserts a link at the cursor from the search', async () => {
    const { page } = workbench;
    await draftEditor(workbench).locator('.view-lines').click();
    await page.keyboard.press('Control+End');
    const row = await searchFor(workbench, 'Budapest Memorandum', 'Budapest Memorandum');
    await row.hover();
    await row.locator('[aria-label="Insert Link at Cursor"]').click();
    const line = draftEditor(workbench).locator('.view-line');
    await line
      .filter({ hasText: /\[Budapest.Memorandum\]\(.*aide-memoire/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+Z');
    await workbench.goToLine(1);
  });

  it('opens a section in a closed panel at that section, and leaves the cursor in the text', async () => {
    const { page } = workbench;
    const editor = draftEditor(workbench);
    await editor.locator('.view-lines').click();
    await workbench.runCommand('View: Close Editors in Other Groups');
    await editor.locator('.view-lines').click();
    await page.keyboard.press('Control+Home');
    await searchFor(workbench, 'What is disputed', 'What is disputed');
    await page.keyboard.press('Enter');
    const panel = await workbench.webviewFrame('#what-is-disputed');
    await panel.waitForFunction(() => {
      const top = document.getElementById('what-is-disputed')?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < 120;
    });
    await page.keyboard.type('ZZQ');
    await editor.locator('.view-line', { hasText: 'ZZQ' }).first().waitFor();
    for (let n = 0; n < 3; n++) await page.keyboard.press('Backspace');
  });

  it('opens the best hit when Enter is quicker than the list', async () => {
    const { page } = workbench;
    await workbench.runCommand('Aide-Mémoire: Search…');
    await page.locator('.quick-input-widget input.input').waitFor();
    await page.keyboard.insertText('Budapest Memorandum');
    await page.keyboard.press('Enter');
    await panelShowing(workbench, 'Budapest Memorandum');
  });

  it('inserts a link although the focus is in the panel', async () => {
    const { page } = workbench;
    const panel = await panelShowing(workbench, 'Budapest Memorandum');
    await panel.locator('h1').click();
    const row = await searchFor(workbench, 'Reassurance force', 'Reassurance force');
    await row.hover();
    await row.locator('[aria-label="Insert Link at Cursor"]').click();
    const editor = draftEditor(workbench);
    await editor
      .locator('.view-line', { hasText: /\[Reassurance.force\]\(/ })
      .first()
      .waitFor();
    await editor.locator('.view-lines').click();
    await page.keyboard.press('Control+Z');
  });

  it('offers terms after [[ and writes the chosen one', async () => {
    const { page } = workbench;
    const editor = draftEditor(workbench);
    await editor.locator('.view-lines').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('See the ');
    await offerTerms(workbench, 'Budapest Mem');
    await workbench.screenshot('completion');
    await page.keyboard.press('Enter');
    await editor
      .locator('.view-line', { hasText: /^See.the.Budapest.Memorandum$/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+Z');
    await workbench.runCommand('File: Revert File');
  });

  it('leads from a term to its entry with the keyboard', async () => {
    const { page } = workbench;
    const editor = draftEditor(workbench);
    await editor.locator('.view-lines').click();
    await workbench.goToLine(9);
    for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F12');
    const entry = page.locator('.editor-instance .monaco-editor[data-uri$="willing.txt"]');
    await entry
      .locator('.view-line', { hasText: /^Coalition.of.the.Willing$/ })
      .first()
      .waitFor();
    await workbench.screenshot('definition');
    await workbench.runCommand('Go Back');
    await editor.locator('.view-lines').waitFor();
  });

  it('explains terms in the preview of Markdown', async () => {
    const { page } = workbench;
    const editor = draftEditor(workbench);
    const term = await previewTerm(workbench, 'reassurance force');
    assert.match(
      (await term.getAttribute('title')) ?? '',
      /^Reassurance force: .+ \(as of \d+ \w+ \d{4}\)$/,
    );
    await term.focus();
    await workbench.screenshot('preview');
    await page.keyboard.press('Escape');
    await editor.locator('.view-lines').click();
    await workbench.runCommand('View: Close Editors in Other Groups');
  });

  it('copies a citation from the menu of a node', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openEntry(workbench, 'Budapest Memorandum');
    await workbench.openSidebar('Aide-Mémoire');
    await workbench.treeRow('Budapest Memorandum').first().click({ button: 'right' });
    await (await menuItem(workbench, 'Copy Citation')).click();
    await page.waitForFunction(async () =>
      /^Budapest Memorandum \(Foreign troops in Ukraine, as of .*\)\. Sources:\n- /.test(
        await navigator.clipboard.readText(),
      ),
    );
  });

  it('has the panel as it was after the window is loaded again', async () => {
    let panel = await openEntry(workbench, 'The European role');
    await panel.evaluate(() => {
      window.scrollTo({ top: 700 });
    });
    const scrollY = await panel.evaluate(() => window.scrollY);
    assert.ok(scrollY > 300);
    await workbench.reload();
    panel = await panelShowing(workbench, 'The European role');
    await panel.waitForFunction((expected) => Math.abs(window.scrollY - expected) < 5, scrollY);
  });
});

describe('in Restricted Mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ vsix, restricted: true });
  });
  after(() => workbench.dispose());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-restricted');
  });

  it('explains terms as everywhere', async () => {
    await workbench.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('draft.md');
    await workbench.hoverText('reassurance force');
  });
});
