import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { Theme, Workbench } from '../hosts/workbench';

/** The packaged extension. */
export const vsix = join(__dirname, '..', '..', 'out', 'aide-memoire.vsix');

/** What the name of a picture ends with, by theme. */
export const themeNames: Readonly<Record<Theme, string>> = {
  'Default Light Modern': 'light',
  'Default Dark Modern': 'dark',
  'Default High Contrast': 'contrast-dark',
  'Default High Contrast Light': 'contrast-light',
};

/** The editor of the sample workspace's draft. */
export function draftEditor(workbench: Workbench): Locator {
  return workbench.page.locator('.editor-instance .monaco-editor[data-uri$="draft.md"]');
}

/** Writes a paragraph at the end of the draft. */
export async function writeInDraft(workbench: Workbench, text: string): Promise<void> {
  const { keyboard } = workbench.page;
  await draftEditor(workbench).locator('.view-lines').click();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type(text);
}

/** The panel's page, once it shows an entry with this title. */
export async function panelShowing(workbench: Workbench, title: string): Promise<Frame> {
  const panel = await workbench.webviewFrame('body.panel #entry h1');
  await panel
    .getByRole('heading', { level: 1, name: title, exact: true })
    .waitFor({ timeout: 20_000 });
  return panel;
}

/** Opens an entry by the search, wherever the sidebar is scrolled to. */
export async function openEntry(workbench: Workbench, title: string): Promise<Frame> {
  await searchFor(workbench, title, title);
  // An entry that is on show already is drawn again, which would close what is opened in it before.
  for (const frame of workbench.page.frames()) {
    await frame
      .locator('body.panel #entry h1')
      .evaluateAll((headings) => {
        for (const heading of headings) heading.remove();
      })
      .catch(() => undefined);
  }
  await workbench.page.keyboard.press('Enter');
  return panelShowing(workbench, title);
}

/**
 * Types a query into the search.
 *
 * @param title What must be found first. The best hit has the focus once the list is there.
 * @returns Its row. One that is clicked may just be moving.
 */
export async function searchFor(
  workbench: Workbench,
  query: string,
  title: string,
): Promise<Locator> {
  const input = workbench.page.locator('.quick-input-widget input.input');
  const isFilled = (): Promise<boolean> =>
    input.fill(query, { timeout: 3000 }).then(
      () => true,
      () => false,
    );
  // The search goes if a webview takes the focus just then.
  for (let tries = 0; tries < 5; tries++) {
    await workbench.runCommand('Aide-Mémoire: Search…');
    if (await isFilled()) break;
  }
  const row = workbench.quickPickRow(title).and(workbench.page.locator('.focused'));
  await row.waitFor();
  return row;
}

/** Rests the mouse on the mark of a source. @returns The tip that shows. */
export async function hoverSource(panel: Frame): Promise<Locator> {
  await panel.locator('.cite').nth(3).hover();
  const tip = panel.locator('.tip:not([hidden])');
  await tip.waitFor();
  return tip;
}

/** Opens the table of contents of a panel that is too narrow to show it beside the text. */
export async function openContents(panel: Frame): Promise<Locator> {
  await panel.locator('#show-contents').click();
  const contents = panel.locator('.contents-open #contents');
  await contents.waitFor();
  return contents;
}

/** Looks for a word in the panel. @returns The field that it is typed in. */
export async function findInPanel(
  workbench: Workbench,
  panel: Frame,
  word: string,
): Promise<Locator> {
  await panel.locator('#find').click();
  const field = workbench.page.locator('.simple-find-part.visible input');
  await field.waitFor();
  await field.fill(word);
  await workbench.page.keyboard.press('Enter');
  return field;
}

/** Opens the menu of the first statement. @returns One of its items. */
export async function openStatementMenu(
  workbench: Workbench,
  panel: Frame,
  label: string,
): Promise<Locator> {
  await panel.locator('#entry section p[data-vscode-context]').first().click({ button: 'right' });
  return menuItem(workbench, label);
}

