import { allInflections, type InflectionRules } from './inflection';
import { runToEnd } from './steps';
import type { LabelledEntry } from './termIndex';
import { companyWordsOf, labelNumbersOf, type TermAutomaton, type TermPack } from './termPack';

/**
 * A compiled pack in one buffer: a header of 32-bit numbers, then those of the automaton and its arrays,
 * all of 32-bit numbers too. The entries themselves are not in it. Byte order is that of the
 * machine, which is little-endian wherever VS Code runs; a buffer of another order has another first number.
 */
const MAGIC = 0x544d4131;
const VERSION = 13;
const HEADER = 6;
const AUTOMATON_HEADER = 10;

function arraysOf(automaton: TermAutomaton): readonly (Int32Array | Uint32Array)[] {
  const { cells, leaves, symbols, heads, wholes, leadingSigns, oddStarts } = automaton;
  return [cells, leaves, symbols, heads, wholes, leadingSigns, oddStarts];
}

function sizeOf(automaton: TermAutomaton): number {
  return arraysOf(automaton).reduce((size, array) => size + array.byteLength, 4 * AUTOMATON_HEADER);
}

const RULES = Object.keys(allInflections) as readonly (keyof InflectionRules)[];

function bitsOf(rules: InflectionRules): number {
  return RULES.reduce((bits, rule, index) => bits | (rules[rule] ? 1 << index : 0), 0);
}

function rulesOf(bits: number): InflectionRules {
  const rules: Record<keyof InflectionRules, boolean> = { ...allInflections };
  RULES.forEach((rule, index) => (rules[rule] = (bits & (1 << index)) !== 0));
  return rules;
}

/** A number by which a buffer is known to be of these entries: lengths and three letters of their labels, hashed. */
function fingerprintOf(entries: readonly LabelledEntry[]): number {
  let hash = 0x811c9dc5;
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  for (const { labels } of entries) {
    mix(labels.length);
    for (const { text } of labels) {
      mix(text.length);
      mix(text.charCodeAt(0));
      mix(text.charCodeAt(text.length - 1));
      mix(text.charCodeAt(text.length >> 1));
    }
  }
  return hash | 0;
}

/** Writes a pack into one buffer. */
export function saveTermPack(pack: TermPack): ArrayBuffer {
  const { automaton } = pack;
  const buffer = new ArrayBuffer(4 * HEADER + sizeOf(automaton));
  new Int32Array(buffer, 0, HEADER).set([
    MAGIC,
    VERSION,
    pack.labelCount,
    fingerprintOf(pack.entries),
    bitsOf(pack.rules),
    pack.companyWords.length,
  ]);
  let at = 4 * HEADER;
  const arrays = arraysOf(automaton);
  const header = new Int32Array(buffer, at, AUTOMATON_HEADER);
  header.set(arrays.map((array) => array.length));
  header.set([automaton.wordClasses, automaton.longest, automaton.longestCompany], arrays.length);
  at += 4 * AUTOMATON_HEADER;
  for (const array of arrays) {
    new Int32Array(buffer, at, array.length).set(array);
    at += array.byteLength;
  }
  return buffer;
}

/**
 * Makes a pack of a buffer that `saveTermPack` wrote, without building and without copying.
 *
 * @param entries The entries that the pack was built of, in the same order.
 * @returns Undefined if the buffer is of another version, byte order or set of labels, or damaged in its length.
 */
export function loadTermPack(
  buffer: ArrayBuffer,
  entries: readonly LabelledEntry[],
): TermPack | undefined {
  if (buffer.byteLength < 4 * HEADER) return undefined;
  const [magic, version, labelCount, fingerprint, bits = 0, companyCount] = new Int32Array(
    buffer,
    0,
    HEADER,
  );
  if (magic !== MAGIC || version !== VERSION || labelCount === undefined) return undefined;
  const { labelStarts, labelEntries } = runToEnd(labelNumbersOf(entries));
  if (labelStarts[entries.length] !== labelCount || fingerprint !== fingerprintOf(entries))
    return undefined;
  const automaton = loadAutomaton(buffer, 4 * HEADER);
  const companyWords = companyCount === 0 ? [] : runToEnd(companyWordsOf(entries));
  if (automaton === undefined || companyWords.length !== companyCount) return undefined;
  return {
    entries,
    rules: rulesOf(bits),
    labelCount,
    automaton,
    companyWords,
    labelStarts,
    labelEntries,
  };
}

function loadAutomaton(buffer: ArrayBuffer, offset: number): TermAutomaton | undefined {
  if (offset + 4 * AUTOMATON_HEADER > buffer.byteLength) return undefined;
  const header = new Int32Array(buffer, offset, AUTOMATON_HEADER);
  const [wordClasses = 0, longest = 0, longestCompany = 0] = header.subarray(7);
  const starts: number[] = [];
  let at = offset + 4 * AUTOMATON_HEADER;
  for (const length of header.subarray(0, 7)) {
    starts.push(at);
    at += 4 * length;
  }
  if (at > buffer.byteLength) return undefined;
  const place = (index: number) => [buffer, starts[index] ?? 0, header[index] ?? 0] as const;
  return {
    cells: new Int32Array(...place(0)),
    leaves: new Int32Array(...place(1)),
    symbols: new Uint32Array(...place(2)),
    heads: new Uint32Array(...place(3)),
    wholes: new Uint32Array(...place(4)),
    leadingSigns: new Uint32Array(...place(5)),
    oddStarts: new Uint32Array(...place(6)),
    wordClasses,
    longest,
    longestCompany,
  };
}
