import { countUpTo } from '../prose/countUpTo';
import type { Span } from '../terms/span';
import type { SpanList } from '../terms/spanList';

/** A sentence as a reader sees it. */
export interface PlainSentence {
  readonly text: string;
  /** From a stretch of the sentence as it is written, to one of `text`. */
  toPlain(span: Span): Span;
  /** And back. */
  toWritten(span: Span): Span;
}

/** Markup that a reader does not see, if it is all of an excluded stretch: code and formulas are read. */
const UNSEEN =
  /^(?:<\/?[A-Za-z][^<>]*>|\[\^[^\]]*\]|\](?:\([^()]*\)|\[[^\]]*\])?|\[[^\][]*@[^\][]*\]|\{[.#][^{}]*\}|\\(?:emph|text(?:bf|it|sc|sf|sl|rm|md|up)|underline|uline|mbox|text)|\\[A-Za-z]*[Cc]ite[A-Za-z]*\*?(?:\[[^\]]*\])*\{[^{}]*\})+$/;
const SIGNS = /\*{1,3}|_{1,3}/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Takes from a sentence the markup that a reader does not see: tags, commands and signs of emphasis, the targets of links,
 * marks of footnotes, citations.
 *
 * @param span Where the sentence stands in a text of which `exclude` says what is no prose.
 */
export function plainSentence(written: string, span: Span, exclude: SpanList): PlainSentence {
  const unseen = new Set<number>();
  const leaveOut = (start: number, end: number): void => {
    for (let at = start; at < end; at++) unseen.add(at);
  };
  for (const { start: from, end: to } of stretches(span, exclude)) {
    const markup = written.slice(from, to);
    if (!UNSEEN.test(markup)) continue;
    leaveOut(from, to);
    const opened = markup.startsWith(']') ? written.lastIndexOf('[', from) : -1;
    const closed = markup.startsWith('\\') && written[to] === '{' ? written.indexOf('}', to) : -1;
    if (opened >= 0) unseen.add(opened);
    if (closed >= 0) unseen.add(to).add(closed);
  }
  for (const { start, end } of emphasis(written)) leaveOut(start, end);
  const kept = Array.from({ length: written.length }, (_, at) => at).filter(
    (at) => !unseen.has(at),
  );
  const plainAt = (offset: number) => countUpTo(kept, offset - 1);
  return {
    text: unseen.size === 0 ? written : kept.map((at) => written.charAt(at)).join(''),
    toPlain: ({ start, end }) => ({ start: plainAt(start), end: plainAt(end) }),
    toWritten: ({ start, end }) => ({ start: kept[start] ?? 0, end: (kept[end - 1] ?? -1) + 1 }),
  };
}

/** The excluded stretches of a sentence, in its offsets. */
function stretches(span: Span, exclude: SpanList): readonly Span[] {
  const found: Span[] = [];
  if (!exclude.overlaps(span.start, span.end)) return found;
  let start = -1;
  for (let at = span.start; at <= span.end; at++) {
    const isWithin = at < span.end && exclude.overlaps(at, at + 1);
    if (isWithin && start < 0) start = at;
    if (isWithin || start < 0) continue;
    found.push({ start: start - span.start, end: at - span.start });
    start = -1;
  }
  return found;
}

/** Signs of emphasis that open and close. */
function emphasis(written: string): readonly Span[] {
  const found: Span[] = [];
  const open: (Span & { readonly sign: string })[] = [];
  for (const { 0: sign, index: start } of written.matchAll(SIGNS)) {
    const end = start + sign.length;
    const [before, behind] = [written.charAt(start - 1), written.charAt(end)];
    const last = open.at(-1);
    if (last?.sign === sign && /\S/.test(before) && !WORD.test(behind)) {
      found.push(last, { start, end });
      open.pop();
    } else if (/\S/.test(behind) && !WORD.test(before)) open.push({ start, end, sign });
  }
  return found;
}
