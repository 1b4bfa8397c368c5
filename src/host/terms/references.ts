import * as vscode from 'vscode';
import type { EntryId } from '../../core/packs/pack';
import type { TermIndex } from '../../core/terms/termIndex';
import { linePlaces } from '../../core/terms/textLines';
import { settings } from '../base/settings';
import { isDraft } from '../drafts/isDraft';
import type { PackStore } from '../packs/packStore';

/** Files in which people write prose. */
const proseFiles = '**/*.{md,markdown,mdx,qmd,txt,tex,ltx,adoc,asciidoc,rst,html,htm,typ,org}';
const mostFiles = 20_000;
/** Longer files are data, and no draft. In bytes. */
const longestFile = 5_000_000;
/** For the list of files, in milliseconds. */
const longestWait = 10_000;
const decoder = new TextDecoder();

/** "Find All References" on a term in prose: its mentions in the files of the workspace and in what is open. */
export function registerReferences(
  store: PackStore,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.languages.registerReferenceProvider('*', {
    async provideReferences(document, position, _context, token) {
      if (!settings.definitionEnabled(document) || !settings.isProse(document)) return undefined;
      const { terms } = store.library;
      const match = terms.at(document.getText(), document.offsetAt(position));
      if (match === undefined) return undefined;
      const title = store.library.entry(match.entryId)?.title ?? '';
      return vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Window,
          title: vscode.l10n.t('Looking for mentions of {0}', title),
        },
        () => findMentions(terms, match.entryId, document, log, token),
      );
    },
  });
}

async function findMentions(
  terms: TermIndex,
  entryId: EntryId,
  document: vscode.TextDocument,
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const others = vscode.workspace.textDocuments.filter((each) => each !== document);
  const drafts = [document, ...others].filter(isDraft);
  const found = drafts.flatMap((each) => mentionsIn(terms, entryId, each.uri, each.getText()));
  const open = new Set(drafts.map(({ uri }) => uri.toString()));
  for (const uri of await listFiles(log, token)) {
    if (token.isCancellationRequested) return [];
    if (open.has(uri.toString())) continue;
    found.push(...mentionsIn(terms, entryId, uri, await readText(uri, log)));
  }
  return found;
}

/** The files of the workspace. Where nothing can list them, VS Code waits for what could, and would wait for ever. */
async function listFiles(
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const given = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, longestWait);
  });
  const listed = vscode.workspace.findFiles(proseFiles, excludedFiles(), mostFiles, token);
  const files = await Promise.race([listed, given]);
  clearTimeout(timer);
  if (files === undefined) {
    log.warn(
      vscode.l10n.t(
        'The files of this workspace cannot be listed; mentions are from open documents only.',
      ),
    );
  }
  return files ?? [];
}

function mentionsIn(
  terms: TermIndex,
  entryId: EntryId,
  uri: vscode.Uri,
  text: string,
): vscode.Location[] {
  const matches = terms.findAll(text).filter((match) => match.entryId === entryId);
  if (matches.length === 0) return [];
  const placeOf = linePlaces(text);
  return matches.map(({ start, end }) => {
    const [from, to] = [placeOf(start), placeOf(end)];
    const range = new vscode.Range(from.line, from.character, to.line, to.character);
    return new vscode.Location(uri, range);
  });
}

/** What a file says, or nothing if it is too long or cannot be read. */
async function readText(uri: vscode.Uri, log: vscode.LogOutputChannel): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > longestFile ? '' : decoder.decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    // A file may be gone, or may not be read by this user; the others still count.
    log.warn(`Mentions in ${uri.toString()} are left out: ${String(error)}`);
    return '';
  }
}

/** What search and explorer leave out, as one pattern. */
function excludedFiles(): string | null {
  const patterns = ['files', 'search'].flatMap((section) =>
    Object.entries(
      vscode.workspace
        .getConfiguration(section)
        .get<Readonly<Record<string, unknown>>>('exclude', {}),
    )
      .filter(([, isExcluded]) => isExcluded === true)
      .map(([pattern]) => pattern),
  );
  return patterns.length === 0 ? null : `{${patterns.join(',')}}`;
}
