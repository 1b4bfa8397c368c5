import type { MarkdownIt } from 'markdown-it';
import { openedMark } from './packTokens';
import { interfaceWording, type Wording } from './wording';

/** Says if no source at hand confirms the whole of a text, or a part of it. */
export function unconfirmedNote(
  markdown: MarkdownIt,
  text: string,
  { t }: Wording = interfaceWording,
): string {
  let inside = 0;
  let marked = false;
  let plain = false;
  for (const token of markdown.parse(text, {}).flatMap((block) => block.children ?? [])) {
    if (openedMark(token) === 'unconfirmed') inside++;
    else if (token.type === 'mark_close' && token.info === 'unconfirmed') inside--;
    else if (token.type === 'text' && /\p{L}/u.test(token.content)) {
      if (inside > 0) marked = true;
      else plain = true;
    }
  }
  if (!marked) return '';
  return ` · ${plain ? t('Unconfirmed in part') : t('Unconfirmed')}`;
}
