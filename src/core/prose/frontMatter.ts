/**
 * Source of a regular expression, without the place, which is where a text begins. As in Pandoc, hyphens above a blank
 * line are a rule.
 */
export const FRONT_MATTER = String.raw`(?:---[ \t]*\r?\n(?![ \t]*\r?\n)(?:[^]*?\r?\n)?(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?:[^]*?\r?\n)?\+\+\+)[ \t]*(?:\r?\n|(?![^]))`;
const AT_START = new RegExp(`^${FRONT_MATTER}`);

/** How long the front matter in YAML or TOML is that a text begins with. UTF-16 code units; 0 if there is none. */
export function frontMatter(text: string): number {
  return /^(?:---|\+\+\+)/.test(text) ? (AT_START.exec(text)?.[0].length ?? 0) : 0;
}
