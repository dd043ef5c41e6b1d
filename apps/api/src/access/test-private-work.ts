import type { Practiser } from '@holdout/testing';

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const ATTEMPT = 'query ($id: ID!) { attempt(id: $id) { id items { question { title } content { __typename } } } }';

/** What a member has begun on private questions. */
type Work = {
  readonly text: { readonly attemptId: string; readonly itemId: string };
  readonly code: { readonly attemptId: string; readonly itemId: string };
  readonly quizId: string;
  readonly submissionId: string;
};

export async function begun(client: Practiser, slug: string): Promise<Work['text']> {
  const { id, items } = await client.startPractice(slug);
  return { attemptId: id, itemId: items[0]?.id ?? '' };
}

/** One attempt of each form on private questions: an answer, code being graded, and an open quiz. */
export async function privateWork(client: Practiser): Promise<Work> {
  const text = await begun(client, 'acme:text.example');
  await client.save(text.itemId, { text: { text: 'AUC' } });
  const code = await begun(client, 'acme:code.average-precision-ties');
  const sent = await client.submitCode(code.itemId, SOURCE);
  const quiz = await client.startQuiz({ skills: ['acme/example'], count: 2, minutes: 60 });
  const quizId = (quiz['attempt'] as { id: string }).id;
  return { text, code, quizId, submissionId: (sent['submission'] as { id: string }).id };
}

export const named = (field: string, input: string, type: string): string =>
  `mutation (${input}) { ${field}(input: $input) { __typename ${type} } }`;

/** Every operation that reads private content by an id that the member still has. */
export function operationsOn({
  text,
  code,
  quizId,
  submissionId,
}: Work): readonly (readonly [string, string, object])[] {
  const on = (itemId: string, more: object = {}) => ({ input: { itemId, ...more } });
  const answer = { revisionId: crypto.randomUUID(), basedOn: 1, answer: { text: { text: 'recall' } } };
  const program = { clientId: crypto.randomUUID(), language: 'PYTHON', source: SOURCE };
  return [
    ['attempt', ATTEMPT, { id: text.attemptId }],
    ['the running quiz', ATTEMPT, { id: quizId }],
    ['attemptItem', 'query ($id: ID!) { attemptItem(id: $id) { id } }', { id: text.itemId }],
    ['revisions', 'query ($id: ID!) { revisions(itemId: $id, first: 5) { edges { cursor } } }', { id: text.itemId }],
    ['submission', 'query ($id: ID!) { submission(id: $id) { source } }', { id: submissionId }],
    ['submissions', '{ submissions(slug: "acme:code.average-precision-ties", first: 5) { edges { cursor } } }', {}],
    ['question', '{ question(slug: "acme:text.example") { title } }', {}],
    ['saveResponse', named('saveResponse', '$input: SaveResponseInput!', ''), on(text.itemId, answer)],
    ['presentItem', named('presentItem', '$input: PresentItemInput!', ''), on(text.itemId)],
    ['flagItem', named('flagItem', '$input: FlagItemInput!', ''), on(text.itemId, { isFlagged: true })],
    ['checkAnswer', named('checkAnswer', '$input: CheckAnswerInput!', ''), on(text.itemId, { revision: 1 })],
    [
      'markMyself',
      named('markMyself', '$input: MarkMyselfInput!', ''),
      on(text.itemId, { levels: [{ criterion: 'meaning', level: 1 }] }),
    ],
    [
      'revealExplanation',
      named('revealExplanation', '$input: RevealExplanationInput!', ''),
      on(text.itemId, { revision: 1 }),
    ],
    [
      'revealFollowUp',
      named('revealFollowUp', '$input: RevealFollowUpInput!', ''),
      on(text.itemId, { after: 'x', revision: 1 }),
    ],
    ['runCode', named('runCode', '$input: RunCodeInput!', ''), on(code.itemId, program)],
    ['submitCode', named('submitCode', '$input: SubmitCodeInput!', ''), on(code.itemId, program)],
    ['submitAttempt', named('submitAttempt', '$input: SubmitAttemptInput!', ''), { input: { attemptId: quizId } }],
    [
      'startPractice',
      named('startPractice', '$input: StartPracticeInput!', ''),
      { input: { slug: 'acme:text.example' } },
    ],
    [
      'reportQuestion',
      named('reportQuestion', '$input: ReportQuestionInput!', ''),
      { input: { slug: 'acme:text.example', reason: 'WRONG', text: 'It is wrong.' } },
    ],
  ];
}
