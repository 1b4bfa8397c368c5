import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPackFiles } from '../../build';
import { parsePack } from '../../src/core/packs/parsePack';
import { createPackMarkdown } from '../../src/core/render/packMarkdown';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../src/core/terms/termPackBuilder';
import { rules, sharedLabels } from './rules';
import { packStatements } from './statements';

// Holds every shipped pack to the rules, and prints what is in it.

const root = join(__dirname, '..', '..', 'resources', 'packs');
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
let failures = 0;
for (const { name } of folders) failures += check(name);
if (failures > 0) {
  console.error(`${String(failures)} problems.`);
  process.exitCode = 1;
}

function check(name: string): number {
  const { pack, problems } = parsePack(name, readPackFiles(join(root, name)));
  const markdown = createPackMarkdown();
  const found = problems.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`);
  if (pack !== undefined) {
    const { pack: termPack, unusable } = buildTermPack(pack.terms);
    found.push(...unusable.map(({ entryId, message }) => `${entryId}: ${message}`));
    const mentionsFile = join(__dirname, `${name}.mentions.yaml`);
    const mentions = existsSync(mentionsFile)
      ? (parse(readFileSync(mentionsFile, 'utf8')) as readonly string[])
      : [];
    for (const [rule, run] of Object.entries(rules)) {
      for (const message of run({ pack, markdown, terms: createTermIndex([termPack]), mentions }))
        found.push(`${rule}: ${message}`);
    }
    const all = packStatements(markdown, pack);
    const shared = [...sharedLabels(pack).keys()];
    const counts = [
      `${String(pack.topics.length)} topics`,
      `${String(pack.terms.length)} terms with ${String(pack.terms.flatMap(({ labels }) => labels).length)} labels`,
      `${String(pack.events.length)} events`,
      `${String(pack.sources.length)} sources`,
      `${String(pack.polls.length)} polls`,
      `${String(pack.pledges.length)} pledges`,
      `${String(pack.quotations.length)} quotations`,
      `${String(all.filter(({ sources }) => sources.length > 0).length)} statements with a source`,
      `${String(all.filter(({ sources }) => sources.length === 0).length)} without`,
      `${String(all.filter(({ unconfirmed }) => unconfirmed).length)} unconfirmed`,
      `${String(shared.length)} labels that terms share${shared.length === 0 ? '' : `: ${shared.join(', ')}`}`,
    ];
    console.log(`${name}: ${counts.join('; ')}.`);
  }
  for (const message of found) console.error(message);
  return found.length;
}
