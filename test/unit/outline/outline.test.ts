import assert from 'node:assert/strict';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
import { outline, parents, type OutlineNode } from '../../../src/core/outline/outline';
import { createLibrary } from '../../../src/core/packs/library';
import type { Pack } from '../../../src/core/packs/pack';
import { inLanguage } from '../language';
import { goodPack } from '../pack';

const libraryOf = (...packs: readonly Pack[]) => createLibrary(packs, createTermIndex([]));

/** The tree as indented lines. */
function lines(nodes: readonly OutlineNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label}`,
    ...lines(node.children, `${indent}  `),
  ]);
}

describe('outline', () => {
  it('shows topics in groups, terms by kind, events by year, newest first, and sources by kind', () => {
    assert.deepEqual(lines(outline(libraryOf(goodPack()), '2000-01-01')), [
      ...['Topics', '  Basics', '    Spans', '      Long ones', '      Short ones', '      Arch'],
      ...['Glossary', '  Parts', '    Arch', '    Pier'],
      ...['Timeline', '  1200', '    1200', '  1100', '    May'],
      ...['Sources', '  Other', '    Roads', '  Research', '    Rivers'],
    ]);
  });

  it('shows events without the year of the node above them, in every language', () => {
    const shown = (['de', 'fr', 'uk'] as const).map((language) =>
      inLanguage(language, () => {
        const library = libraryOf(goodPack());
        const timeline = outline(library, '2000-01-01').find(({ id }) => id.endsWith('/timeline'));
        return lines(timeline?.children ?? []);
      }),
    );
    const years = (month: string) => ['1200', '  1200', '1100', `  ${month}`];
    assert.deepEqual(shown, [years('Mai'), years('mai'), years('травень')]);
  });

  it('has no node for what the pack does not have', () => {
    const pack = { ...goodPack(), events: [], sources: [] };
    assert.deepEqual(
      outline(libraryOf(pack), '2000-01-01').map((node) => node.label),
      ['Topics', 'Glossary'],
    );
  });

  it('puts several packs above their parts', () => {
    const other = { ...goodPack(), id: 'others', title: 'Other bridges' };
    assert.deepEqual(
      outline(libraryOf(goodPack(), other), '2000-01-01').map((node) => node.label),
      ['Bridges', 'Other bridges'],
    );
  });

  it('is empty without a pack', () => {
    assert.deepEqual(outline(libraryOf(), '2000-01-01'), []);
  });

  it('gives every node an id of its own and every child its parent', () => {
    const roots = outline(libraryOf(goodPack()), '2000-01-01');
    const ids: string[] = [];
    const visit = (node: OutlineNode): void => {
      ids.push(node.id);
      node.children.forEach(visit);
    };
    roots.forEach(visit);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(parents(roots).get('bridges/term/arch')?.label, 'Parts');
  });
});
