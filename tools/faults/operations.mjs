import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT } from '../../bench/support/answers.mjs';

const ANSWERS = `... on ChoiceAnswer { picked } ... on NumericAnswer { text } ... on OrderingAnswer { steps }
  ... on TextAnswer { text } ... on CodeAnswer { language source }`;
const ATTEMPT = `id closesAt endedAt receiptCode
  items { id kind isFlagged content { ${CONTENT} } response { revision answer { __typename ${ANSWERS} } } }`;
const RESULT = '__typename ... on Problem { code }';

/** Operations of the run; the product is started as in production, where no others are admitted. */
const TEXTS = {
  SignIn: `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ${RESULT} } }`,
  Create: `mutation Create($input: CreateAssessmentInput!) { createAssessment(input: $input) { ${RESULT}
    ... on CreateAssessmentSuccess { assessment { id draftRevision } } } }`,
  Save: `mutation Save($input: SaveAssessmentDraftInput!) { saveAssessmentDraft(input: $input) { ${RESULT}
    ... on InvalidInputProblem { issues { field code } }
    ... on SaveAssessmentDraftSuccess { state { assessment { draftRevision } } } } }`,
  Publish: `mutation Publish($input: PublishAssessmentInput!) { publishAssessment(input: $input) { ${RESULT}
    ... on PublishAssessmentSuccess { version { id isReady } } } }`,
  Version: 'query Version($id: ID!) { assessmentVersion(id: $id) { isReady } }',
  Invite: `mutation Invite($input: InviteCandidatesInput!) { inviteCandidates(input: $input) { ${RESULT}
    ... on InviteCandidatesSuccess { invitations { id link } } } }`,
  OpenLink: `mutation OpenLink($input: OpenInvitationLinkInput!) { openInvitationLink(input: $input) { ${RESULT} } }`,
  Start: `mutation Start($input: StartAssessmentInput!) { startAssessment(input: $input) { ${RESULT}
    ... on StartAssessmentSuccess { attempt { ${ATTEMPT} } } } }`,
  Attempt: `query Attempt($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`,
  SaveResponse: `mutation SaveResponse($input: SaveResponseInput!) { saveResponse(input: $input) { ${RESULT}
    ... on SaveResponseSuccess { response { revision } } ... on StaleRevisionProblem { current { revision } } } }`,
  Flag: `mutation Flag($input: FlagItemInput!) { flagItem(input: $input) { ${RESULT}
    ... on FlagItemSuccess { item { isFlagged } } } }`,
  Present: `mutation Present($input: PresentItemInput!) { presentItem(input: $input) { ${RESULT} } }`,
  SubmitCode: `mutation SubmitCode($input: SubmitCodeInput!) { submitCode(input: $input) { ${RESULT}
    ... on SubmitCodeSuccess { submission { id } } } }`,
  Finish: `mutation Finish($input: SubmitAttemptInput!) { submitAttempt(input: $input) { __typename
    ... on SubmitAttemptSuccess { attempt { endedAt receiptCode } } } }`,
};

const idOf = (text) => createHash('sha256').update(text).digest('hex');

/** A request body with only the id of an operation. */
export function bodyOf(operationName, variables) {
  const persistedQuery = { version: 1, sha256Hash: idOf(TEXTS[operationName]) };
  return JSON.stringify({ operationName, variables, extensions: { persistedQuery } });
}

/** The texts by the ids that name them. */
export const LISTED = Object.fromEntries(Object.values(TEXTS).map((text) => [idOf(text), text]));

/** A web root without pages, whose operations are those of the run. */
export function makeWebRoot() {
  const directory = mkdtempSync(join(tmpdir(), 'holdout-faults-'));
  writeFileSync(join(directory, 'operations.json'), JSON.stringify(LISTED));
  return directory;
}
