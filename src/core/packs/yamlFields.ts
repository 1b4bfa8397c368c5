import * as l10n from '@vscode/l10n';
import parseEdtf from 'edtf';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { EdtfDate, PackProblem } from './pack';

/** Reports a problem at a node of a file. */
type Report = (node: Node | undefined, message: string) => void;

/**
 * The fields of one mapping in a YAML or JSON file. Each reader takes a key, reports what is wrong with its value,
 * and gives back what can be used.
 */
export class Fields {
  readonly #map: YAMLMap;
  readonly #what: string;
  readonly #report: Report;
  readonly #lineOf: (node: Node) => number;

  /** @param what Names the mapping in problems: `the term "nato"`. */
  constructor(map: YAMLMap, what: string, report: Report, lineOf: (node: Node) => number) {
    this.#map = map;
    this.#what = what;
    this.#report = report;
    this.#lineOf = lineOf;
  }

  /** Line of the mapping in its file, the first being 1. */
  get line(): number {
    return this.#lineOf(this.#map);
  }

  /** Line of the value of `key`, or of the mapping if there is none. */
  lineOf(key: string): number {
    return this.#lineOf(this.#node(key) ?? this.#map);
  }

  /** The same fields, named otherwise in problems. */
  named(what: string): Fields {
    return new Fields(this.#map, what, this.#report, this.#lineOf);
  }

  problem(key: string, message: string): void {
    this.#report(this.#node(key) ?? this.#map, message);
  }

  keys(): readonly string[] {
    return this.#map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
  }

  has(key: string): boolean {
    return this.#node(key) !== undefined;
  }

  /** Reports keys that are not in `known`: they are nearly always misspellings. */
  allowOnly(known: readonly string[]): void {
    for (const key of this.keys()) {
      if (known.includes(key)) continue;
      this.problem(
        key,
        l10n.t('“{0}” is not a field of {1}. Fields are: {2}.', key, this.#what, known.join(', ')),
      );
    }
  }

  /** A text that must be there. Numbers and dates count as the text they are written as. */
  requiredText(key: string): string | undefined {
    const text = this.text(key);
    if (text === undefined && !this.has(key))
      this.problem(key, l10n.t('{0} has no “{1}”. Add it.', this.#what, key));
    return text;
  }

  text(key: string): string | undefined {
    const node = this.#node(key);
    if (node === undefined) return undefined;
    const text = scalarText(node);
    if (text === undefined)
      this.#report(node, l10n.t('“{0}” of {1} must be a text.', key, this.#what));
    else if (text.trim() === '')
      this.#report(
        node,
        l10n.t('“{0}” of {1} is empty. Fill it in or take it out.', key, this.#what),
      );
    else return text.trim();
    return undefined;
  }

  number(key: string): number | undefined {
    const node = this.#node(key);
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === 'number') return node.value;
    this.#report(node, l10n.t('“{0}” of {1} must be a number.', key, this.#what));
    return undefined;
  }

  /** A text or a number, each as it is. */
  textOrNumber(key: string): string | number | undefined {
    const node = this.#node(key);
    // 2025 alone is read as a number, but a date is what it means only where the caller says so.
    return isScalar(node) && typeof node.value === 'number' ? node.value : this.requiredText(key);
  }

  /** A date in EDTF that must be there. */
  requiredDate(key: string): EdtfDate | undefined {
    return this.has(key) ? this.date(key) : this.requiredText(key);
  }

  date(key: string): EdtfDate | undefined {
    const date = this.text(key);
    if (date === undefined || isEdtf(date)) return date;
    this.problem(
      key,
      l10n.t(
        '“{0}” is not a date in EDTF. Write 2025-09-05, 2025-09, 2025 or 2026-01-23/2026-01-24.',
        date,
      ),
    );
    return undefined;
  }

  boolean(key: string, otherwise: boolean): boolean {
    const node = this.#node(key);
    if (node === undefined) return otherwise;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.#report(node, l10n.t('“{0}” of {1} must be true or false.', key, this.#what));
    return otherwise;
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const choice = choices.find((each) => each === text);
    if (choice === undefined)
      this.problem(
        key,
        l10n.t('“{0}” of {1} must be one of: {2}.', key, this.#what, choices.join(', ')),
      );
    return choice;
  }

  texts(key: string): readonly string[] {
    return this.#items(key, l10n.t('texts')).flatMap((node) => {
      const text = scalarText(node)?.trim();
      if (text !== undefined && text !== '') return [text];
      this.#report(
        node,
        l10n.t(
          'An item of “{0}” of {1} is empty or is not text. Fill it in or take it out.',
          key,
          this.#what,
        ),
      );
      return [];
    });
  }

  map(key: string): Fields | undefined {
    const node = this.#node(key);
    if (node === undefined) return undefined;
    if (isMap(node))
      return new Fields(node, l10n.t('“{0}” of {1}', key, this.#what), this.#report, this.#lineOf);
    this.#report(
      node,
      l10n.t('“{0}” of {1} must be a mapping of names to values.', key, this.#what),
    );
    return undefined;
  }

  maps(key: string): readonly Fields[] {
    return this.#items(key, l10n.t('mappings')).flatMap((node) => {
      if (isMap(node))
        return [
          new Fields(
            node,
            l10n.t('an item of “{0}” of {1}', key, this.#what),
            this.#report,
            this.#lineOf,
          ),
        ];
      this.#report(
        node,
        l10n.t('An item of “{0}” of {1} must be a mapping of names to values.', key, this.#what),
      );
      return [];
    });
  }

  /** The value as plain JSON data. */
  toJson(): Record<string, unknown> {
    return this.#map.toJSON() as Record<string, unknown>;
  }

  #items(key: string, what: string): readonly Node[] {
    const node = this.#node(key);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items as Node[];
    this.#report(node, l10n.t('“{0}” of {1} must be a list of {2}.', key, this.#what, what));
    return [];
  }

  #node(key: string): Node | undefined {
    const node = this.#map.get(key, true) as Node | undefined;
    return isScalar(node) && node.value === null ? undefined : node;
  }
}

