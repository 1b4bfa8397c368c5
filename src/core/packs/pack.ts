/** What an entry is. Part of its id, and of links to it. */
export type EntryType = 'topic' | 'term' | 'event' | 'source' | 'overview';

/** Unique over all packs: `<pack>/<type>/<local id>`, for example `my-pack/term/nato`. */
export type EntryId = string;

/** A date in the Extended Date/Time Format (ISO 8601-2), for example `2025-09-05` or `2026-01-23/2026-01-24`. */
export type EdtfDate = string;

/** A language tag of BCP 47, for example `uk`. */
export type LanguageTag = string;

/**
 * Text in the Markdown that packs use: CommonMark without HTML, with citations `[@source]`, links to entries
 * `[label](term/id)` and spans `[statement]{.unconfirmed}`.
 */
export type PackMarkdown = string;

/** The parts of SKOS's labels, with one more for forms that the pack advises against. */
export type LabelKind = 'preferred' | 'alternative' | 'hidden' | 'discouraged';

export interface Label {
  readonly text: string;
  readonly kind: LabelKind;
  readonly lang: LanguageTag;
  readonly condition?: LabelCondition;
  /** Only on discouraged labels. */
  readonly advice?: LabelAdvice;
}

/** When an ambiguous label counts as its term. */
export interface LabelCondition {
  /** `exact`: the very same letters. `initial`: the first letter is a capital. */
  readonly case?: 'exact' | 'initial';
  readonly requires?: Company;
  readonly refuses?: Company;
  /** Longer expressions in which the label means something else. */
  readonly phrases?: readonly string[];
}

/** Words or phrases in the surroundings of a label. */
export interface Company {
  readonly within: 'sentence' | 'paragraph' | 'document';
  readonly anyOf: readonly string[];
}

/** Why a form is discouraged, and what to write instead. */
export interface LabelAdvice {
  readonly use: string;
  readonly reason: string;
  /** Source of the authority for the advice. */
  readonly source?: EntryId;
  /** True unless the form is wrong even in a quotation. */
  readonly quotable: boolean;
}

/** A figure or date that belongs to a term. */
export interface Fact {
  readonly property: string;
  readonly value: string | number;
  readonly unit?: string;
  readonly asOf: EdtfDate;
  readonly sources: readonly EntryId[];
}

/** A question, answered. */
export interface Topic {
  readonly type: 'topic';
  readonly id: EntryId;
  readonly title: string;
  readonly question: string;
  readonly shortAnswer: PackMarkdown;
  readonly sections: readonly Section[];
  readonly asOf: EdtfDate;
  readonly terms: readonly EntryId[];
  readonly events: readonly EntryId[];
  readonly related: readonly EntryId[];
}

/** A part of a topic under one heading of the second level. */
export interface Section {
  /** Unique within the topic; the part after `#` in a link. */
  readonly anchor: string;
  readonly title: string;
  readonly body: PackMarkdown;
}

/** A concept, with every name that leads to it. */
export interface Term {
  readonly type: 'term';
  readonly id: EntryId;
  /** Id of one of the pack's kinds. */
  readonly kind: string;
  /** The preferred label in the pack's own language. */
  readonly title: string;
  readonly labels: readonly Label[];
  readonly definition: PackMarkdown;
  readonly scopeNote?: PackMarkdown;
  /** For a word that parties use against each other: who uses which, and what a neutral form is. */
  readonly contested?: PackMarkdown;
  readonly asOf: EdtfDate;
  readonly broader: readonly EntryId[];
  readonly narrower: readonly EntryId[];
  readonly related: readonly EntryId[];
  readonly topics: readonly EntryId[];
  readonly sources: readonly EntryId[];
  readonly facts: readonly Fact[];
}

/** Something that happened, in one line. */
export interface TimelineEvent {
  readonly type: 'event';
  readonly id: EntryId;
  /** The line without its citations. */
  readonly title: string;
  readonly text: PackMarkdown;
  readonly date: EdtfDate;
  /** First and last moment that the date covers, in milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
  /** Id of one of the pack's kinds of events. */
  readonly kind?: string;
  readonly topics: readonly EntryId[];
  readonly terms: readonly EntryId[];
}

