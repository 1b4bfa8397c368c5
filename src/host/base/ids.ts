/** Every name that package.json and the code share. `manifest.test.ts` holds the two together. */
export const commandIds = {
  search: 'aideMemoire.search',
  showReference: 'aideMemoire.showReference',
  openEntry: 'aideMemoire.openEntry',
  openEntryToSide: 'aideMemoire.openEntryToSide',
  copyLink: 'aideMemoire.copyLink',
  copyCitation: 'aideMemoire.copyCitation',
  goBack: 'aideMemoire.goBack',
  goForward: 'aideMemoire.goForward',
  ignoreHere: 'aideMemoire.ignoreHere',
  ignoreEverywhere: 'aideMemoire.ignoreEverywhere',
  reportIgnored: 'aideMemoire.reportIgnored',
  nextMention: 'aideMemoire.nextMention',
  sortByName: 'aideMemoire.sortByName',
  sortByAppearance: 'aideMemoire.sortByAppearance',
  brief: 'aideMemoire.brief',
  insertCitation: 'aideMemoire.insertCitation',
  writeBibliography: 'aideMemoire.writeBibliography',
} as const;

export const viewIds = {
  outline: 'aideMemoire.outline',
  document: 'aideMemoire.document',
} as const;

/** Colours that themes can set. */
export const colorIds = {
  termMark: 'aideMemoire.termUnderline',
  contestedMark: 'aideMemoire.contestedTermUnderline',
} as const;

/** Tools for language models. */
export const toolNames = { lookUp: 'aideMemoire_lookUp' } as const;

export const panelViewType = 'aideMemoire.reference';

/** Context key that tells in which order the terms of a document stand. */
export const documentOrderKey = 'aideMemoire.documentOrder';

/** Context key that tells the welcome views which of them to show. */
export const libraryStateKey = 'aideMemoire.libraryState';
