import * as l10n from '@vscode/l10n';
import { definedOnly } from './definedOnly';
import type { EntryIds } from './entryIds';
import type { Pledge, Poll, Quotation } from './pack';
import type { Fields } from './yamlFields';

/** Reads an item of `polls.yaml`. Undefined, with problems reported, if it lacks what a poll must have. */
export function parsePoll(fields: Fields, ids: EntryIds): Poll | undefined {
  const id = fields.requiredText('id');
  const pollster = fields.requiredText('pollster');
  const country = fields.requiredText('country');
  const question = fields.requiredText('question');
  const wording = fields.choice('wording', ['as asked', 'summary'] as const) ?? 'summary';
  const answers = fields.maps('answers').flatMap((answer) => {
    const text = answer.requiredText('answer');
    const share = answer.number('share');
    return text === undefined || share === undefined ? [] : [{ answer: text, share }];
  });
  const fieldwork = fields.date('fieldwork');
  const published = fields.date('published');
  if (fieldwork === undefined && published === undefined) {
    fields.problem(
      'id',
      l10n.t(
        'The poll has no date. Add “fieldwork”, or “published” if the field dates are not known.',
      ),
    );
  }
  if (id === undefined || pollster === undefined || country === undefined || question === undefined)
    return undefined;
  const optional = {
    ...{ fieldwork, published, client: fields.text('client'), series: fields.text('series') },
    ...{ sample: fields.number('sample'), note: fields.text('note') },
  };
  const sources = ids.named(fields, 'sources', 'source');
  return { id, pollster, country, question, wording, answers, sources, ...definedOnly(optional) };
}

/** Reads an item of `pledges.yaml`. Undefined, with problems reported, if it lacks what a pledge must have. */
export function parsePledge(fields: Fields, ids: EntryIds): Pledge | undefined {
  const id = fields.requiredText('id');
  const party = fields.requiredText('party');
  const stance = fields.choice('stance', [
    'would send',
    'might send',
    'will not send',
    'would support',
  ] as const);
  const statement = fields.requiredText('statement');
  const date = fields.requiredDate('date');
  const speaker = fields.requiredText('speaker');
  if (id === undefined || party === undefined || stance === undefined) return undefined;
  if (statement === undefined || date === undefined || speaker === undefined) return undefined;
  const optional = {
    country: fields.text('country'),
    condition: fields.text('condition'),
    supersedes: fields.text('supersedes'),
  };
  const sources = ids.named(fields, 'sources', 'source');
  return { id, party, stance, statement, date, speaker, sources, ...definedOnly(optional) };
}

/** Reads an item of `quotations.yaml`. Undefined, with problems reported, if it lacks what a quotation must have. */
export function parseQuotation(fields: Fields, ids: EntryIds): Quotation | undefined {
  const text = fields.requiredText('text');
  const speaker = fields.requiredText('speaker');
  const date = fields.requiredDate('date');
  const source = fields.text('source');
  if (text === undefined || speaker === undefined || date === undefined) return undefined;
  const sourceId = source === undefined ? {} : { source: ids.of('source', source) };
  return { text, speaker, date, ...sourceId };
}
