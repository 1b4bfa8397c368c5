import type { TextEdit } from '../../src/core/terms/termIndex';

/** A paragraph with what Markdown has; a million characters are made of it. */
const paragraph = `## Talks on a reassurance force

The **UN Charter** and \`NATO\` were named at the [Paris summit](https://example.org/paris); "security guarantees", said
one of the leaders of the Coalition of the Willing, "come first". Nobody in Kyiv or Moscow was surprised[^1].

- Emmanuel Macron spoke of troops on land, at sea and in the air.
- Keir Starmer spoke of "boots on the ground", with \`code\` beside them.

> The Budapest Memorandum was signed on 5 December 1994.

`;

export const megabyteOfMarkdown = paragraph.repeat(Math.ceil(1_000_000 / paragraph.length));

/** What is typed, letter by letter: a sentence with a pair of backticks, and a new paragraph. */
const typed = [...'NATO and the UN Charter, so they say, bind `those` who sign.\n\nKyiv. '];
/** Every so many letters one is taken back. */
const slip = 17;

/** Five hundred edits in the middle of a text, each in offsets of the text after those before it. */
export function recordedEdits(text: string): readonly TextEdit[] {
  let offset = text.indexOf('## ', text.length / 2);
  return Array.from({ length: 500 }, (_, index) => {
    const isSlip = index % slip === slip - 1;
    const edit = {
      ...{ start: isSlip ? offset - 1 : offset, end: offset },
      inserted: isSlip ? '' : (typed[index % typed.length] ?? ''),
    };
    offset = edit.start + edit.inserted.length;
    return edit;
  });
}
