import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../hosts/workbench';
import { draftEditor, offerFixes, showMarks, termsOfDocument, vsix, writeInDraft } from './steps';

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

  const line = (text: RegExp) =>
    draftEditor(workbench).locator('.view-line', { hasText: text }).first();

  it('marks first mentions', async () => {
    await showMarks(workbench);
  });

  it('lists the terms of the document, and goes to the next mention', async () => {
    const { page } = workbench;
    const row = await termsOfDocument(workbench, 'Reassurance force');
    await workbench.screenshot('in-this-document');
    await row.click();
    await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(\d+ selected\)/ }).waitFor();
  });

  it('replaces a discouraged form with the keyboard', async () => {
    const { page } = workbench;
    await writeInDraft(workbench, 'They met in Kiev.');
    const list = await offerFixes(workbench, 'Replace with “Kyiv”');
    await workbench.screenshot('quick-fix');
    const place = await list.boundingBox();
    assert.ok(place !== null);
    const [x, y] = [Math.max(0, place.x - 180), Math.max(0, place.y - 120)];
    await workbench.screenshot('walkthrough-write', { x, y, width: 500, height: 280 });
    await page.keyboard.press('Enter');
    await line(/^They.met.in.Kyiv\.$/).waitFor();
  });

  it('shows what is recorded where a date differs', async () => {
    const { page } = workbench;
    await writeInDraft(workbench, 'The Budapest Memorandum was signed in 1996.');
    await draftEditor(workbench).locator('.squiggly-info').first().waitFor();
    await workbench.hoverText('1996', 'signed: 5 December 1994');
    await workbench.screenshot('recorded');
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
  });

  it('inserts a citation and writes a bibliography', async () => {
    const { page } = workbench;
    await writeInDraft(workbench, 'So he said');
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
