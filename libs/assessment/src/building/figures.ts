import type { AssessmentDraft, PositionLevel } from '../draft';
import type { BankIndex } from './bank-facts';
import { coverageOf, type CoverageRow } from './coverage';
import { type Exposure, exposureOf } from './exposure';
import { type Minutes, minutesOf } from './minutes';
import { summaryOf } from './options-summary';
import { givenBy, type ResolvedEntry } from './resolved-draft';
import { goalsOf } from './roles';
import { standardErrorAt } from './standard-error';

export type SectionFigures = { readonly sectionId: string; readonly questions: number; readonly minutes: Minutes };

/** What a draft amounts to. All figures are expectations over draws and people, none is measured. */
export type DraftFigures = {
  readonly questions: number;
  /** Of these, the expected number that people must mark. */
  readonly markedByPeople: number;
  readonly minutes: Minutes;
  readonly sections: readonly SectionFigures[];
  readonly coverage: readonly CoverageRow[];
  /** Standard error of the total score, as a share of the points; null if there are fewer than two questions. */
  readonly standardError: { readonly at: number; readonly value: number } | null;
  /** The expected share of the points for a person at the level of the position; null without a level. */
  readonly expectedScore: number | null;
  readonly exposure: Exposure;
};

/** Without a pass line the error is given where it is largest. */
const WITHOUT_PASS_LINE = 0.5;

/** On the scale of the levels of questions, where people of each position are. */
const ABILITY: Readonly<Record<PositionLevel, number>> = { junior: 2, mid: 3, senior: 4 };
/** The log odds of a right answer to a question of the person's own level: 0.6. */
const AT_OWN_LEVEL = Math.log(0.6 / 0.4);

/** The figures of a draft whose entries are resolved. */
export function figuresOf(draft: AssessmentDraft, entries: readonly ResolvedEntry[], bank: BankIndex): DraftFigures {
  const goals = draft.skills.length > 0 ? draft.skills : goalsOf(draft.role, draft.level);
  return {
    questions: countOf(entries),
    markedByPeople: entries.reduce((sum, each) => sum + markedIn(each, bank), 0),
    minutes: minutesFor(entries, bank),
    sections: draft.sections.map(({ id: sectionId }) => {
      const ofSection = entries.filter(({ section }) => section.id === sectionId);
      return { sectionId, questions: countOf(ofSection), minutes: minutesFor(ofSection, bank) };
    }),
    coverage: coverageOf(entries, goals, { bank, level: draft.level }),
    standardError: errorOf(entries, draft.passLine ?? WITHOUT_PASS_LINE),
    expectedScore: expectedScore(entries, draft.level, bank),
    exposure: exposureOf(entries.map(({ draw, options }) => ({ draw, size: options.length }))),
  };
}

function markedIn(each: ResolvedEntry, bank: BankIndex): number {
  const { markedByPeople, size } = summaryOf(each.options, bank);
  return size === 0 ? 0 : (givenBy(each) * markedByPeople) / size;
}

const countOf = (entries: readonly ResolvedEntry[]): number => entries.reduce((sum, each) => sum + givenBy(each), 0);

function minutesFor(entries: readonly ResolvedEntry[], bank: BankIndex): Minutes {
  return minutesOf(entries.map((each) => ({ count: givenBy(each), ...summaryOf(each.options, bank) })));
}

function errorOf(entries: readonly ResolvedEntry[], at: number): DraftFigures['standardError'] {
  const value = standardErrorAt(
    at,
    entries.map((each) => ({ count: givenBy(each), weight: each.entry.weight })),
  );
  return value === null ? null : { at, value };
}

/** Rasch model on the levels that authors state: an assumption until items are calibrated. */
function expectedScore(entries: readonly ResolvedEntry[], level: PositionLevel | null, bank: BankIndex): number | null {
  if (level === null) return null;
  let [earned, possible] = [0, 0];
  for (const each of entries) {
    const points = givenBy(each) * each.entry.weight;
    const { levels, size } = summaryOf(each.options, bank);
    possible += points;
    levels.forEach((count, index) => {
      if (count > 0) earned += (points * count * chanceAt(level, index + 1)) / size;
    });
  }
  return possible === 0 ? null : earned / possible;
}

const chanceAt = (position: PositionLevel, level: number): number =>
  1 / (1 + Math.exp(-(ABILITY[position] - level + AT_OWN_LEVEL)));