/** A source, as readers see it and as the bibliography has it. */
export interface Source {
  readonly type: 'source';
  readonly id: EntryId;
  readonly title: string;
  /** What kind of source, in words for readers. */
  readonly kind?: string;
  readonly publisher?: string;
  readonly issued?: EdtfDate;
  readonly accessed?: EdtfDate;
  /** Absolute http or https address. */
  readonly url?: string;
  readonly note?: string;
  readonly stateOutlet: boolean;
  /** Agency whose copy the page carries. */
  readonly republishes?: string;
  /** The item of the CSL-JSON file, unchanged. */
  readonly csl: Readonly<Record<string, unknown>>;
}

/** All data of one sort in a pack on one page. No file has it: the library makes it. */
export type Overview = {
  readonly type: 'overview';
  readonly id: EntryId;
  readonly title: string;
  /** The pack's own date. */
  readonly asOf: EdtfDate;
} & (
  | { readonly kind: 'timeline'; readonly events: readonly TimelineEvent[] }
  | { readonly kind: 'polls'; readonly polls: readonly Poll[] }
  | { readonly kind: 'pledges'; readonly pledges: readonly Pledge[] }
);

export type Entry = Topic | Term | TimelineEvent | Source | Overview;

/** Answers to one question of one opinion poll in one country. */
export interface Poll {
  readonly id: string;
  readonly pollster: string;
  readonly client?: string;
  readonly fieldwork?: EdtfDate;
  readonly published?: EdtfDate;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly question: string;
  readonly wording: 'as asked' | 'summary';
  /** Polls of one series asked the same question. */
  readonly series?: string;
  readonly sample?: number;
  readonly note?: string;
  /** Shares in per cent. */
  readonly answers: readonly { readonly answer: string; readonly share: number }[];
  readonly sources: readonly EntryId[];
}

/** What a country or organisation has said it would or would not do. */
export interface Pledge {
  readonly id: string;
  readonly party: string;
  /** ISO 3166-1 alpha-2; none for organisations. */
  readonly country?: string;
  readonly stance: 'would send' | 'might send' | 'will not send' | 'would support';
  readonly statement: PackMarkdown;
  readonly condition?: string;
  readonly date: EdtfDate;
  readonly speaker: string;
  readonly sources: readonly EntryId[];
  /** Id of the earlier pledge that this one replaces. */
  readonly supersedes?: string;
}

/** Words that the pack quotes, to the letter. */
export interface Quotation {
  readonly text: string;
  readonly speaker: string;
  readonly date: EdtfDate;
  readonly source?: EntryId;
}

/** A kind of term or of event, as the pack names it. */
export interface TermKind {
  readonly id: string;
  /** For one of them: "Person". */
  readonly one: string;
  /** For the group: "People". */
  readonly many: string;
  /** Name of a VS Code codicon. */
  readonly icon: string;
  /** True if those of this kind act: people and organisations. */
  readonly agent?: boolean;
}

export interface TopicGroup {
  readonly title: string;
  readonly topics: readonly EntryId[];
}

/** A reference on one subject. Plain data: it survives JSON unchanged. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lang: LanguageTag;
  readonly asOf: EdtfDate;
  readonly topicGroups: readonly TopicGroup[];
  readonly kinds: readonly TermKind[];
  readonly eventKinds: readonly TermKind[];
  readonly topics: readonly Topic[];
  readonly terms: readonly Term[];
  /** By date, earliest first. */
  readonly events: readonly TimelineEvent[];
  readonly sources: readonly Source[];
  readonly polls: readonly Poll[];
  readonly pledges: readonly Pledge[];
  readonly quotations: readonly Quotation[];
  /** A short draft in Markdown to try the pack on. */
  readonly sample?: string;
}

/** Something wrong in a pack's files, in a sentence that its writer can act on. */
export interface PackProblem {
  /** Path within the pack's folder, with forward slashes. */
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  readonly message: string;
}
