import { execFileSync } from 'node:child_process';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import type { InflectionRules } from '../../src/core/terms/inflection';
import type { LabelledEntry } from '../../src/core/terms/termIndex';
import { buildTermPack } from '../../src/core/terms/termPackBuilder';
import { keep, median, timeOf } from './measure';
import { chosen, peers, type Found, type Peer } from './peers';
import { builtInPack, entriesOf, millionLabels, nounLabels, prose } from './vocabularies';

export type Vocabulary = 'built-in pack' | 'WordNet nouns' | 'a million labels';

/** The entries of a vocabulary. */
export function vocabularyOf(name: Vocabulary): readonly LabelledEntry[] {
  if (name === 'built-in pack') return builtInPack().terms;
  return entriesOf(name === 'WordNet nouns' ? nounLabels() : millionLabels());
}

const noInflection: InflectionRules = {
  englishPlural: false,
  englishPossessive: false,
  englishHead: false,
  german: false,
  french: false,
  ukrainian: false,
  russian: false,
};

/** Labels on which all agree what a match is: small letters of ASCII and single spaces, without conditions. */
function plainLabels(entries: readonly LabelledEntry[]): string[] {
  const labels = entries.flatMap((entry) =>
    entry.labels
      .filter(
        ({ text, condition }) =>
          condition === undefined && /^[A-Za-z][a-z]+(?: [a-z]+)*$/.test(text),
      )
      .map(({ text }) => text.toLowerCase()),
  );
  return [...new Set(labels)];
}

/** Prose with nothing in it on which rules could differ, and a label, or half of one, behind every sentence. */
function plainProse(length: number, labels: readonly string[]): string {
  const plain = prose(length)
    .toLowerCase()
    .replace(/[^a-z .,]+/g, ' ')
    .replace(/ +/g, ' ');
  return plain
    .split('. ')
    .map((sentence, n) => {
      const label = labels[(n * 7919) % labels.length] ?? '';
      return `${sentence}. ${n % 3 === 0 ? label.slice(0, label.length / 2) : label}`;
    })
    .join(', ');
}

interface Compared {
  readonly ratio: number;
  readonly verdict: string;
  readonly isSame: boolean;
}

const SLOW = 20_000;
/** Matches are compared on a text of so many units: one package takes seconds for more. */
const COMPARED = 100_000;
/** So many runs of each are not counted. */
const WARM = 10;

function compare(peer: Peer, entries: readonly LabelledEntry[]): Compared {
  const text = prose(1 << 20);
  const small = text.toLowerCase();
  const labels = entries.flatMap((entry) => entry.labels.map((label) => label.text.toLowerCase()));
  const index = createTermIndex([buildTermPack(entries).pack]);
  let peerSearch: ReturnType<Peer['build']> | undefined;
  const built = timeOf(() => (peerSearch = peer.build([...new Set(labels)])));
  if (peerSearch === undefined) throw new Error('not built');
  const { search } = peerSearch;
  // A search that takes long for a piece is measured on that piece alone.
  const piece = small.slice(0, SLOW);
  const isSlow =
    timeOf(() => {
      keep(search(piece) === undefined ? 0 : 1);
    }) > 200;
  const searched = isSlow ? piece : small;
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run < (isSlow ? 1 : WARM + 7); run++) {
    theirs.push(
      timeOf(() => {
        keep(search(searched) === undefined ? 0 : 1);
      }),
    );
    for (let i = 0; i < 3; i++)
      ours.push(
        timeOf(() => {
          keep(index.scan(text).length);
        }),
      );
  }
  const spent = median(theirs.slice(isSlow ? 0 : WARM)) * (small.length / searched.length);
  const same = compareMatches(peer, entries);
  const how = isSlow ? `, on ${String(SLOW / 1000)} KB` : '';
  return {
    ratio: spent / median(ours.slice(isSlow ? 0 : 3 * WARM)),
    verdict: `${spent.toFixed(0)} ms${how}, built in ${built.toFixed(0)} ms; ${same.verdict}`,
    isSame: same.isSame,
  };
}

/** Whether the peer finds the same where rules agree. */
function compareMatches(
  peer: Peer,
  entries: readonly LabelledEntry[],
): { verdict: string; isSame: boolean } {
  const labels = plainLabels(entries);
  const text = plainProse(COMPARED, labels);
  const index = createTermIndex([buildTermPack(entriesOf(labels), noInflection).pack]);
  const ours = index.findAll(text).map(({ start, end }): Found => [start, end]);
  const { search, spans } = peer.build(labels);
  const theirs = chosen(text, spans(search(text)));
  const at = ours.findIndex(([start, end], i) => theirs[i]?.[0] !== start || theirs[i][1] !== end);
  if (at < 0 && ours.length === theirs.length) {
    return { verdict: `the same ${String(ours.length)} matches`, isSame: true };
  }
  const place = at < 0 ? ours.length : at;
  const told = (found: Found | undefined) =>
    found === undefined ? 'nothing' : `"${text.slice(...found)}" at ${String(found[0])}`;
  return {
    verdict: `DIFFERS: ours ${told(ours[place])}, theirs ${told(theirs[place])}`,
    isSame: false,
  };
}

/** The result of one peer, as one line of JSON: what the child process prints. */
export function printPeer(name: string, vocabulary: Vocabulary): void {
  const peer = peers.find((candidate) => candidate.name === name);
  if (peer === undefined) throw new Error(`no peer ${name}`);
  console.log(JSON.stringify(compare(peer, vocabularyOf(vocabulary))));
}

/**
 * Prints how much faster our scan is than each peer's search on the full vocabulary, where the peers know no endings,
 * accents, dashes or conditions, and whether they find the same on its plain labels, where rules agree. Each peer has
 * a process of its own, with our index in it, so that one that fails takes nothing with it.
 *
 * @returns Whether all that got through found the same.
 */
export function comparePeers(vocabulary: Vocabulary, aim: number): boolean {
  console.log(`\nAgainst other ways, ${vocabulary} (times our speed)`);
  let fastest: { name: string; ratio: number } | undefined;
  let allSame = true;
  for (const { name, isPackage } of peers) {
    const told = (words: string) => {
      console.log(`  ${name.padEnd(40)}${words}`);
    };
    try {
      const out = execFileSync(
        process.execPath,
        ['--max-old-space-size=6000', __filename, '--peer', name, vocabulary],
        { encoding: 'utf8', timeout: 240_000, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      const { ratio, verdict, isSame } = JSON.parse(out) as Compared;
      told(`${ratio.toFixed(1).padStart(7)} times: ${verdict}`);
      allSame &&= isSame;
      if (isPackage && (fastest === undefined || ratio < fastest.ratio)) fastest = { name, ratio };
    } catch {
      told('does not get through (no result within 4 minutes and 6 GB, or it throws)');
    }
  }
  if (fastest !== undefined) {
    const holds = fastest.ratio >= aim ? 'ok' : 'BELOW THE AIM';
    console.log(
      `  fastest package: ${fastest.name}, ${fastest.ratio.toFixed(1)} times, at least ${String(aim)} ${holds}`,
    );
  }
  return allSame;
}
