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
} as const;

export const viewIds = { outline: 'aideMemoire.outline' } as const;

/** Colours that themes can set. */
export const colorIds = {
  termMark: 'aideMemoire.termUnderline',
  contestedMark: 'aideMemoire.contestedTermUnderline',
} as const;

/** Tools for language models. */
export const toolNames = { lookUp: 'aideMemoire_lookUp' } as const;

export const panelViewType = 'aideMemoire.reference';

/** Context key that tells the welcome views which of them to show. */
export const libraryStateKey = 'aideMemoire.libraryState';
