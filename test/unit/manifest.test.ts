import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandIds,
  libraryStateKey,
  panelViewType,
  toolNames,
  viewIds,
} from '../../src/host/base/ids';

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly description?: string }>>;
    };
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly icon: string }[]>
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
  };
}

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const titles = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const source = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');

describe('package.json', () => {
  it('contributes the commands that the code registers, and no other', () => {
    const contributed = contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, Object.values(commandIds).sort());
    for (const name of Object.keys(commandIds)) {
      assert.match(source, new RegExp(`registerCommand\\(\\s*commandIds\\.${name}\\b`));
    }
  });

  it('names known commands in menus and key bindings', () => {
    const known = new Set<string>(Object.values(commandIds));
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command } of used) assert.ok(known.has(command), command);
  });

  it('binds back and forward to the keys that the panel’s tips name', () => {
    const signs: Readonly<Record<string, string>> = { ctrl: '⌃', shift: '⇧' };
    for (const [command, name] of [
      [commandIds.goBack, 'Back'],
      [commandIds.goForward, 'Forward'],
    ] as const) {
      const bound = contributes.keybindings.find((each) => each.command === command);
      const key = bound?.key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) ?? '';
      const mac = bound?.mac.replace(/(\w+)\+/g, (_, part: string) => signs[part] ?? part) ?? '';
      assert.ok(source.includes(`t('${name} (${key})')`), key);
      assert.ok(source.includes(`'${mac}'`), mac);
    }
  });

  it('contributes the views that the code fills', () => {
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(views.map(({ id }) => id).sort(), Object.values(viewIds).sort());
    for (const { view, when } of contributes.viewsWelcome) {
      assert.ok(views.some(({ id }) => id === view));
      assert.ok(when.startsWith(`${libraryStateKey} == `), when);
    }
  });

  it('contributes the tools that the code registers', () => {
    const contributed = contributes.languageModelTools.map(({ name }) => name);
    assert.deepEqual(contributed, Object.values(toolNames));
    for (const name of Object.keys(toolNames)) {
      assert.match(source, new RegExp(`registerTool\\(toolNames\\.${name}\\b`));
    }
  });

  it('activates for the panel that was open before', () => {
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${panelViewType}`));
  });

  it('has a setting for each that the code reads, and reads each', () => {
    const read = [...source.matchAll(/\bget(?:<[^>]*>)?\(\s*'([a-zA-Z]+\.[a-zA-Z.]+)'/g)].map(
      (match) => `aideMemoire.${match[1] ?? ''}`,
    );
    assert.deepEqual(
      [...new Set(read)].sort(),
      Object.keys(contributes.configuration.properties).sort(),
    );
  });

  it('finds each title in package.nls.json, and uses each that is there', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(titles).sort());
  });

  it('says that a setting’s text is Markdown where it is', () => {
    for (const [name, { description }] of Object.entries(contributes.configuration.properties)) {
      const shown = titles[description?.slice(1, -1) ?? ''] ?? '';
      assert.doesNotMatch(shown, /`|\]\(/, name);
    }
  });

  it('points at icons that are there', () => {
    const icons = [
      manifest.icon,
      ...Object.values(contributes.views)
        .flat()
        .map(({ icon }) => icon),
    ];
    for (const icon of icons) assert.ok(existsSync(join(root, icon)), icon);
  });
});
