import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, themeClasses, type Theme, type Workbench } from '../hosts/workbench';
import {
  draftEditor,
  findInPanel,
  hoverSource,
  menuItem,
  offerFixes,
  offerTerms,
  openContents,
  openEntry,
  openStatementMenu,
  openWalkthrough,
  previewTerm,
  searchFor,
  showAtCursor,
  showMarks,
  termsOfDocument,
  themeNames,
  unfoldView,
  vsix,
} from './steps';

/** Something of the product that a person looks at. */
interface Scene {
  /** The first part of its pictures' names. */
  readonly name: string;
  /** @returns What has to be in sight. */
  readonly draw: (workbench: Workbench) => Promise<readonly Locator[]>;
  /** Puts away what the next scene would not expect. */
  readonly leave?: (workbench: Workbench) => Promise<void>;
}

const size = { width: 1440, height: 1000 };
/** So wide a window leaves the panel between the sidebar and its edge about 330 pixels. */
const narrow = { width: 1010, height: 1000 };

/** A contested word, and on a line of its own a discouraged form. */
const paragraphs =
  '\nMoscow speaks of the “root causes”, as does the Kremlin.\n\nThey met in Kiev.';

/** The views above the one at the cursor, which leave it little room. */
const otherViews = ['Reference', 'In This Document'];

const scenes: readonly Scene[] = [
  {
    name: 'topic',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Security guarantees');
      return [panel.locator('h1'), panel.locator('.answer'), panel.locator('#as-of')];
    },
  },
  {
    name: 'source-tip',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Security guarantees');
      return [await hoverSource(panel)];
    },
  },
  {
    name: 'statement-menu',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Security guarantees');
      return [await openStatementMenu(workbench, panel, 'Copy Statement with Citation')];
    },
  },
  {
    name: 'find',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Security guarantees');
      return [await findInPanel(workbench, panel, 'declaration')];
    },
  },
  {
    name: 'tree-menu',
    draw: async (workbench) => {
      await openEntry(workbench, 'Security guarantees');
      await workbench.openSidebar('Aide-Mémoire');
      await workbench.treeRow('Security guarantees').first().click({ button: 'right' });
      return [await menuItem(workbench, 'Copy Citation')];
    },
  },
  {
    name: 'contents-narrow',
    draw: async (workbench) => {
      await workbench.page.setViewportSize(narrow);
      const panel = await openEntry(workbench, 'Security guarantees');
      const contents = await openContents(panel);
      return [contents, contents.locator('a', { hasText: 'What is disputed' })];
    },
    leave: (workbench) => workbench.page.setViewportSize(size),
  },
  {
    name: 'source',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Security guarantees');
      await panel.locator('.cite').nth(3).click();
      return [panel.locator('li[id^="source-"]:focus')];
    },
  },
  {
    name: 'out-of-date',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Vladimir Putin');
      return [panel.locator('#as-of .badge', { hasText: 'Past its review date' })];
    },
  },
  {
    name: 'timeline-event',
    draw: async (workbench) => {
      const panel = await openEntry(workbench, 'Timeline');
      await panel.locator('.picture').focus();
      await workbench.page.keyboard.press('End');
      return [panel.locator('.picture .mark:has(.ring)'), panel.locator('.detail .open a')];
    },
  },
  {
    name: 'find-question',
    draw: async (workbench) => {
      const query = 'what guarantees has ukraine been promised';
      const row = await searchFor(workbench, query, 'Security guarantees');
      return [row, row.locator('.label-description'), row.locator('.quick-input-list-label-meta')];
    },
  },
  {
    name: 'marks',
    draw: async (workbench) => {
      await showMarks(workbench);
      return [await termsOfDocument(workbench, 'Reassurance force')];
    },
  },
  {
    name: 'at-cursor',
    draw: async (workbench) => {
      for (const title of otherViews) await unfoldView(workbench, title, false);
      const view = await showAtCursor(workbench);
      return [view.locator('h1'), view.locator('#as-of'), view.locator('.answer')];
    },
    leave: async (workbench) => {
      for (const title of otherViews) await unfoldView(workbench, title);
    },
  },
  {
    name: 'hover',
    draw: async (workbench) => {
      await workbench.goToLine(26);
      const card = await workbench.hoverText('root causes');
      return [card, card.getByText('A contested word.')];
    },
  },
  {
    name: 'quick-fix',
    draw: async (workbench) => {
      await workbench.goToLine(28);
      await workbench.page.keyboard.press('End');
      const list = await offerFixes(workbench, 'Replace with “Kyiv”');
      return [list.locator('.monaco-list-row.focused')];
    },
  },
  {
    name: 'completion',
    draw: async (workbench) => {
      await draftEditor(workbench).locator('.view-lines').click();
      await workbench.page.keyboard.press('Control+End');
      await workbench.page.keyboard.press('Enter');
      return [await offerTerms(workbench, 'Budapest Mem')];
    },
    leave: (workbench) => workbench.page.keyboard.press('Control+Shift+KeyK'),
  },
  {
    name: 'preview',
    draw: async (workbench) => {
      await workbench.goToLine(1);
      return [await previewTerm(workbench, 'reassurance force')];
    },
    leave: async (workbench) => {
      await draftEditor(workbench).locator('.view-lines').click();
      await workbench.runCommand('View: Close Editors in Other Groups');
    },
  },
  {
    name: 'walkthrough',
    draw: async (workbench) => {
      const step = await openWalkthrough(workbench);
      return [step, step.locator('.monaco-button', { hasText: 'Open a sample text' })];
    },
    leave: (workbench) =>
      workbench.page.locator('.tab', { hasText: 'Welcome' }).click({ button: 'middle' }),
  },
];

