import type { AssessmentDraft } from '@holdout/assessment';
import { inputOf } from './draft-view';

/** For tests: a draft as the API returns it. */
export function draftView(draft: AssessmentDraft): object {
  const { sections, rules, ...input } = inputOf(draft);
  return {
    __typename: 'AssessmentDraft',
    ...input,
    skills: input.skills.map((goal) => ({ __typename: 'SkillGoal', ...goal })),
    documentation: input.documentation.map((link) => ({ __typename: 'DocumentationLink', ...link })),
    rules: { __typename: 'AssessmentRules', ...rules },
    sections: sections.map((section) => ({
      __typename: 'DraftSection',
      ...section,
      entries: section.entries.map(({ question, pool }) =>
        question ? { __typename: 'DraftQuestion', ...question } : { __typename: 'DraftPool', ...pool },
      ),
    })),
  };
}
