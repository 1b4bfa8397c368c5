import type { MarkdownIt } from 'markdown-it';
import type { Pack } from '../../src/core/packs/pack';
import { toLocalId } from '../../src/core/packs/entryId';
import { entryTexts } from '../../src/core/packs/entryTexts';
import { citedSources, openedMark } from '../../src/core/render/packTokens';

/** A sentence of a pack, with what stands behind it. */
export interface Statement {
  /** Which entry it stands in: `topic european-role`. */
  readonly where: string;
  /** Words alone. */
  readonly text: string;
  readonly sources: readonly string[];
  readonly unconfirmed: boolean;
}

// Stand-ins while a text is cut into sentences; none of them occurs in prose.
const citation = '\u0001';
const markOpen = '\u0002';
const markClose = '\u0003';

/** Every sentence of every text of the pack's topics, terms and events. */
export function packStatements(markdown: MarkdownIt, pack: Pack): readonly Statement[] {
  return [...pack.topics, ...pack.terms, ...pack.events].flatMap((entry) =>
    entryTexts(entry).flatMap((text) =>
      statements(markdown, text, `${entry.type} ${toLocalId(entry.id)}`),
    ),
  );
}

/** The sentences of a Markdown text. A citation belongs to the sentence in which, or right behind which, it stands. */
export function statements(
  markdown: MarkdownIt,
  text: string,
  where: string,
): readonly Statement[] {
  const found: Statement[] = [];
  for (const block of markdown.parse(text, {})) {
    if (block.children === null) continue;
    const cited: (readonly string[])[] = [];
    const prose = block.children
      .map((token) => {
        if (token.type === 'text' || token.type === 'code_inline') return token.content;
        if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
        if (token.type === 'citation') {
          cited.push(citedSources(token));
          return citation;
        }
        if (openedMark(token) === 'unconfirmed') return markOpen;
        return token.type === 'mark_close' && token.info === 'unconfirmed' ? markClose : '';
      })
      .join('');
    let seen = 0;
    let open = false;
    for (const sentence of sentences(prose)) {
      const count = sentence.split(citation).length - 1;
      const unconfirmed = open || sentence.includes(markOpen);
      const lastOpen = sentence.lastIndexOf(markOpen);
      const lastClose = sentence.lastIndexOf(markClose);
      if (lastOpen !== lastClose) open = lastOpen > lastClose;
      const words = sentence
        .replace(/[\u0001-\u0003]/g, '')
        .replace(/ +([.,;:!?])/g, '$1')
        .trim();
      found.push({
        where,
        text: words,
        sources: cited.slice(seen, seen + count).flat(),
        unconfirmed,
      });
      seen += count;
    }
  }
  return found;
}

/** Cuts prose behind a full stop, question or exclamation mark that is followed by a capital or an opening mark. */
function sentences(prose: string): readonly string[] {
  const end = /(?<=[.!?]["”’)\u0001\u0003]*)\s+(?=["“‘(«\u0002]*\p{Lu})/u;
  return prose.split(end).filter((sentence) => /\p{L}/u.test(sentence));
}

/** What stands between double quotation marks. */
export function quotedTexts(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]+)"|“([^”]+)”|«([^»]+)»/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}
