import type { Pack } from '../../src/core/packs/pack';
import type { PackFile } from '../../src/core/packs/packFile';
import { parsePack, type ParsedPack } from '../../src/core/packs/parsePack';

/** A small pack that is right in every part: a file per kind, two terms, a topic, two sources, an event. */
export const smallPack: Readonly<Record<string, string>> = {
  'pack.yaml': `title: Bridges
description: A pack for tests.
lang: en
asOf: 2026-01-01
topics:
  - title: Basics
    topics: [spans]
kinds:
  - { id: part, one: Part, many: Parts, icon: tools }
`,
  'topics/spans.md': `---
id: spans
title: Spans
question: How far can a bridge reach?
asOf: 2025-03-04
terms: [arch]
events: [first-arch]
---
A bridge reaches as far as its [arch](term/arch) [@road-2024].

## Long ones

The longest is *contested* [@road-2024; @river-2025].

## Short ones

[Few are counted.]{.unconfirmed} See [above](topic/spans#long-ones).
`,
  'terms/parts.yaml': `- id: arch
  kind: part
  prefLabel: { en: Arch, fr: arche }
  altLabel: { en: [vault] }
  hiddenLabel: { en: [archh] }
  discouraged:
    - { label: bow, reason: A bow is for arrows., source: road-2024 }
  definition: A curved part that carries weight [@road-2024].
  asOf: 2025-03-04
  related: [pier]
  topics: [spans]
  sources: [river-2025]
  conditions:
    - labels: [vault]
      requires: { within: sentence, anyOf: [bridge] }
  facts:
    - { property: built, value: 1200, asOf: 2025-03-04, sources: [road-2024] }
- id: pier
  kind: part
  prefLabel: { en: Pier }
  definition: '[A part that stands in the water.]{.unconfirmed}'
  asOf: 2025-01-01
`,
  'timeline.yaml': `- id: first-arch
  date: 1200
  text: The first [arch](term/arch) is built [@road-2024].
  terms: [arch]
- id: earlier
  date: 1100-05
  text: Something before.
`,
  'sources.json': `[
  { "id": "road-2024", "type": "book", "title": "Roads", "publisher": "Road House",
    "issued": { "date-parts": [[2024, 5, 6]] }, "URL": "https://example.org/roads" },
  { "id": "river-2025", "type": "webpage", "title": "Rivers", "issued": { "date-parts": [[2025]] },
    "custom": { "kind": "research", "stateOutlet": true, "republishes": "Wire" } }
]
`,
};

/** Parses the small pack, with some of its files replaced, added, or (undefined) left out. */
export function parseSmallPack(
  changes: Readonly<Record<string, string | undefined>> = {},
): ParsedPack {
  const files: PackFile[] = Object.entries({ ...smallPack, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
  return parsePack('bridges', files);
}

/** The small pack, which has no problems. */
export function goodPack(): Pack {
  const { pack } = parseSmallPack();
  if (pack === undefined) throw new Error('The small pack does not parse.');
  return pack;
}
