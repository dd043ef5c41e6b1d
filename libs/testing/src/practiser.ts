import { GraphQLClient } from './graphql-client';

/** The operations of practice as the web app sends them, and a client with a method for each. */
const CHOICE_PART = '... on ChoicePart { id ask points choose options { id text } }';
const PART_REASONS = '... on ChoicePartFeedback { part earned possible options { id isKey why misconception } }';
const RUBRIC = `rubric { id title block weight levels level } redFlags { text misconception }
  sample { text levels { criterion level } }`;
const CONTENT = `__typename
  ... on ChoiceContent { statement hints choose options { id text } }
  ... on NumericContent { statement hints unit }
  ... on PlotContent { statement hints spec alt table { columns { field title isNumber } rows }
    parts { ... on PointPart { id ask points pick fields { field title isNumber } } ${CHOICE_PART} } }
  ... on OrderingContent { statement hints steps { id text } }
  ... on ReadingContent { statement hints language lines context
    parts { ... on LinePart { id ask points mark } ${CHOICE_PART} } }
  ... on TextContent { statement hints maxLength ignoresCase ignoresPunctuation }
  ... on ScenarioContent { statement hints words { min max } followUps { id ask maxWords } hasMore }
  ... on DesignContent { statement hints blocks { id title ask words { min max } } numbers { id block ask unit points } }
  ... on CodeContent { statement hints groups { name points } languages { language entry starter } }`;
const ANSWER = `... on ChoiceAnswer { picked } ... on NumericAnswer { text readAs } ... on CodeAnswer { source }
  ... on PlotAnswer { points { part values { field text readAs } } choices { part picked } }
  ... on OrderingAnswer { steps } ... on ReadingAnswer { lines { part lines } choices { part picked } }
  ... on TextAnswer { text } ... on ScenarioAnswer { texts { part text } }
  ... on DesignAnswer { scene blocks { part text } numbers { id text readAs } }`;
const DETAIL = `... on ChoiceFeedback { options { id isKey why misconception } }
  ... on NumericFeedback { value low high misconception }
  ... on PlotFeedback { parts { ${PART_REASONS} ... on PointFeedback { part earned possible why misconception
    accepted { field values low high } partial { fields { field values } share why } } } }
  ... on OrderingFeedback { example pairs { first then isKept why misconception }
    leftOut { step isPutIn why misconception } }
  ... on ReadingFeedback { parts { ${PART_REASONS}
    ... on LineFeedback { part earned possible why acceptedLines partial { lines share why } misconceptions } } }
  ... on TextFeedback { accepted match why misconception }
  ... on ScenarioFeedback { followUps { id ask maxWords } ${RUBRIC} }
  ... on DesignFeedback { numbers { id earned possible value low high why misconception } probes ${RUBRIC} }`;
const ITEM = `id position sectionId isFlagged isAnswered kind question { slug practiceState }
  content { ${CONTENT} } response { revision answer { ${ANSWER} } }
  feedback { earned possible pending markedBy explanation detail { ${DETAIL} } }`;
const ATTEMPT = `id form receiptCode startedAt closesAt endedAt endedBy serverTime score { earned possible pending skills { skill { id } items } }
  sections { id title minutes questionCount enteredAt closesAt isClosed } items { ${ITEM} }`;
const SUBMISSION = `id purpose status placeInQueue verdict { kind reason limit timeLimit traceback line }
  groups { name title passed total points verdict { kind reason } } cases { input stdout verdict { kind traceback } } earned possible`;
const STALE = `... on StaleRevisionProblem { current { revision answer { ${ANSWER} } } }`;
const SENDING = `... on Problem { code } ... on AttemptClosedProblem { closedAt } ... on TooManySubmissionsProblem { limit nextAt }
  ... on SourceRefusedProblem { sourceReason: reason limitBytes } ... on GradingUnavailableProblem { gradingReason: reason }`;

