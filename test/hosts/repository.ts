import * as path from 'node:path';

/** The checkout these files are in. */
export const repositoryFolder = path.resolve(__dirname, '..', '..');

/** Where downloaded hosts are kept; git and vsce both ignore it. */
export const hostsFolder = path.join(repositoryFolder, '.vscode-test');

/** The documents a host opens: read it, but give a host a copy to write to. */
export const sampleWorkspace = path.join(repositoryFolder, 'test', 'fixtures', 'workspace');

export const nodeTestBundle = path.join('out', 'test', 'host', 'index.node.js');
export const webTestBundle = path.join('out', 'test', 'host', 'index.web.js');
