import type { MarkdownIt } from 'markdown-it';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import { findDiscouragedForms } from './discouragedForms';
import type { Finding, Rule } from './finding';
import { findUnrecordedFigures } from './recordedFacts';
import { findUnexplainedAbbreviations } from './unexplainedAbbreviations';

/**
 * Holds a draft to the rules that are on.
 *
 * @returns By place.
 * Cost: a look at each match's numbers, and at the sentences around what the rules are about.
 */
export function checkDraft(
  library: Library,
  markdown: MarkdownIt,
  draft: Draft,
  isOn: (rule: Rule) => boolean,
): readonly Finding[] {
  const find: Readonly<Record<Rule, () => readonly Finding[]>> = {
    discouragedForm: () => findDiscouragedForms(draft),
    unexplainedAbbreviation: () => findUnexplainedAbbreviations(library, markdown, draft),
    recordedFact: () => findUnrecordedFigures(library, draft),
  };
  return Object.entries(find)
    .flatMap(([rule, findings]) => (isOn(rule as Rule) ? findings() : []))
    .sort((a, b) => a.start - b.start);
}