export type ItemShape = {
  readonly id: string;
  readonly position: number;
  readonly sectionId: string | null;
  readonly isFlagged: boolean;
  readonly isAnswered: boolean;
  readonly kind: string;
  /** Null in an open quiz. */
  readonly question: { readonly slug: string; readonly practiceState: string } | null;
  readonly content: {
    readonly __typename: string;
    readonly hints: readonly string[];
    readonly options: readonly { readonly id: string }[];
    readonly groups: readonly { readonly name: string; readonly points: number }[];
    /** The fields of the kind. */
    readonly [field: string]: unknown;
  };
  readonly response: { readonly revision: number; readonly answer: object } | null;
  readonly feedback: {
    readonly earned: number;
    readonly possible: number;
    readonly pending: number;
    readonly markedBy: string | null;
    readonly explanation: string;
    readonly detail: Record<string, unknown> | null;
  } | null;
};

export type AttemptShape = {
  readonly id: string;
  readonly closesAt: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly receiptCode: string | null;
  readonly score: { readonly earned: number; readonly possible: number; readonly pending: number } | null;
  /** Empty in practice. */
  readonly sections: readonly SectionShape[];
  readonly items: readonly ItemShape[];
};

export type SectionShape = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly questionCount: number;
  readonly enteredAt: string | null;
  readonly closesAt: string | null;
  readonly isClosed: boolean;
};

type Outcome = { readonly __typename: string; readonly [field: string]: unknown };

type SaveMore = {
  readonly revisionId?: string;
  /** By default the revision that this client saw last. */
  readonly basedOn?: number;
};

/** A visitor who becomes a guest, with a session, by the first operation of practice. Each method sends one operation. */
export class Practiser extends GraphQLClient {
  /** The newest revision of each item that this client has seen. */
  private readonly seen = new Map<string, number>();

  async startPractice(slug: string, again = false): Promise<AttemptShape> {
    const outcome = await this.act('startPractice', 'StartPractice', { slug, again }, `attempt { ${ATTEMPT} }`);
    return this.opened(outcome['attempt'] as AttemptShape);
  }

  async startQuiz(input: {
    skills: string[];
    count: number;
    minutes: number | null;
    kinds?: string[];
  }): Promise<Outcome> {
    return this.act('startQuiz', 'StartQuiz', input, `attempt { ${ATTEMPT} }`);
  }

  /** Opens the link of an invitation; the cookie that it sets makes this client a candidate. */
  openLink(token: string, code: string | null = null): Promise<Outcome> {
    const success = 'invitation { id status organizationName contact { name email } title ownMinutes attempt { id } }';
    return this.act('openInvitationLink', 'OpenInvitationLink', { token, code }, success);
  }

  /** The attempt of the candidate's invitation, begun if it was not. */
  async startAssessment(): Promise<AttemptShape> {
    const outcome = await this.act('startAssessment', 'StartAssessment', { consent: true }, `attempt { ${ATTEMPT} }`);
    if (outcome.__typename !== 'StartAssessmentSuccess') throw new Error(`Not started: ${JSON.stringify(outcome)}`);
    return this.opened(outcome['attempt'] as AttemptShape);
  }

  /** The newest revision of an item that this client has seen; 0 for none. */
  revisionOf(itemId: string): number {
    return this.seen.get(itemId) ?? 0;
  }

  async save(itemId: string, answer: object, more: SaveMore = {}): Promise<Outcome> {
    const { revisionId = crypto.randomUUID(), basedOn = this.revisionOf(itemId) } = more;
    const input = { itemId, revisionId, basedOn, answer };
    const outcome = await this.act('saveResponse', 'SaveResponse', input, 'response { revision }');
    const { revision = 0 } = (outcome['response'] ?? {}) as { revision?: number };
    this.seen.set(itemId, Math.max(revision, this.revisionOf(itemId)));
    return outcome;
  }

  check(itemId: string, revision = this.revisionOf(itemId)): Promise<Outcome & { item?: ItemShape }> {
    return this.act('checkAnswer', 'CheckAnswer', { itemId, revision }, `item { ${ITEM} }`);
  }

  reveal(itemId: string, revision = this.revisionOf(itemId)): Promise<Outcome & { item?: ItemShape }> {
    return this.act('revealExplanation', 'RevealExplanation', { itemId, revision }, `item { ${ITEM} }`);
  }

