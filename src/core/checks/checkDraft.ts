import type { MarkdownIt } from 'markdown-it';
import type { Draft } from '../drafts/draft';
import type { Library } from '../packs/library';
import { findDiscouragedForms } from './discouragedForms';
import type { Steps } from '../terms/steps';
import type { Finding, Rule } from './finding';
import { findUnrecordedFigures } from './recordedFacts';
import { findUnexplainedAbbreviations } from './unexplainedAbbreviations';

/**
 * Holds a draft to the rules that are on.
 *
 * @returns By place.
 * Cost: a look at each match's numbers, and, in steps, at each sentence with a term of which facts are recorded.
 */
export function* checkDraft(
  library: Library,
  markdown: MarkdownIt,
  draft: Draft,
  isOn: (rule: Rule) => boolean,
): Steps<readonly Finding[]> {
  const findings = [
    ...(isOn('discouragedForm') ? findDiscouragedForms(library, draft) : []),
    ...(isOn('unexplainedAbbreviation')
      ? findUnexplainedAbbreviations(library, markdown, draft)
      : []),
    ...(isOn('recordedFact') ? yield* findUnrecordedFigures(library, draft) : []),
  ];
  return findings.sort((a, b) => a.start - b.start);
}
