// What reads packs, drafts and queries: parsers and the search. A file of its own, loaded when first used.
export * from './core/packs/parsePack';
export * from './core/prose/markdownProse';
export * from './core/render/packMarkdown';
export * from './core/search/lookUp';
export * from './core/search/searchEntries';
export { config as configureLanguage } from '@vscode/l10n';
