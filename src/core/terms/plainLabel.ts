import { CharKind, SPACE, kindOf } from './characters';
import { isCapital } from './foldText';
import { LONGEST_LABEL } from './labelPattern';

/** What a code unit is in a plain label. */
const Trait = { Unknown: 0, Other: 1, Letter: 2, Capital: 3 } as const;
type Trait = (typeof Trait)[keyof typeof Trait];

/** Traits of all code units, each found when it is first asked for. */
const traits = new Uint8Array(0x10000);

function findTrait(unit: number): Trait {
  if (kindOf(unit) !== CharKind.Letter) return Trait.Other;
  return isCapital(unit) ? Trait.Capital : Trait.Letter;
}

function traitOf(unit: number): Trait {
  const known = traits[unit] as Trait;
  if (known !== Trait.Unknown) return known;
  const trait = findTrait(unit);
  traits[unit] = trait;
  return trait;
}

/**
 * Whether a label is nothing but words of letters with one space between them, capitals only where a word begins, and
 * not all of them capitals. Most labels are plain, and of them the folded letters alone decide; they need no pattern.
 */
export function isPlain(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  let before: Trait = Trait.Other;
  let hasSmall = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const trait = traitOf(unit);
    if (trait === Trait.Letter) hasSmall = true;
    else if (before !== Trait.Other ? trait === Trait.Capital : trait === Trait.Other) return false;
    else if (trait === Trait.Other && unit !== SPACE) return false;
    before = trait;
  }
  return hasSmall && before !== Trait.Other && text.length > 1;
}