/** Fails if `part` has no size, is not all in the window, or something lies over its middle. */
async function assertInSight({ page }: Workbench, part: Locator): Promise<void> {
  const name = String(part);
  let place: Awaited<ReturnType<Locator['boundingBox']>> = null;
  // A list may draw its rows anew just when one is asked where it is.
  for (let tries = 0; place === null && tries < 20; tries++) {
    await part.waitFor();
    place = await part.boundingBox();
  }
  const window = page.viewportSize();
  assert.ok(place !== null && window !== null, `${name} is not drawn`);
  assert.ok(place.width > 0 && place.height > 0, `${name} has no size`);
  assert.ok(place.x >= 0 && place.x + place.width <= window.width, `${name} is cut off`);
  assert.ok(place.y >= 0 && place.y + place.height <= window.height, `${name} is cut off`);
  await part.click({ trial: true });
}

/** Closes cards, menus and lists. */
async function putAway({ page }: Workbench): Promise<void> {
  await page.mouse.move(5, 5);
  const open = page.locator('.quick-input-widget, .action-widget, .suggest-widget, .monaco-menu');
  do {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
  } while ((await open.filter({ visible: true }).count()) > 0);
}

describe('in every theme', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ vsix, size });
    await appendFile(join(workbench.folder, 'draft.md'), paragraphs);
    await workbench.openSidebar('Aide-Mémoire');
  });
  after(() => workbench.dispose());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.fullTitle().replace(/\W+/g, '-')}`);
    }
  });

  it('says where there is nothing to show', async () => {
    const { page } = workbench;
    await workbench.openFile('deployments.py');
    await workbench.runCommand('Aide-Mémoire: Focus on Reference at the Cursor View');
    const view = await workbench.webviewFrame('body.view.empty #entry');
    const nothing = page.locator('.part.sidebar').getByText('Nothing to look through');
    for (const theme of Object.keys(themeClasses) as Theme[]) {
      await workbench.setTheme(theme);
      await assertInSight(workbench, nothing);
      await assertInSight(
        workbench,
        view.locator('#entry', { hasText: 'Put the cursor on a term' }),
      );
      await workbench.screenshot(`empty-${themeNames[theme]}`);
    }
    await workbench.runCommand('View: Close All Editors');
  });

  for (const theme of Object.keys(themeClasses) as Theme[]) {
    describe(theme, () => {
      before(async () => {
        await workbench.openFile('draft.md');
        await workbench.setTheme(theme);
      });
      for (const { name, draw, leave } of scenes) {
        it(`draws ${name}`, async () => {
          try {
            for (const part of await draw(workbench)) await assertInSight(workbench, part);
            await workbench.screenshot(`${name}-${themeNames[theme]}`);
          } finally {
            await putAway(workbench);
            await leave?.(workbench);
          }
        });
      }
    });
  }
});
