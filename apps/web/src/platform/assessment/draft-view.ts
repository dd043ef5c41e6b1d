import type { AssessmentDraft, BankFacts, DraftEntry } from '@holdout/assessment';
import type {
  AssessmentDraftInput,
  BlueprintFactsQuery,
  Draft_PartsFragment,
  DraftEntryInput,
  Language,
  PositionLevel,
  QuestionKind,
} from '../../generated/operations';

type DraftView = Draft_PartsFragment;
type EntryView = DraftView['sections'][number]['entries'][number];

const lower = <Text extends string>(text: Text): Lowercase<Text> => text.toLowerCase() as Lowercase<Text>;
const upper = <Text extends string>(text: Text): Uppercase<Text> => text.toUpperCase() as Uppercase<Text>;

/** The API's name of a kind or language of the rules. */
export const kindView = (kind: string): QuestionKind => kind.toUpperCase() as QuestionKind;
export const languageView = (language: string): Language => language.toUpperCase() as Language;

function entryOf(entry: EntryView): DraftEntry {
  if (entry.__typename === 'DraftQuestion') {
    const { id, questionId, weight } = entry;
    return { kind: 'question', id, questionId, weight };
  }
  const { __typename: _, ...pool } = entry;
  return { kind: 'pool', ...pool, kinds: pool.kinds.map(lower) };
}

/** The draft as the rules of `@holdout/assessment` read it. */
export function draftOf({ level, languages, rules, sections, ...view }: DraftView): AssessmentDraft {
  return {
    role: view.role,
    level: level === null ? null : lower(level),
    skills: view.skills.map(({ skillId, weight }) => ({ skillId, weight })),
    minutes: view.minutes,
    passLine: view.passLine,
    languages: languages.map(lower),
    hasCalculator: view.hasCalculator,
    documentation: view.documentation.map(({ title, url }) => ({ title, url })),
    introduction: view.introduction,
    rules: {
      mayGoBack: rules.mayGoBack,
      page: lower(rules.page),
      countedSubmission: lower(rules.countedSubmission),
      afterRelease: lower(rules.afterRelease),
    },
    sections: sections.map(({ id, title, minutes, entries }) => ({
      id,
      title,
      minutes,
      entries: entries.map(entryOf),
    })),
  };
}

function entryInput({ kind: _, ...entry }: DraftEntry): DraftEntryInput {
  if ('questionId' in entry) return { question: entry };
  const { skills, kinds, levels, excluded, ...pool } = entry;
  const lists = { skills: [...skills], kinds: kinds.map(kindView), levels: [...levels], excluded: [...excluded] };
  return { pool: { ...pool, ...lists } };
}

/** The draft as the API takes it. */
export function inputOf({ level, languages, rules, sections, ...draft }: AssessmentDraft): AssessmentDraftInput {
  return {
    role: draft.role,
    level: level === null ? null : (upper(level) satisfies PositionLevel),
    skills: draft.skills.map((goal) => ({ ...goal })),
    minutes: draft.minutes,
    passLine: draft.passLine,
    languages: languages.map(languageView),
    hasCalculator: draft.hasCalculator,
    documentation: draft.documentation.map((link) => ({ ...link })),
    introduction: draft.introduction,
    rules: {
      mayGoBack: rules.mayGoBack,
      page: upper(rules.page ?? 'item'),
      countedSubmission: upper(rules.countedSubmission),
      afterRelease: upper(rules.afterRelease),
    },
    sections: sections.map((section) => ({ ...section, entries: section.entries.map(entryInput) })),
  };
}

type Facts = BlueprintFactsQuery['blueprintFacts'];

/** What `checkDraft` reads. */
export function factsOf({ questions, skills, practiceOnly, languages }: Facts): BankFacts {
  return {
    questions: questions.map(({ id, kind, level, minutes, skillIds, isPublic, ...question }) => ({
      id,
      kind: lower(kind),
      level,
      minutes,
      skills: skillIds,
      languages: question.languages.map(lower),
      isPublic,
    })),
    domains: Object.fromEntries(skills.map(({ id, domainId }) => [id, domainId])),
    practiceOnly,
    languages: languages.map(lower),
  };
}
