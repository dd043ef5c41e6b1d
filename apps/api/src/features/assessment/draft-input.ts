import { type AssessmentDraft, DRAFT_LIMITS, type DraftEntry } from '@holdout/assessment';
import type { AssessmentDraftInput, DraftEntryInput, InputIssue, SkillGoalInput } from '../../generated/resolvers';
import { kindNamed } from '../question-bank/kind-names';
import { languageOf } from '../question-bank/languages';

type Read = { readonly draft: AssessmentDraft; readonly issues: readonly InputIssue[] };

const lower = <Text extends string>(text: Text): Lowercase<Text> => text.toLowerCase() as Lowercase<Text>;

/** A draft as it is stored, and what is out of bounds: such a draft is not saved. */
export function readDraft(input: AssessmentDraftInput): Read {
  const { level, skills, rules, sections } = input;
  const draft: AssessmentDraft = {
    role: input.role ?? null,
    level: level ? lower(level) : null,
    skills: skills.map(({ skillId, weight }) => ({ skillId, weight })),
    minutes: input.minutes,
    passLine: input.passLine ?? null,
    languages: input.languages.map(languageOf),
    hasCalculator: input.hasCalculator,
    documentation: input.documentation.map(({ title, url }) => ({ title, url })),
    introduction: input.introduction,
    rules: {
      mayGoBack: rules.mayGoBack,
      page: lower(rules.page ?? 'ITEM'),
      countedSubmission: lower(rules.countedSubmission),
      afterRelease: lower(rules.afterRelease),
    },
    sections: sections.map(({ id, title, minutes, entries }) => ({
      id,
      title,
      minutes: minutes ?? null,
      entries: entries.flatMap(entryOf),
    })),
  };
  return { draft, issues: [...entryShapeIssues(input), ...boundIssues(draft)] };
}

function entryOf({ question, pool }: DraftEntryInput): DraftEntry[] {
  if (question) return [{ kind: 'question', ...question }];
  return pool ? [{ kind: 'pool', ...pool, kinds: pool.kinds.map(kindNamed) }] : [];
}

function entryShapeIssues({ sections }: AssessmentDraftInput): readonly InputIssue[] {
  const entries = sections.flatMap((section) => section.entries);
  const isOne = ({ question, pool }: DraftEntryInput): boolean => !question !== !pool;
  return entries.every(isOne) ? [] : [{ field: 'entries', code: 'MALFORMED' }];
}

function boundIssues(draft: AssessmentDraft): readonly InputIssue[] {
  const entries = draft.sections.flatMap((section) => section.entries);
  const ids = [...draft.sections, ...entries].map(({ id }) => id);
  return [
    ...within('minutes', [draft.minutes, ...draft.sections.flatMap(({ minutes }) => minutes ?? [])], MINUTES),
    ...within('passLine', draft.passLine === null ? [] : [draft.passLine], [0, 1]),
    ...within(
      'weight',
      [...entries, ...draft.skills].map(({ weight }) => weight),
      WEIGHTS,
    ),
    ...within(
      'draw',
      entries.flatMap((entry) => (entry.kind === 'pool' ? entry.draw : [])),
      [1, DRAFT_LIMITS.draw],
    ),
    ...within(
      'levels',
      entries.flatMap((entry) => (entry.kind === 'pool' ? entry.levels : [])),
      [1, 5],
    ),
    ...tooMany('entries', entries.length, DRAFT_LIMITS.entries),
    ...tooLong('introduction', draft.introduction, DRAFT_LIMITS.introduction),
    ...(new Set(ids).size === ids.length ? [] : [{ field: 'id', code: 'MALFORMED' as const }]),
  ];
}

const MINUTES = [1, DRAFT_LIMITS.minutes] as const;
const WEIGHTS = [0.01, DRAFT_LIMITS.weight] as const;

function within(field: string, values: readonly number[], [least, most]: readonly [number, number]): InputIssue[] {
  if (values.some((value) => !(value >= least))) return [{ field, code: 'TOO_SMALL', limit: Math.ceil(least) }];
  return values.some((value) => value > most) ? [{ field, code: 'TOO_LARGE', limit: most }] : [];
}

const tooMany = (field: string, count: number, most: number): InputIssue[] =>
  count > most ? [{ field, code: 'TOO_LARGE', limit: most }] : [];
const tooLong = (field: string, text: string, most: number): InputIssue[] =>
  text.length > most ? [{ field, code: 'TOO_LONG', limit: most }] : [];

/** Issues of the goals and minutes of a wish. */
export function wishIssues(wish: {
  readonly skills: readonly SkillGoalInput[];
  readonly minutes: number;
}): InputIssue[] {
  return [
    ...within('minutes', [wish.minutes], [10, DRAFT_LIMITS.minutes]),
    ...within(
      'weight',
      wish.skills.map(({ weight }) => weight),
      WEIGHTS,
    ),
  ];
}
