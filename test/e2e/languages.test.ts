import assert from 'node:assert/strict';
import { openWorkbench } from '../hosts/workbench';
import { vsix } from './steps';

/** What a person reads, by display language: a view, three rows of its tree, a command, the date in the panel. */
const languages = {
  de: ['Nachschlagewerk', ['Themen', 'Zeitleiste', 'Umfragen'], 'Suchen…', 'Stand: '],
  fr: [
    'Référence',
    ['Sujets', 'Chronologie', 'Sondages d’opinion'],
    'Rechercher…',
    'Date des informations',
  ],
  uk: ['Довідник', ['Теми', 'Хронологія', 'Опитування'], 'Шукати…', 'Станом на '],
} as const;

describe('in another display language', () => {
  for (const [language, [view, rows, search, asOf]] of Object.entries(languages)) {
    it(`speaks ${language}`, async function () {
      this.timeout(120_000);
      const workbench = await openWorkbench({ vsix, language });
      try {
        await workbench.openFile('draft.md');
        await workbench.openSidebar('Aide-Mémoire');
        await workbench.page.locator('.pane-header', { hasText: view }).first().waitFor();
        for (const row of rows) await workbench.treeRow(row).first().waitFor();
        await workbench.runCommand(`Aide-Mémoire: ${search}`);
        await workbench.page.locator('.quick-input-widget input.input').fill('Security guarantees');
        await workbench
          .quickPickRow('Security guarantees')
          .and(workbench.page.locator('.focused'))
          .waitFor();
        await workbench.page.keyboard.press('Enter');
        const panel = await workbench.webviewFrame('body.panel #entry h1');
        const date = (await panel.locator('#as-of').textContent()) ?? '';
        assert.ok(date.startsWith(asOf), date);
        await workbench.screenshot(`language-${language}`);
      } finally {
        await workbench.dispose();
      }
    });
  }
});
