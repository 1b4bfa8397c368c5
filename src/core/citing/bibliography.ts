import * as l10n from '@vscode/l10n';

/** What a bibliography file holds. */
export type BibliographyKind = 'bib' | 'csl-json';

/** A source to be kept in a bibliography. */
export interface BibliographyEntry {
  /** The source's id, by which the product knows its own entries. */
  readonly id: string;
  readonly key: string;
  /** As the file has it: an entry of BibTeX, or an object of JSON, without the product's mark. */
  readonly text: string;
}

export interface BibliographyUpdate {
  readonly text: string;
  /** Keys, each once. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  /** Keys that others wrote, or have changed: they are as they were. */
  readonly left: readonly string[];
}

/** Why a file was left as it is: a sentence without its beginning, “line 3: a brace is not closed”. */
export interface BibliographyProblem {
  readonly problem: string;
}

/** An entry as it stands in a file. */
interface FileEntry {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Field, and member of `custom`, that marks an entry as the product's: the source's id and a sum of the rest. */
const MARK = 'x-aide-memoire';

/**
 * Brings a bibliography up to date. Entries that it did not write, or that somebody has changed since, stay as they are
 * to the letter, and so does everything between entries.
 *
 * @param text The file; empty if there is none yet.
 * @param entries What the document cites.
 * @param mayRemove Whether an entry of its own that is not cited goes: not if other documents use the file.
 * @param elsewhere Keys of the document's other bibliographies. They are not added here.
 */
export function updateBibliography(
  kind: BibliographyKind,
  text: string,
  entries: readonly BibliographyEntry[],
  mayRemove: (key: string) => boolean,
  elsewhere: ReadonlySet<string> = new Set(),
): BibliographyUpdate | BibliographyProblem {
  const format = kind === 'bib' ? bibtex : cslJson;
  const found = format.find(text);
  if ('problem' in found) return found;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const wanted = new Map(entries.map((entry) => [entry.key, entry]));
  const [updated, removed, left]: [string[], string[], string[]] = [[], [], []];
  const edits: { start: number; end: number; text: string | undefined }[] = [];
  for (const { start, end, key } of found) {
    const written = text.slice(start, end);
    const entry = wanted.get(key);
    if (!format.isOwn(written)) {
      if (entry !== undefined) left.push(key);
      continue;
    }
    if (entry === undefined) {
      if (!mayRemove(key)) continue;
      removed.push(key);
      edits.push({ start, end, text: undefined });
      continue;
    }
    const fresh = format.mark(entry).replace(/\r?\n/g, eol);
    if (fresh === written) continue;
    updated.push(key);
    edits.push({ start, end, text: fresh });
  }
  const known = new Set(found.map(({ key }) => key));
  const added = entries.filter(({ key }) => !known.has(key) && !elsewhere.has(key));
  const changed = format.apply(
    text,
    edits,
    added.map((entry) => format.mark(entry).replace(/\r?\n/g, eol)),
    eol,
  );
  return { text: changed, added: added.map(({ key }) => key), updated, removed, left };
}

/** The keys of a bibliography; none if it does not parse. */
export function bibliographyKeys(kind: BibliographyKind, text: string): readonly string[] {
  const found = (kind === 'bib' ? bibtex : cslJson).find(text);
  return 'problem' in found ? [] : found.map(({ key }) => key);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  /** Undefined: the entry goes. */
  readonly text: string | undefined;
}

interface FileFormat {
  find(text: string): readonly FileEntry[] | BibliographyProblem;
  mark(entry: BibliographyEntry): string;
  /** Whether an entry is the product's, and as it wrote it. */
  isOwn(entry: string): boolean;
  apply(text: string, edits: readonly Edit[], added: readonly string[], eol: string): string;
}

const bibtex: FileFormat = {
  find(text) {
    const entries: FileEntry[] = [];
    const opening = /^[ \t]*@([A-Za-z]+)\s*([{(])\s*/gm;
    for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
      const { 0: head, 1: type = '', 2: bracket = '{' } = match;
      const start = match.index + head.indexOf('@');
      const open = match.index + head.indexOf(bracket);
      const end = closingOf(text, open, bracket === '{' ? '}' : ')');
      if (end < 0)
        return { problem: l10n.t('line {0}: a bracket is not closed', lineOf(text, start)) };
      opening.lastIndex = end;
      const isEntry = !/^(?:comment|string|preamble)$/i.test(type);
      const key = /^[^,\s})]*/.exec(text.slice(match.index + head.length, end))?.[0] ?? '';
      if (isEntry && key !== '') entries.push({ start, end, key });
    }
    return entries;
  },
  mark: ({ id, text }) => `${bodyOf(text)},\n\t${MARK} = {${id}#${sumOf(bodyOf(text))}},\n}`,
  isOwn(entry) {
    const mark = new RegExp(`,\\r?\\n\\t${MARK} = \\{([^}#]*)#(\\w+)\\},\\r?\\n\\}$`).exec(entry);
    return mark !== null && sumOf(entry.slice(0, mark.index)) === mark[2];
  },
  apply(text, edits, added, eol) {
    // Of an entry that goes the blank lines behind it go too.
    const kept = applied(
      text,
      edits.map((edit) => {
        const behind = /^[ \t]*(?:\r?\n){0,2}/.exec(text.slice(edit.end))?.[0].length ?? 0;
        return edit.text === undefined ? { ...edit, end: edit.end + behind } : edit;
      }),
    );
    if (added.length === 0) return kept;
    const gap = kept.trim() === '' ? '' : kept.endsWith('\n') ? eol : eol + eol;
    return `${kept.trim() === '' ? '' : kept}${gap}${added.join(eol + eol)}${eol}`;
  },
};

