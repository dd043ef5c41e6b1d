import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';
import type { MemberRole } from '../../generated/operations';
import { OrganizationContext } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { BuilderPage } from './builder-page';
import { draftView } from '../../platform/assessment/test-draft-view';

export const PUBLISH_PAGE = 'The publish page';
export const AT = '/o/acme/assessments/a1/build';

const LEVEL_OF = { recall: 2, leakage: 3, ties: 3 };

const facts = {
  __typename: 'BlueprintFacts',
  stamp: '1',
  questions: Object.entries(LEVEL_OF).map(([slug, level]) => ({
    __typename: 'BlueprintQuestion',
    id: `public/numeric.${slug}`,
    title: `About ${slug}`,
    kind: 'NUMERIC',
    ...{ level, minutes: 5, skillIds: ['eval.metrics'], languages: [], isPublic: true },
  })),
  skills: [
    { __typename: 'BlueprintSkill', id: 'eval.metrics', name: 'Metrics', domainId: 'eval', domain: 'Evaluation' },
    { __typename: 'BlueprintSkill', id: 'data.sql', name: 'SQL', domainId: 'data', domain: 'Data' },
  ],
  practiceOnly: [],
  languages: ['PYTHON', 'SQL'],
};

export type Saved = { readonly draft: AssessmentDraft; readonly revision: number; readonly savedBy?: string };

export const stateView = ({ draft, revision, savedBy = 'Anna' }: Saved, archivedAt: string | null = null) => ({
  __typename: 'AssessmentDraftState',
  assessment: {
    __typename: 'Assessment',
    id: 'a1',
    title: 'ML engineer',
    archivedAt,
    updatedAt: '2026-11-30T14:02:00Z',
    draftRevision: revision,
    hasUnpublishedChanges: true,
  },
  revision,
  savedAt: '2026-11-30T14:02:00Z',
  savedBy,
  draft: draftView(draft),
});

const edges = (name: string, nodes: readonly object[]) => ({
  __typename: `${name}Connection`,
  edges: nodes.map((node, index) => ({ __typename: `${name}Edge`, cursor: String(index), node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});

const found = facts.questions.map(({ id, title, kind, level, minutes }) => ({
  __typename: 'BankQuestion',
  isAnswerPublic: id.includes('recall'),
  question: { __typename: 'Question', id, title, kind, level, minutes },
}));

export type SaveAnswer = (input: { readonly basedOn: number; readonly draft: unknown }) => object;

type Options = {
  readonly draft?: AssessmentDraft;
  readonly roles?: readonly MemberRole[];
  readonly archivedAt?: string;
  readonly at?: string;
  /** How saves are answered; each is accepted unless the test says otherwise. */
  readonly onSave?: SaveAnswer;
  readonly answers?: Readonly<Record<string, (variables: Record<string, unknown>) => Record<string, unknown>>>;
};

const accepted =
  (draft: AssessmentDraft): SaveAnswer =>
  ({ basedOn }) => ({
    __typename: 'SaveAssessmentDraftSuccess',
    state: stateView({ draft, revision: basedOn + 1 }),
  });

const question = (id: string, slug: string) =>
  ({ kind: 'question', id, questionId: `public/numeric.${slug}`, weight: 1 }) as const;

/** Two sections with three questions. */
export const DRAFT: AssessmentDraft = {
  ...EMPTY_DRAFT,
  level: 'mid',
  sections: [
    {
      id: 's1',
      title: 'Short questions',
      minutes: null,
      entries: [question('e1', 'recall'), question('e2', 'leakage')],
    },
    { id: 's2', title: 'More', minutes: null, entries: [question('e3', 'ties')] },
  ],
};

/** Renders the builder with a bank of three questions. */
export async function renderBuilder(options: Options = {}): Promise<FakeApi> {
  const { draft = EMPTY_DRAFT, roles = ['MANAGER'], archivedAt = null, at = AT } = options;
  const onSave = options.onSave ?? accepted(draft);
  const api = new FakeApi({
    Builder: () => ({ assessmentDraft: stateView({ draft, revision: 1 }, archivedAt) }),
    BlueprintFacts: () => ({ blueprintFacts: facts }),
    BankSearch: () => ({ assessmentBankSearch: { ...edges('BankQuestion', found), totalCount: found.length } }),
    SaveDraft: ({ input }) => ({ saveAssessmentDraft: onSave(input as Parameters<SaveAnswer>[0]) }),
    AssessmentHistory: () => ({
      assessmentHistory: edges('AssessmentRevision', [
        revision('r2', 1, '2026-11-30T14:02:00Z'),
        revision('r1', 0, '2026-11-30T13:02:00Z'),
      ]),
    }),
    ...options.answers,
  });
  const organization = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme' } as const;
  const page = (
    <OrganizationContext value={{ ...organization, viewerRoles: [...roles] }}>
      <PagePane>
        <BuilderPage />
      </PagePane>
    </OrganizationContext>
  );
  const routes = [
    { path: '/o/:org/assessments/:id/build', element: page },
    { path: '/o/:org/assessments/:id/publish', element: <p>{PUBLISH_PAGE}</p> },
  ];
  await renderPage({ routes, at, api });
  return api;
}

const revision = (id: string, number: number, savedAt: string) => ({
  __typename: 'AssessmentRevision',
  ...{ id, number, savedAt, savedBy: 'Anna', questions: 1, minutes: 60 },
});
