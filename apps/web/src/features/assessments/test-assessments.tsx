import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';
import type { ReactNode } from 'react';
import type { MemberRole } from '../../generated/operations';
import { AssessmentContext, type ShownAssessment } from '../../platform/assessment/assessment-context';
import { OrganizationContext } from '../../platform/organization/organization-context';

/** For tests: a page within the organization Acme, for a member with these roles. */
export const inAcme = (page: ReactNode, roles: readonly MemberRole[] = ['MANAGER']) => (
  <OrganizationContext
    value={{ __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme', viewerRoles: [...roles] }}
  >
    {page}
  </OrganizationContext>
);

/** For tests: a version in lists. */
export const aVersion = (some: object = {}) => ({
  ...{ __typename: 'AssessmentVersionSummary', id: 'v1', number: 1, title: 'Fraud, mid-level', minutes: 60 },
  ...{ publishedAt: '2026-11-20T10:00:00.000Z', publishedBy: 'Mira', contentHash: 'abc123' },
  ...{ isReady: true, hasFailed: false },
  ...some,
});

/** For tests: an assessment as its pages know it. */
export const anAssessment = (some: object = {}) => ({
  ...{ __typename: 'Assessment', id: 'a1', title: 'Fraud, mid-level', archivedAt: null },
  ...{ draftRevision: 2, hasUnpublishedChanges: true, versions: [] as object[] },
  ...some,
});

/** For tests: a page of one assessment. */
export const onAssessment = (page: ReactNode, some: object = {}, roles: readonly MemberRole[] = ['MANAGER']) =>
  inAcme(<AssessmentContext value={anAssessment(some) as ShownAssessment}>{page}</AssessmentContext>, roles);

const LEVELS = { recall: 2, leakage: 3, ties: 3 };

/** For tests: a bank of three questions on metrics. */
export const facts = {
  __typename: 'BlueprintFacts',
  stamp: '1',
  questions: Object.entries(LEVELS).map(([slug, level]) => ({
    __typename: 'BlueprintQuestion',
    id: `public/numeric.${slug}`,
    title: `About ${slug}`,
    kind: 'NUMERIC',
    ...{ level, minutes: 5, skillIds: ['eval.metrics'], languages: [], isPublic: true },
  })),
  skills: [
    { __typename: 'BlueprintSkill', id: 'eval.metrics', name: 'Metrics', domainId: 'eval', domain: 'Evaluation' },
    {
      __typename: 'BlueprintSkill',
      id: 'systems.fraud',
      name: 'Fraud detection',
      domainId: 'systems',
      domain: 'Systems',
    },
  ],
  practiceOnly: [],
  languages: ['PYTHON'],
};

/** For tests: a draft of one section with a pool and a fixed question. */
export const aDraft = (some: Partial<AssessmentDraft> = {}): AssessmentDraft => ({
  ...EMPTY_DRAFT,
  level: 'mid',
  passLine: 0.6,
  sections: [
    {
      id: 's1',
      title: 'Numbers',
      minutes: null,
      entries: [
        {
          ...{
            kind: 'pool',
            id: 'p1',
            draw: 1,
            skills: ['eval.metrics'],
            kinds: ['numeric'],
            levels: [],
            excluded: [],
          },
          ...{ unseenOnly: true, weight: 1 },
        },
        { kind: 'question', id: 'q1', questionId: 'public/numeric.recall', weight: 2 },
      ],
    },
  ],
  ...some,
});

/** For tests: a check as the API returns it. */
export const checkView = (issues: readonly object[] = []) => ({
  __typename: 'AssessmentCheck',
  mayBePublished: true,
  issues: issues.map((issue) => ({
    ...{ __typename: 'AssessmentIssue', severity: 'WARNING', sectionId: null, entryId: null, params: [] },
    ...issue,
  })),
  figures: {
    __typename: 'AssessmentFigures',
    ...{ questions: 2, markedByPeople: 0, expectedScore: 0.6 },
    minutes: { __typename: 'MinuteFigures', median: 20, p80: 31 },
    sections: [
      {
        ...{ __typename: 'SectionFigures', sectionId: 's1', questions: 2 },
        minutes: { __typename: 'MinuteFigures', median: 20, p80: 31 },
      },
    ],
    coverage: [
      {
        ...{ __typename: 'CoverageRow', skillId: 'eval.metrics', state: 'COVERED', wanted: 1, expected: 1 },
        levels: [0, 1, 1, 0, 0],
      },
    ],
    standardError: { __typename: 'StandardErrorFigure', at: 0.6, value: 0.14 },
    exposure: { __typename: 'ExposureFigures', sharedByTwo: 0.5, peopleBeforeRepeat: 2 },
  },
});
