import * as l10n from '@vscode/l10n';
import { definedOnly } from './definedOnly';
import type { Company, EntryId, Label, LabelAdvice, LabelCondition, LabelKind } from './pack';
import type { Fields } from './yamlFields';

/**
 * Reads the labels of one term, with the conditions under which they count.
 *
 * @param lang The pack's language, for discouraged forms that name none.
 * @param toSourceId Makes an entry's id of a source's local one.
 * @returns Preferred labels first, then alternative, hidden and discouraged ones; in each the order of the file.
 */
export function parseLabels(
  fields: Fields,
  lang: string,
  toSourceId: (localId: string) => EntryId,
): readonly Label[] {
  if (!fields.has('prefLabel')) fields.requiredText('prefLabel');
  const conditions = parseConditions(fields);
  const labels = [
    ...labelsByLanguage(fields, 'prefLabel', 'preferred'),
    ...labelsByLanguage(fields, 'altLabel', 'alternative'),
    ...labelsByLanguage(fields, 'hiddenLabel', 'hidden'),
    ...discouragedLabels(fields, lang, toSourceId),
  ];
  const seen = new Set<string>();
  const texts = new Set<string>();
  const usable = labels.filter((label) => {
    if (!/[\p{L}\p{N}]/u.test(label.text)) {
      fields.problem(
        'prefLabel',
        l10n.t(
          'The label “{0}” has no letter or digit, so no text can hold it. Take it out.',
          label.text,
        ),
      );
      return false;
    }
    // Endings differ by language, so a name that is alike in two of them is a label in each.
    const key = `${label.lang} ${label.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    texts.add(label.text);
    return true;
  });
  for (const text of conditions.keys()) {
    if (!texts.has(text))
      fields.problem(
        'conditions',
        l10n.t('A condition is for the label “{0}”, which the term does not have.', text),
      );
  }
  return usable.map((label) => {
    const condition = conditions.get(label.text);
    return condition === undefined
      ? label
      : { ...label, condition: { ...condition, ...label.condition } };
  });
}

function labelsByLanguage(
  fields: Fields,
  key: 'prefLabel' | 'altLabel' | 'hiddenLabel',
  kind: LabelKind,
): readonly Label[] {
  const languages = fields.map(key);
  if (languages === undefined) return [];
  return languages.keys().flatMap((lang) => {
    if (!isLanguageTag(lang)) {
      languages.problem(
        lang,
        l10n.t(
          '“{0}” is not a language tag of BCP 47. Write en, uk, ru, fr or de, for example.',
          lang,
        ),
      );
      return [];
    }
    const label = kind === 'preferred' ? languages.requiredText(lang) : undefined;
    const texts =
      kind === 'preferred' ? (label === undefined ? [] : [label]) : languages.texts(lang);
    return texts.map((text) => ({ text, kind, lang }));
  });
}

function discouragedLabels(
  fields: Fields,
  packLang: string,
  toSourceId: (localId: string) => EntryId,
): readonly Label[] {
  return fields.maps('discouraged').flatMap((item) => {
    item.allowOnly(['label', 'lang', 'use', 'reason', 'source', 'quotable', 'phrases']);
    const text = item.requiredText('label');
    const reason = item.requiredText('reason');
    if (text === undefined || reason === undefined) return [];
    const source = item.text('source');
    const lang = item.text('lang') ?? packLang;
    const advice: LabelAdvice = {
      use: item.text('use') ?? fields.map('prefLabel')?.text(lang) ?? '',
      reason,
      quotable: item.boolean('quotable', true),
      ...(source === undefined ? {} : { source: toSourceId(source) }),
    };
    const phrases = item.texts('phrases');
    const condition = phrases.length === 0 ? {} : { condition: { phrases } };
    return [{ text, kind: 'discouraged' as const, lang, advice, ...condition }];
  });
}

function parseConditions(fields: Fields): ReadonlyMap<string, LabelCondition> {
  const conditions = new Map<string, LabelCondition>();
  for (const item of fields.maps('conditions')) {
    item.allowOnly(['labels', 'case', 'requires', 'refuses', 'phrases']);
    const letterCase = item.choice('case', ['exact', 'initial'] as const);
    const requires = parseCompany(item, 'requires');
    const refuses = parseCompany(item, 'refuses');
    const phrases = item.texts('phrases');
    const condition: LabelCondition = definedOnly({
      ...{ case: letterCase, requires, refuses },
      phrases: phrases.length === 0 ? undefined : phrases,
    });
    for (const label of item.texts('labels'))
      conditions.set(label, { ...conditions.get(label), ...condition });
  }
  return conditions;
}

function parseCompany(item: Fields, key: 'requires' | 'refuses'): Company | undefined {
  const fields = item.map(key);
  if (fields === undefined) return undefined;
  fields.allowOnly(['within', 'anyOf']);
  const within =
    fields.choice('within', ['sentence', 'paragraph', 'document'] as const) ?? 'paragraph';
  const anyOf = fields.texts('anyOf');
  if (anyOf.length > 0) return { within, anyOf };
  item.problem(key, l10n.t('“{0}” names no words. Fill in “anyOf”.', key));
  return undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // Intl tells of every text that is no language tag by throwing.
    return false;
  }
}