const cslJson: FileFormat = {
  find(text) {
    if (text.trim() === '') return [];
    let items: unknown;
    try {
      items = JSON.parse(text.replace(/^\ufeff/, ' '));
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
    if (!Array.isArray(items)) return { problem: l10n.t('it is not a list of items') };
    const spans = itemSpans(text);
    return (items as readonly unknown[]).map((item, index) => ({
      ...(spans[index] ?? { start: 0, end: 0 }),
      key: String((item as { id?: unknown } | null)?.id ?? ''),
    }));
  },
  mark({ id, text }) {
    const item = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return indented({ ...item, custom: { [MARK]: `${id}#${sumOf(JSON.stringify(item))}` } });
  },
  isOwn(entry) {
    const parsed = JSON.parse(entry) as Readonly<Record<string, unknown>> | null;
    const { custom, ...item } = parsed ?? {};
    if (typeof custom !== 'object' || custom === null) return false;
    // What somebody has put beside the mark is theirs, and so then is the item.
    const [[name, mark] = [], ...others] = Object.entries(custom as Record<string, unknown>);
    if (name !== MARK || typeof mark !== 'string' || others.length > 0) return false;
    return mark.endsWith(`#${sumOf(JSON.stringify(item))}`);
  },
  apply(text, edits, added, eol) {
    const spans = itemSpans(text);
    const byStart = new Map(edits.map((edit) => [edit.start, edit]));
    const isGone = ({ start }: { readonly start: number }): boolean => {
      const edit = byStart.get(start);
      return edit !== undefined && edit.text === undefined;
    };
    const firstKept = spans.findIndex((span) => !isGone(span));
    const changes = spans.flatMap((span, index): Edit[] => {
      const edit = byStart.get(span.start);
      if (edit === undefined || !isGone(span)) return edit === undefined ? [] : [edit];
      // Of an item that goes a comma goes too: the one before it, or behind if no item before it stays.
      const isLed = firstKept >= 0 && firstKept < index;
      const start = isLed ? (spans[index - 1]?.end ?? span.start) : span.start;
      const end = isLed ? span.end : (spans[index + 1]?.start ?? span.end);
      return [{ start, end, text: undefined }];
    });
    const kept = applied(text, changes);
    if (added.length === 0) return kept;
    const items = added.join(`,${eol}  `);
    const close = kept.lastIndexOf(']');
    if (close < 0) return `[${eol}  ${items}${eol}]${eol}`;
    const head = kept.slice(0, close).trimEnd();
    const comma = head.endsWith('[') ? '' : head.endsWith(',') ? '' : ',';
    return `${head}${comma}${eol}  ${items}${eol}${kept.slice(close)}`;
  },
};

/** An entry of BibTeX without its closing bracket. */
function bodyOf(entry: string): string {
  return entry.replace(/,?\s*\}\s*$/, '');
}