/** An item of the menu that has just been opened. */
export async function menuItem(workbench: Workbench, label: string): Promise<Locator> {
  const item = workbench.page.locator('.monaco-menu .action-label', { hasText: label });
  await item.waitFor();
  // A menu does not take a click that comes as quickly as the one that opened it.
  await workbench.page.waitForTimeout(400);
  return item;
}

/** Puts the cursor on a term of the draft. @returns What the view at the cursor shows. */
export async function showAtCursor(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Aide-Mémoire: Focus on Reference at the Cursor View');
  const view = await workbench.webviewFrame('body.view #entry');
  await draftEditor(workbench).locator('.view-lines').click();
  await workbench.goToLine(9, 7);
  await view.locator('h1', { hasText: 'Coalition of the Willing' }).waitFor();
  return view;
}

/** Goes to the top of the draft, and waits until most of its terms are underlined with dots. */
export async function showMarks(workbench: Workbench): Promise<void> {
  await workbench.goToLine(1);
  await workbench.page.waitForFunction(
    () =>
      [
        ...document.querySelectorAll('.monaco-editor[data-uri$="draft.md"] .view-overlays .cdr'),
      ].filter((mark) => getComputedStyle(mark).borderBottomStyle === 'dotted').length >= 15,
  );
}

/** Unfolds one of the views in the sidebar, or folds it. */
export async function unfoldView(
  workbench: Workbench,
  title: string,
  isUnfolded = true,
): Promise<Locator> {
  await workbench.openSidebar('Aide-Mémoire');
  const header = workbench.page
    .locator('.pane-header')
    .filter({ has: workbench.page.locator('.title').getByText(title, { exact: true }) });
  if ((await header.getAttribute('aria-expanded')) !== String(isUnfolded)) await header.click();
  return workbench.page.locator('.pane').filter({ has: header });
}

/** Opens "In This Document". @returns Its row with this label. */
export async function termsOfDocument(workbench: Workbench, label: string): Promise<Locator> {
  const view = await unfoldView(workbench, 'In This Document');
  const row = view.locator('.monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  return row;
}

/** Asks for the fixes of what the cursor is behind. @returns The list, which offers one that says `fix`. */
export async function offerFixes(workbench: Workbench, fix: string): Promise<Locator> {
  const { keyboard } = workbench.page;
  await draftEditor(workbench).locator('.squiggly-warning').first().waitFor();
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Control+.');
  const list = workbench.page.locator('.action-widget', { hasText: fix });
  await list.waitFor();
  return list;
}

/** Types two brackets and, when the list is there, the beginning of a term. @returns The row that offers it. */
export async function offerTerms(workbench: Workbench, typed: string): Promise<Locator> {
  const { keyboard } = workbench.page;
  const rows = workbench.page.locator('.suggest-widget .monaco-list-row');
  // As quickly as a person would: while VS Code asks for one bracket it does not hear of the next.
  await keyboard.type('[[', { delay: 60 });
  await rows.first().waitFor();
  await keyboard.type(typed, { delay: 20 });
  const row = rows.filter({ hasText: new RegExp(typed.replace(' ', '.')) }).first();
  await row.waitFor();
  return row;
}

/** Opens VS Code's preview of the draft beside it. @returns A term that it explains. */
export async function previewTerm(workbench: Workbench, text: string): Promise<Locator> {
  await draftEditor(workbench).locator('.view-lines').click();
  await workbench.runCommand('Markdown: Open Preview to the Side');
  const preview = await workbench.webviewFrame('.aide-memoire-term');
  return preview.locator('dfn.aide-memoire-term', { hasText: text }).first();
}

/** Opens the walkthrough. @returns Its first step, with the picture drawn. */
export async function openWalkthrough(workbench: Workbench): Promise<Locator> {
  const { page } = workbench;
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await page.locator('.quick-input-widget input.input').fill('A reference beside your text');
  await workbench.quickPickRow('A reference beside your text').first().click();
  const step = page.locator('.getting-started-step', { hasText: 'Rest the mouse on a term' });
  await step.waitFor();
  await page.waitForFunction(
    () =>
      (document.querySelector<HTMLImageElement>('.getting-started-media img')?.naturalWidth ?? 0) >
      0,
  );
  return step;
}