  revealFollowUp(
    itemId: string,
    after: string,
    revision = this.revisionOf(itemId),
  ): Promise<Outcome & { item?: ItemShape }> {
    return this.act('revealFollowUp', 'RevealFollowUp', { itemId, after, revision }, `item { ${ITEM} }`);
  }

  markMyself(itemId: string, levels: Readonly<Record<string, number>>): Promise<Outcome & { item?: ItemShape }> {
    const given = Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));
    return this.act('markMyself', 'MarkMyself', { itemId, levels: given }, `item { ${ITEM} }`);
  }

  flag(itemId: string, isFlagged: boolean): Promise<Outcome> {
    return this.act('flagItem', 'FlagItem', { itemId, isFlagged }, 'item { isFlagged }');
  }

  present(itemId: string): Promise<Outcome> {
    return this.act('presentItem', 'PresentItem', { itemId }, 'item { id }');
  }

  /** Enters a section that has a clock of its own. */
  async enterSection(attemptId: string, sectionId: string): Promise<Outcome & { attempt?: AttemptShape }> {
    const outcome = await this.act('enterSection', 'EnterSection', { attemptId, sectionId }, `attempt { ${ATTEMPT} }`);
    if ('attempt' in outcome) this.opened(outcome['attempt'] as AttemptShape);
    return outcome;
  }

  /** `isTimeUp` as a page sends it whose clock has run out. */
  submitAttempt(attemptId: string, isTimeUp = false): Promise<Outcome & { attempt?: AttemptShape }> {
    return this.act('submitAttempt', 'SubmitAttempt', { attemptId, isTimeUp }, `attempt { ${ATTEMPT} }`);
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
    return this.opened((await this.ask<{ attempt: AttemptShape }>(query, { id })).attempt);
  }

  async submission(id: string): Promise<Record<string, unknown>> {
    const query = `query ($id: ID!) { submission(id: $id) { ${SUBMISSION} } }`;
    return (await this.ask<{ submission: Record<string, unknown> }>(query, { id })).submission;
  }

  private opened(attempt: AttemptShape): AttemptShape {
    for (const { id, response } of attempt.items) this.seen.set(id, response?.revision ?? 0);
    return attempt;
  }

  private async act(field: string, type: string, input: object, success: string): Promise<Outcome> {
    const mutation = mutationOf(field, type, success);
    const data = await this.ask<Record<string, Outcome>>(mutation, { input });
    const outcome = data[field];
    if (outcome === undefined) throw new Error(`${field} returned nothing.`);
    return outcome;
  }
}

/** The text of one mutation, selecting every problem. */
function mutationOf(field: string, type: string, success: string): string {
  const problems = PROBLEMS[type] ?? '... on Problem { code }';
  return `mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename ... on ${type}Success { ${success} } ${problems} } }`;
}

/** The fields of the problems in a mutation's union. */
const PROBLEMS: Readonly<Record<string, string>> = {
  SaveResponse: `... on Problem { code } ... on AttemptClosedProblem { closedAt isKept } ... on InvalidAnswerProblem { reason }
    ... on SourceRefusedProblem { sourceReason: reason limitBytes } ${STALE}`,
  CheckAnswer: `... on Problem { code } ... on InvalidAnswerProblem { reason } ${STALE}`,
  RevealFollowUp: `... on Problem { code } ... on InvalidAnswerProblem { reason } ${STALE}`,
  StartQuiz: `... on Problem { code } ... on NotEnoughQuestionsProblem { available }
    ... on InvalidInputProblem { issues { field code limit } }`,
  StartPractice: '... on Problem { code } ... on QuestionNotReadyProblem { isOnItsWay }',
  SubmitCode: `${SENDING} ${STALE}`,
  RunCode: `${SENDING} ... on InvalidInputProblem { issues { field code limit } }`,
  OpenInvitationLink: `... on Problem { code } ... on LinkUnusableProblem { reason contact { email } }
    ... on DeviceCodeNeededProblem { emailHint isWrong }`,
  StartAssessment: `... on Problem { code } ... on AssessmentNotOpenProblem { status contact { email } }`,
  EnterSection: `... on Problem { code } ... on AttemptClosedProblem { closedAt } ... on SectionClosedProblem { reason }`,
  RevealExplanation: STALE,
  SubmitAttempt: '',
};
