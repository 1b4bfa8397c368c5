import { expect } from 'chai';
import fc from 'fast-check';
import { joinEdits, toTextEdit, type PendingEdit } from '../../../src/core/drafts/draft';
import { nextMention, usedTerms } from '../../../src/core/drafts/usedTerms';
import { monthsBefore } from '../../../src/core/packs/freshness';
import { brief } from '../../../src/core/drafts/brief';
import { createPackMarkdown } from '../../../src/core/render/packMarkdown';
import { draftOf, shippedLibrary } from '../checks/shippedDraft';

const library = shippedLibrary();
const markdown = createPackMarkdown();

describe('edits of a draft', () => {
  it('are one edit with the same result', () => {
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(9), fc.string({ maxLength: 9 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), edits, (before, changes) => {
        let text = before;
        let pending: PendingEdit | undefined;
        for (const [at, length, inserted] of changes) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          pending = joinEdits(pending, { start, end, newLength: inserted.length });
          text = text.slice(0, start) + inserted + text.slice(end);
        }
        const edit = toTextEdit(pending ?? { start: 0, end: 0, newLength: 0 }, text);
        const made = before.slice(0, edit.start) + edit.inserted + before.slice(edit.end);
        expect(made).to.equal(text);
      }),
    );
  });
});

describe('the terms of a draft', () => {
  const draft = draftOf(library, 'NATO, peacekeepers, NATO. The North Atlantic Treaty of 1949.');

  it('are counted, with what to look at', () => {
    const used = usedTerms(library, markdown, draft, '2025-11-24');
    expect(used.map(({ term, count, notes }) => [term.title, count, notes])).to.deep.equal([
      ['North Atlantic Treaty Organization', 2, ['not explained']],
      ['Peacekeeping', 1, ['out of date', 'contested']],
      ['North Atlantic Treaty', 1, []],
    ]);
  });

  it('have a next mention, and behind the last the first again', () => {
    const nato = draft.matches.mentions()[0]?.entryId ?? '';
    const starts = [-1, 0, 19, 20, 60].map((offset) => nextMention(draft, nato, offset)?.start);
    expect(starts).to.deep.equal([0, 20, 20, 0, 0]);
    expect(nextMention(draft, 'no/term/x', 0)).to.equal(undefined);
  });

  it('are out of date by calendar months', () => {
    expect(monthsBefore(new Date('2026-11-24'), 12)).to.equal('2025-11-24');
    expect(monthsBefore(new Date('2026-01-15'), 2)).to.equal('2025-11-15');
  });

  it('make a brief in which nothing of a pack comes to life', () => {
    const used = usedTerms(library, markdown, draft, '2025-11-24').map((each) => ({
      ...each,
      term: { ...each.term, title: '<img src=x> [a](b) *c*', definition: '<b>x</b> [y](z)' },
    }));
    const written = brief(library, markdown, 'a [draft](x)', used);
    expect(written).to.match(/^# Brief for a \\\[draft\\\]\(x\)\n/);
    expect(written).to.include('\\<img src=x\\> \\[a\\](b) \\*c\\*');
    expect(written).not.to.match(/(?<!\\)<[a-z]/);
  });
});
