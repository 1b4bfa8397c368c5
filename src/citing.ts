// The processor of references. A file of its own, loaded when something is first cited.
export * from './core/citing/references';