function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text: fresh } of edits) {
    result += text.slice(at, Math.max(at, start)) + (fresh ?? '');
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}

/** Where a bracket is closed, with the brackets between and what a backslash stands before left aside; -1 if nowhere. */
function closingOf(text: string, open: number, close: string): number {
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (depth === 0 && char === close) return at + 1;
    else if (char === '{') depth++;
    else if (char === '}' && --depth < 0) return -1;
  }
  return -1;
}

/** Where each item of a list stands, in JSON that is known to parse. */
function itemSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let depth = 0;
  let start = -1;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s"[\]{},]+/g)) {
    const isClosing = token === ']' || token === '}';
    if (isClosing) depth--;
    const isBetween = depth === 1 && token === ',';
    if (depth === 0 && isClosing) break;
    if (isBetween) start = -1;
    else if (depth >= 1) {
      const end = index + token.length;
      const last = spans.at(-1);
      if (start < 0) spans.push({ start: (start = index), end });
      else if (last !== undefined) last.end = end;
    }
    if (token === '[' || token === '{') depth++;
  }
  return spans;
}

function indented(item: unknown): string {
  return JSON.stringify(item, undefined, 2).replaceAll('\n', '\n  ');
}

function lineOf(text: string, offset: number): string {
  return String(text.slice(0, offset).split('\n').length);
}

/** A short sum of a text (FNV-1a), by which it is seen that somebody has changed it. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const char of text.replaceAll('\r\n', '\n')) {
    sum ^= char.codePointAt(0) ?? 0;
    sum = Math.imul(sum, 0x01000193) >>> 0;
  }
  return sum.toString(36);
}

/** Where a document's bibliography stands. */
export interface BibliographyPlace {
  /** As the document has it: mostly from its own folder. `resolvePath` says where that is. */
  readonly path: string;
  readonly kind: BibliographyKind;
  /** Whether the document names the file itself: then others may use it too. */
  readonly isShared: boolean;
  /** BibLaTeX, Pandoc, Org and Typst know whole dates, BibTeX does not. */
  readonly dialect: 'bibtex' | 'biblatex';
}

/**
 * The bibliographies that a document names, in its front matter or with a command of LaTeX, Org or Typst; or else a file
 * of its own name beside it.
 *
 * @param name The document's file name.
 * @returns One at least. The first that can be written is the one to write, the others are read beside it.
 */
export function bibliographiesOf(
  text: string,
  name: string,
  otherwise: BibliographyKind,
): readonly BibliographyPlace[] {
  const front =
    /^\ufeff?---[ \t]*\r?\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '';
  const code = text.replace(/(^|[^\\])%.*/gm, '$1');
  const biblatex = [
    ...listedIn(front),
    ...(/\.org$/i.test(name) ? listedInOrg(text) : []),
    ...(/\.typ$/i.test(name) ? listedInTypst(text) : []),
  ].filter((path) => KIND.test(path));
  for (const [, path = ''] of code.matchAll(/\\addbibresource(?:\[[^\]\n]*\])?\{([^{}]+)\}/g))
    biblatex.push(path.trim());
  const bibtexNames = [...code.matchAll(/\\bibliography\{([^{}]+)\}/g)]
    .flatMap(([, list = '']) => list.split(','))
    .map((each) => `${each.trim().replace(/\.bib$/, '')}.bib`)
    .filter((path) => path !== '.bib');
  const places = [
    ...biblatex.map((path) => namedPlace(path, 'biblatex')),
    ...bibtexNames.map((path) => namedPlace(path, 'bibtex')),
  ];
  if (places.length > 0) return places;
  const stem = name.replace(/\.[^.]+$/, '');
  const path = otherwise === 'bib' ? `${stem}.bib` : `${stem}.references.json`;
  return [{ path, kind: otherwise, isShared: false, dialect: 'biblatex' }];
}

