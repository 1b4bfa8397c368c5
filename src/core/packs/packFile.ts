/** A file of a pack, as read. */
export interface PackFile {
  /** Path within the pack's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
