import { NUMBER } from './writtenNumbers';

/**
 * How English speaks of the properties that a fact can have: the words by which a date or a number in a sentence shows
 * that it is meant as this property. A property that is not here is not checked.
 */
export const DATE_CUES: Readonly<Record<string, string>> = {
  signed: 'signed|signing|signature|inked',
  adopted: 'adopted|adopting|adoption|passed|approved',
  founded: 'founded|founding|established|establishing|created|set up|formed',
  held: 'held|took place|met|convened|gathered',
  announced: 'announced|announcing|announcement|unveiled',
  began: 'began|begun|started|launched|broke out',
  ended: 'ended|expired',
  issued: 'issued|issuing|published|released',
  agreed: 'agreed|concluded|reached',
  published: 'published|publishing|released|made public',
  approved: 'approved|approving|approval',
  'handed over': 'handed over|delivered|presented',
};

const NOUN = (nouns: string) => `(${NUMBER})(?:\\s+|-)(?:${nouns})(?![\\p{L}\\p{N}])`;
const STATES = 'states|countries|nations|governments|capitals';
const BODIES = 'alliance|organi[sz]ation|union|bloc|body|group';
const MEMBERS = 'member\\s+(?:states|countries|nations)|members?|allies|participating\\s+states';

/** Each finds the number as its first group. */
export const NUMBER_CUES: Readonly<Record<string, readonly string[]>> = {
  members: [
    `(?:has|have|counts|comprises|includes|numbers)\\s+(${NUMBER})\\s+(?:(?:full|current)\\s+)?(?:${MEMBERS}|${STATES})(?![\\p{L}\\p{N}])`,
    `(?:all|the)\\s+(${NUMBER})\\s+(?:(?:full|current)\\s+)?(?:${MEMBERS})\\s+of\\s`,
    `(${NUMBER})-(?:member|nation|state|strong)\\s+(?:${BODIES})(?![\\p{L}\\p{N}])`,
    `,\\s+with\\s+(${NUMBER})\\s+(?:${MEMBERS})(?![\\p{L}\\p{N}])`,
    `(?:${BODIES})\\s+of\\s+(${NUMBER})\\s+(?:${STATES}|members)`,
  ],
  'permanent members': [`(?:has|have|the|its|all|with)\\s+(${NUMBER})\\s+permanent\\s+members`],
  signatories: [
    NOUN('signatories|signatory\\s+states'),
    `signed\\s+by\\s+(${NUMBER})\\s+(?:${STATES}|leaders)`,
  ],
  participants: [
    NOUN('participants|participating\\s+(?:states|countries|nations)'),
    `(?:attended\\s+by|brought\\s+together|gathered|drew)\\s+(${NUMBER})\\s+(?:${STATES}|leaders|participants|heads)`,
    `(${NUMBER})\\s+(?:${STATES}|leaders|heads\\s+of\\s+state(?:\\s+(?:or|and)\\s+government)?)\\s+(?:took\\s+part|attended|participated|joined|met)`,
  ],
  leaders: [
    `(?:signed|issued|made|agreed|backed)\\s+by\\s+(${NUMBER})\\s+(?:(?:European|national|EU)\\s+)?leaders`,
    `(${NUMBER})\\s+(?:(?:European|national)\\s+)?leaders\\s+(?:signed|issued|made|agreed|backed)`,
  ],
  'votes for': [
    `(${NUMBER})\\s+(?:(?:votes|states|countries|members)\\s+)?(?:in\\s+favou?r|for)(?![\\p{L}])`,
    `(${NUMBER})\\s+votes?\\s+to\\s`,
    `(${NUMBER})\\s+(?:states|countries|members)\\s+(?:voted|voting)\\s+(?:in\\s+favou?r|for)`,
  ],
  'votes against': [
    `(${NUMBER})\\s+(?:(?:votes|states|countries|members)\\s+)?(?:(?:voted|voting)\\s+)?against`,
    `votes?\\s+to\\s+(${NUMBER})(?![\\p{L}\\p{N}])`,
  ],
  abstentions: [
    NOUN('abstentions|abstaining'),
    `(${NUMBER})\\s+(?:(?:states|countries|members)\\s+)?abstained`,
  ],
  'states committed to take part with troops or otherwise': [
    `(${NUMBER})\\s+(?:(?:other|European|partner|member)\\s+)?(?:${STATES})\\s+(?:have\\s+|had\\s+)?(?:formally\\s+|publicly\\s+|now\\s+)?(?:committed|pledged|promised|undertaken|undertook)`,
  ],
  staff: [NOUN('staff|employees|staff\\s+members'), `staff\\s+of\\s+(${NUMBER})`],
  seats: [
    `(?:has|have|its|the|of|all)\\s+(${NUMBER})\\s+(?:seats|deputies|lawmakers)(?!\\s+(?:in\\s+favou?r|vot|against|abstain))`,
    `(${NUMBER})-seat(?![\\p{L}\\p{N}])`,
  ],
  principles: [
    `(?:has|have|lists?|contains?|holds?|names?|sets?\\s+out|with|of|its|the|all)\\s+(${NUMBER})\\s+(?:guiding\\s+)?principles`,
  ],
};