/** Whether a text is a date in EDTF. */
export function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch {
    // edtf tells of every text that is no date by throwing.
    return false;
  }
}

function scalarText(node: Node): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value;
  // A year or a version is written without quotation marks; its source has it as the writer wrote it.
  return typeof node.value === 'number' ? (node.source ?? String(node.value)) : undefined;
}

/** What a YAML or JSON text holds at its top, as far as it can be read. */
export interface ParsedYaml {
  readonly map?: Fields;
  readonly items: readonly Fields[];
}

/**
 * Parses a YAML or JSON text.
 *
 * @param expected What stands at the top: one mapping, or a list of them.
 * @param what Names the file or a list's item in problems.
 * @param firstLine Line of the file at which `text` begins; the first is 1.
 */
export function parseYaml(
  text: string,
  expected: 'map' | 'list',
  what: string,
  file: string,
  firstLine: number,
  problems: PackProblem[],
): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lineAt = (offset: number): number =>
    firstLine + Math.max(lines.linePos(offset).line, 1) - 1;
  const lineOf = (node: Node): number => lineAt(node.range?.[0] ?? 0);
  const report: Report = (node, message) => {
    problems.push({ file, line: node === undefined ? firstLine : lineOf(node), message });
  };
  for (const error of document.errors) {
    problems.push({
      file,
      line: lineAt(error.pos[0]),
      message: l10n.t('This is not valid YAML: {0}', error.message),
    });
  }
  if (document.errors.length > 0) return { items: [] };
  const top = document.contents ?? undefined;
  if (expected === 'map') {
    if (isMap(top)) return { map: new Fields(top, what, report, lineOf), items: [] };
    report(top, l10n.t('{0} must be a mapping of names to values.', what));
    return { items: [] };
  }
  // An empty file is an empty list.
  if (top === undefined) return { items: [] };
  if (!isSeq(top)) {
    report(top, l10n.t('{0} must be a list: each item begins with “- id: …”.', file));
    return { items: [] };
  }
  const items = (top.items as Node[]).flatMap((node) => {
    if (isMap(node)) return [new Fields(node, what, report, lineOf)];
    report(node, l10n.t('Each item of {0} must be a mapping of names to values.', file));
    return [];
  });
  return { items };
}
