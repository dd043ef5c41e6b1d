import type { AssessmentDraft as Draft, AssessmentSettings, DraftEntry as Entry } from '@holdout/assessment';
import type { Language } from '@holdout/bank';
import type { AssessmentDraft, DraftEntry } from '../../generated/resolvers';
import { kindView } from '../question-bank/kind-names';
import { languageView } from '../question-bank/languages';

/** The schema's form of a draft. */
export function draftView({ sections, ...settings }: Draft): AssessmentDraft {
  return {
    ...settingsView(settings),
    sections: sections.map((section) => ({ ...section, entries: section.entries.map(entryView) })),
  };
}

/** The settings of a draft or of a published version. */
export function settingsView(settings: AssessmentSettings): Omit<AssessmentDraft, 'sections'> {
  const { role, level, skills, minutes, passLine, languages, hasCalculator, documentation, introduction } = settings;
  const { mayGoBack, page = 'item', countedSubmission, afterRelease } = settings.rules;
  return {
    role,
    level: level === null ? null : upper(level),
    skills,
    minutes,
    passLine,
    languages: languages.map((language) => languageView(language as Language)),
    hasCalculator,
    documentation,
    introduction,
    rules: {
      mayGoBack,
      page: upper(page),
      countedSubmission: upper(countedSubmission),
      afterRelease: upper(afterRelease),
    },
  };
}

function entryView(entry: Entry): DraftEntry {
  if (entry.kind === 'question') {
    const { id, questionId, weight } = entry;
    return { __typename: 'DraftQuestion', id, questionId, weight };
  }
  const { kind: _, ...pool } = entry;
  return { __typename: 'DraftPool', ...pool, kinds: pool.kinds.map(kindView) };
}

/** Values of the enums of the schema are those of the rules in capitals. */
export const upper = <Text extends string>(text: Text): Uppercase<Text> => text.toUpperCase() as Uppercase<Text>;
