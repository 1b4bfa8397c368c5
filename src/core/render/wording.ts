import * as l10n from '@vscode/l10n';
import type { EdtfDate } from '../packs/pack';
import { displayDate, formatDate, interfaceLanguage } from './formatDate';

/** In which language the product says what does not come from a pack. */
export interface Wording {
  /** A tag of BCP 47. */
  readonly language: string;
  /** Fills `{0}`, `{1}` and so on in a message. */
  readonly t: (message: string, ...values: readonly (string | number)[]) => string;
  readonly date: (date: EdtfDate) => string;
}

/** For what people see on the screen. */
export const interfaceWording: Wording = {
  get language() {
    return interfaceLanguage();
  },
  t: l10n.t,
  date: displayDate,
};

/** For what goes into a document, or to an assistant: it does not change with the language of the interface. */
export const documentWording: Wording = {
  language: 'en',
  t: (message, ...values) =>
    message.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place)),
  date: (date) => formatDate(date),
};
