import type { Entry, Overview, PackMarkdown } from './pack';

/** Every Markdown text of an entry, in the order in which a reader meets them. */
export function entryTexts(entry: Entry): readonly PackMarkdown[] {
  switch (entry.type) {
    case 'topic':
      return [entry.shortAnswer, ...entry.sections.map((section) => section.body)];
    case 'term':
      return [entry.definition, entry.contested, entry.scopeNote].filter(
        (text) => text !== undefined,
      );
    case 'event':
      return [entry.text];
    case 'overview':
      return overviewTexts(entry);
    case 'source':
      return [];
  }
}

function overviewTexts(overview: Overview): readonly PackMarkdown[] {
  switch (overview.kind) {
    case 'timeline':
      return overview.events.map(({ text }) => text);
    case 'pledges':
      return overview.pledges.map(({ statement }) => statement);
    case 'polls':
      return [];
  }
}
