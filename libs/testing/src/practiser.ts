import { GraphQLClient } from './graphql-client';

/** Operations of practice as the web app sends them, and a visitor who knows them. */
const ITEM = `id position isFlagged isAnswered question { slug practiceState }
  content { __typename
    ... on ChoiceContent { statement hints choose options { id text } }
    ... on NumericContent { statement hints unit }
    ... on CodeContent { statement hints groups { name points } languages { language entry starter } } }
  response { revision answer { ... on ChoiceAnswer { picked } ... on NumericAnswer { text readAs } ... on CodeAnswer { source } } }
  feedback { earned possible explanation detail {
    ... on ChoiceFeedback { options { id isKey why misconception } }
    ... on NumericFeedback { value low high misconception } } }`;
const ATTEMPT = `id form startedAt closesAt endedAt endedBy serverTime score { earned possible skills { skill { id } items } } items { ${ITEM} }`;
const SUBMISSION = `id purpose status placeInQueue verdict { kind reason limit timeLimit traceback line }
  groups { name title passed total points verdict { kind reason } } cases { input stdout verdict { kind traceback } } earned possible`;
const SENDING = `... on Problem { code } ... on AttemptClosedProblem { closedAt } ... on TooManySubmissionsProblem { nextAt }
  ... on SourceRefusedProblem { sourceReason: reason limitBytes } ... on GradingUnavailableProblem { gradingReason: reason }`;

export type ItemShape = {
  readonly id: string;
  readonly isFlagged: boolean;
  readonly isAnswered: boolean;
  readonly question: { readonly slug: string; readonly practiceState: string };
  readonly content: {
    readonly __typename: string;
    readonly hints: readonly string[];
    readonly options: readonly { readonly id: string }[];
    readonly groups: readonly { readonly name: string; readonly points: number }[];
  };
  readonly response: { readonly revision: number; readonly answer: object } | null;
  readonly feedback: {
    readonly earned: number;
    readonly possible: number;
    readonly explanation: string;
    readonly detail: Record<string, unknown> | null;
  } | null;
};

export type AttemptShape = {
  readonly id: string;
  readonly closesAt: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly score: { readonly earned: number; readonly possible: number } | null;
  readonly items: readonly ItemShape[];
};

type Outcome = { readonly __typename: string; readonly [field: string]: unknown };

/** A guest in the making: the first act of practice gives it its session. */
export class Practiser extends GraphQLClient {
  async startPractice(slug: string, again = false): Promise<AttemptShape> {
    const outcome = await this.act('startPractice', 'StartPractice', { slug, again }, `attempt { ${ATTEMPT} }`);
    return outcome['attempt'] as AttemptShape;
  }

  async startQuiz(input: { skills: string[]; count: number; minutes: number | null }): Promise<Outcome> {
    return this.act('startQuiz', 'StartQuiz', input, `attempt { ${ATTEMPT} }`);
  }

  save(itemId: string, answer: object, revisionId: string = crypto.randomUUID()): Promise<Outcome> {
    return this.act('saveResponse', 'SaveResponse', { itemId, revisionId, answer }, 'response { revision }');
  }

  check(itemId: string): Promise<Outcome & { item?: ItemShape }> {
    return this.act('checkAnswer', 'CheckAnswer', { itemId }, `item { ${ITEM} }`);
  }

  reveal(itemId: string): Promise<Outcome & { item?: ItemShape }> {
    return this.act('revealExplanation', 'RevealExplanation', { itemId }, `item { ${ITEM} }`);
  }

  flag(itemId: string, isFlagged: boolean): Promise<Outcome> {
    return this.act('flagItem', 'FlagItem', { itemId, isFlagged }, 'item { isFlagged }');
  }

  present(itemId: string): Promise<Outcome> {
    return this.act('presentItem', 'PresentItem', { itemId }, 'item { id }');
  }

  submitAttempt(attemptId: string): Promise<Outcome & { attempt?: AttemptShape }> {
    return this.act('submitAttempt', 'SubmitAttempt', { attemptId }, `attempt { ${ATTEMPT} }`);
  }

  submitCode(itemId: string, source: string, more: object = {}): Promise<Outcome> {
    const input = { clientId: crypto.randomUUID(), itemId, language: 'PYTHON', source, ...more };
    return this.act('submitCode', 'SubmitCode', input, `submission { ${SUBMISSION} }`);
  }

  runCode(itemId: string, source: string, more: object = {}): Promise<Outcome> {
    const input = { clientId: crypto.randomUUID(), itemId, language: 'PYTHON', source, ...more };
    return this.act('runCode', 'RunCode', input, `submission { ${SUBMISSION} }`);
  }

  async attempt(id: string): Promise<AttemptShape> {
    const query = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`;
    return (await this.ask<{ attempt: AttemptShape }>(query, { id })).attempt;
  }

  async submission(id: string): Promise<Record<string, unknown>> {
    const query = `query ($id: ID!) { submission(id: $id) { ${SUBMISSION} } }`;
    return (await this.ask<{ submission: Record<string, unknown> }>(query, { id })).submission;
  }

  private async act(field: string, type: string, input: object, success: string): Promise<Outcome> {
    const mutation = mutationOf(field, type, success);
    const data = await this.ask<Record<string, Outcome>>(mutation, { input });
    const outcome = data[field];
    if (outcome === undefined) throw new Error(`${field} gave nothing.`);
    return outcome;
  }
}

/** The text of one mutation, with every problem asked for. */
function mutationOf(field: string, type: string, success: string): string {
  const problems = PROBLEMS[type] ?? '... on Problem { code }';
  return `mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename ... on ${type}Success { ${success} } ${problems} } }`;
}

/** Fields of the problems that a union may hold; unions of one have none. */
const PROBLEMS: Readonly<Record<string, string>> = {
  SaveResponse: `... on Problem { code } ... on AttemptClosedProblem { closedAt } ... on InvalidAnswerProblem { reason }
    ... on SourceRefusedProblem { sourceReason: reason limitBytes }`,
  CheckAnswer: '... on Problem { code } ... on InvalidAnswerProblem { reason }',
  StartQuiz: `... on Problem { code } ... on NotEnoughQuestionsProblem { available }
    ... on InvalidInputProblem { issues { field code limit } }`,
  StartPractice: '... on Problem { code } ... on QuestionNotReadyProblem { isOnItsWay }',
  SubmitCode: SENDING,
  RunCode: `${SENDING} ... on InvalidInputProblem { issues { field code limit } }`,
  RevealExplanation: '',
  SubmitAttempt: '',
};