function namedPlace(path: string, dialect: 'bibtex' | 'biblatex'): BibliographyPlace {
  return { path, kind: /\.json$/i.test(path) ? 'csl-json' : 'bib', isShared: true, dialect };
}

/**
 * Where a path leads that stands in a document.
 *
 * @param path Of whatever system: `refs.bib`, `/home/a/b.bib`, `C:\\a\\b.bib`.
 * @param document The path of the document's address, as a URI has it: `/home/a/draft.md`, `/c:/a/draft.md`.
 * @param isOnDisk Whether the document stands on a disk, so that there is something for an absolute path to lead to.
 * @returns As `document`. Undefined if nobody but the document's own tools knows: a web address, somebody's home folder,
 *   a drive where there are none.
 */
export function resolvePath(path: string, document: string, isOnDisk: boolean): string | undefined {
  const drive = /^\/[A-Za-z]:(?=\/)/.exec(document)?.[0];
  const plain = drive === undefined ? path : path.replaceAll('\\', '/');
  if (/^(?:~[\w.-]*\/|[A-Za-z][A-Za-z\d+.-]+:\/|\/\/|\\\\)/.test(plain)) return undefined;
  const isOfDrive = /^[A-Za-z]:[\\/]/.test(plain);
  if (isOfDrive || plain.startsWith('/')) {
    if (!isOnDisk || (isOfDrive && drive === undefined)) return undefined;
    return normalised(isOfDrive ? `/${plain}` : `${drive ?? ''}${plain}`);
  }
  return normalised(`${document.slice(0, document.lastIndexOf('/'))}/${plain}`);
}

/** A path without `.` and `..`. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Bibliographies that can be written. Pandoc reads others too, such as YAML; they are left alone. */
const KIND = /\.(?:bib|json)$/i;

/** `#+bibliography: refs.bib` */
function listedInOrg(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*#\+bibliography:[ \t]*(\S.*)$/gim)].map(([, path = '']) =>
    unquoted(path),
  );
}

/** `#bibliography("refs.bib")`, `bibliography(("a.bib", "b.bib"), style: "apa")` */
function listedInTypst(text: string): readonly string[] {
  const code = text.replace(/(^|[^:])\/\/.*/gm, '$1');
  return [...code.matchAll(/\bbibliography\(\s*(?:\(([^()]*)\)|("[^"\n]*"))/g)].flatMap(
    ([, list, one]) =>
      [...(list ?? one ?? '').matchAll(/"([^"\n]*)"/g)].map(([, path = '']) => path),
  );
}

/** The paths that front matter lists as bibliographies: one, or several in brackets or on lines of their own. */
function listedIn(front: string): readonly string[] {
  const lines = front.split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith('bibliography:'));
  if (at < 0) return [];
  const value = withoutComment(lines[at]?.slice('bibliography:'.length) ?? '');
  if (value.startsWith('[')) return value.slice(1).replace(/\]$/, '').split(',').map(unquoted);
  if (value !== '') return [unquoted(value)];
  const items: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item === undefined) break;
    items.push(unquoted(withoutComment(item)));
  }
  return items;
}

function withoutComment(value: string): string {
  return value.replace(/(?:^|\s)#.*$/, '').trim();
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
