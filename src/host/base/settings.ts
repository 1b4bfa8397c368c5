import * as vscode from 'vscode';
import type { Rule } from '../../core/checks/finding';
import { monthsBefore } from '../../core/packs/freshness';
import type { EdtfDate } from '../../core/packs/pack';
import type { Mentions } from '../../core/terms/mentions';

/** Where the panel opens. */
export type PanelLocation = 'beside' | 'active';

const section = 'aideMemoire';

/** The setting on the preview of Markdown, as change events name it. */
export const previewMentionsKey = `${section}.preview.mentions`;

/** The setting on marks, as change events name it. */
export const marksKey = `${section}.marks.mentions`;

/** The settings on checks, as change events name them. */
export const checksKey = `${section}.checks`;

/** The forms that are never reported, as the configuration names the setting. */
export const ignoredKey = `${checksKey}.ignored`;

/** The settings on the view of a document's terms, as change events name them. */
export const documentKey = `${section}.document`;

/** The settings on the review of entries, as change events name them. */
export const reviewKey = `${section}.review`;

/** The settings that change what a page of the panel shows, as change events name them. */
export const pagesKeys = [reviewKey, `${section}.panel.textSize`] as const;

/** How a finding of a rule is shown; `off`: not looked for. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

function get<T>(key: string, otherwise: T, scope?: vscode.ConfigurationScope): T {
  return vscode.workspace.getConfiguration(section, scope ?? null).get(key, otherwise);
}

/** The settings of package.json, each read when it is asked for. */
export const settings = {
  /** True if hovers are on for a document. */
  hoverEnabled: (document: vscode.TextDocument): boolean =>
    get('hover.enabled', true, document) &&
    !get<readonly string[]>('hover.excludedLanguages', [], document).includes(document.languageId),
  /** True if a document holds prose, where terms may be offered without being called. */
  isProse: (document: vscode.TextDocument): boolean =>
    get<readonly string[]>('prose.languages', []).includes(document.languageId),
  completionEnabled: (document: vscode.TextDocument): boolean =>
    get('completion.enabled', true, document),
  completionAsYouType: (document: vscode.TextDocument): boolean =>
    get('completion.asYouType', false, document),
  definitionEnabled: (document: vscode.TextDocument): boolean =>
    get('definition.enabled', true, document),
  /** Which mentions of a term are marked in a document. */
  marks: (document: vscode.TextDocument): Mentions =>
    get<Mentions>('marks.mentions', 'first', document),
  /** How a rule's findings are shown in a document. */
  severity: (rule: Rule, document: vscode.TextDocument): Severity => {
    switch (rule) {
      case 'discouragedForm':
        return get<Severity>('checks.discouragedForm', 'warning', document);
      case 'unexplainedAbbreviation':
        return get<Severity>('checks.unexplainedAbbreviation', 'information', document);
      case 'recordedFact':
        return get<Severity>('checks.recordedFact', 'information', document);
    }
  },
  /** Forms that are not reported. */
  ignoredForms: (document: vscode.TextDocument): readonly string[] =>
    get<readonly string[]>('checks.ignored', [], document),
  /** How sources are cited in a document: a format, or `auto`. */
  citationFormat: (document: vscode.TextDocument): string =>
    get('citation.format', 'auto', document),
  /** What a document's own bibliography is written as. */
  bibliography: (document: vscode.TextDocument): 'bib' | 'json' =>
    get('citation.bibliography', 'bib', document),
  /** Whether the status bar counts the terms of the active document. */
  statusBar: (): boolean => get('document.statusBar', true),
  /** The day since which an entry must have been reviewed not to be out of date, as EDTF. */
  reviewedSince: (): EdtfDate => monthsBefore(new Date(), get('review.afterMonths', 12)),
  previewMentions: (): Mentions => get<Mentions>('preview.mentions', 'first'),
  /** Size of the text in the panel, in per cent. */
  textSize: (): number => get('panel.textSize', 100),
  setTextSize: async (percent: number): Promise<void> => {
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration(section).update('panel.textSize', percent, Global);
  },
  panelLocation: (): PanelLocation => get('panel.location', 'beside'),
};
