import * as l10n from '@vscode/l10n';
import { definedOnly } from './definedOnly';
import { isLocalId, toEntryId } from './entryId';
import { entryTypeName } from './entryTypeName';
import type { EntryId, EntryType } from './pack';
import type { Fields } from './yamlFields';

/** Where an entry was written. */
export interface Located {
  readonly file: string;
  readonly line: number;
  /** Line of one of its fields. */
  readonly lineOf: (key: string) => number;
  /** Markdown that stands by itself in the file, and the line at which it begins. */
  readonly body?: { readonly text: string; readonly line: number };
}

/** The ids of the entries of one pack that is being read. */
export class EntryIds {
  readonly #packId: string;
  readonly #located = new Map<EntryId, Located>();

  constructor(packId: string) {
    this.#packId = packId;
  }

  /** Where each entry was written whose id has been claimed. */
  get located(): ReadonlyMap<EntryId, Located> {
    return this.#located;
  }

  /**
   * Reads an entry's own id and gives it to the entry.
   *
   * @param file Path of the file in which the entry stands.
   * @returns Undefined, with a problem reported, if it is missing, is none, or another entry has it.
   */
  claim(
    fields: Fields,
    type: EntryType,
    file: string,
    body?: Located['body'],
  ): EntryId | undefined {
    const localId = fields.requiredText('id');
    if (localId === undefined) return undefined;
    if (!isLocalId(localId)) {
      fields.problem(
        'id',
        l10n.t(
          'The id “{0}” may hold only lower-case letters, digits and single hyphens.',
          localId,
        ),
      );
      return undefined;
    }
    const id = this.of(type, localId);
    const other = this.#located.get(id);
    if (other !== undefined) {
      fields.problem(
        'id',
        l10n.t(
          'The id “{0}” is already that of the {1} at line {2} of {3}. Choose another.',
          localId,
          entryTypeName(type),
          other.line,
          other.file,
        ),
      );
      return undefined;
    }
    this.#located.set(id, {
      file,
      line: fields.lineOf('id'),
      lineOf: (key) => (fields.has(key) ? fields.lineOf(key) : fields.line),
      ...definedOnly({ body }),
    });
    return id;
  }

  /** The entries that a field names, in its order; one that is named twice counts once. Whether the pack has them is not asked. */
  named(fields: Fields, key: string, type: EntryType): readonly EntryId[] {
    return [...new Set(fields.texts(key))].map((localId) => this.of(type, localId));
  }

  /** The id over all packs, of the one within the pack. */
  of(type: EntryType, localId: string): EntryId {
    return toEntryId(this.#packId, type, localId);
  }
}
