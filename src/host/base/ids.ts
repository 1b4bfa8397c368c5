/** Every name that package.json and the code share. `manifest.test.ts` holds the two together. */
export const commandIds = {
  search: 'aideMemoire.search',
  showReference: 'aideMemoire.showReference',
  openEntry: 'aideMemoire.openEntry',
  openEntryToSide: 'aideMemoire.openEntryToSide',
  copyLink: 'aideMemoire.copyLink',
  copyCitation: 'aideMemoire.copyCitation',
  copySection: 'aideMemoire.copySection',
  copyStatement: 'aideMemoire.copyStatement',
  insertStatement: 'aideMemoire.insertStatement',
  saveAsHtml: 'aideMemoire.saveAsHtml',
  pinCursorView: 'aideMemoire.pinCursorView',
  unpinCursorView: 'aideMemoire.unpinCursorView',
  searchSelection: 'aideMemoire.searchSelection',
  openSelection: 'aideMemoire.openSelection',
  openSample: 'aideMemoire.openSample',
  goBack: 'aideMemoire.goBack',
  goForward: 'aideMemoire.goForward',
  ignoreHere: 'aideMemoire.ignoreHere',
  ignoreEverywhere: 'aideMemoire.ignoreEverywhere',
  reportIgnored: 'aideMemoire.reportIgnored',
  nextMention: 'aideMemoire.nextMention',
  sortByName: 'aideMemoire.sortByName',
  sortByAppearance: 'aideMemoire.sortByAppearance',
  brief: 'aideMemoire.brief',
  insertLink: 'aideMemoire.insertLink',
  insertCitation: 'aideMemoire.insertCitation',
  writeBibliography: 'aideMemoire.writeBibliography',
} as const;

export const viewIds = {
  outline: 'aideMemoire.outline',
  document: 'aideMemoire.document',
  cursor: 'aideMemoire.cursor',
} as const;

/** Colours that themes can set. */
export const colorIds = {
  termMark: 'aideMemoire.termUnderline',
  contestedMark: 'aideMemoire.contestedTermUnderline',
} as const;

/** Tools for language models. */
export const toolNames = { lookUp: 'aideMemoire_lookUp' } as const;

/** Scheme of the documents in which editors show entries. */
export const entryScheme = 'aide-memoire';

export const panelViewType = 'aideMemoire.reference';

/** Context key that tells in which order the terms of a document stand. */
export const documentOrderKey = 'aideMemoire.documentOrder';

/** Context key that tells whether the view at the cursor stays as it is. */
export const viewPinnedKey = 'aideMemoire.cursorViewPinned';

/** Context key that tells whether the selection is a known term. */
export const selectionIsTermKey = 'aideMemoire.selectionIsTerm';

/** Context key that tells the welcome views which of them to show. */
export const libraryStateKey = 'aideMemoire.libraryState';
