import { setTimeout as pause } from 'node:timers/promises';

const IN_A_WEEK_MS = 7 * 86_400_000;
const PARTS = 100;

const pool = (id, draw, kinds) => {
  const limits = { levels: [1, 2, 3, 4, 5], skills: [], excluded: [], unseenOnly: false };
  return { pool: { id, draw, kinds, weight: 1, ...limits } };
};

/** An assessment of several kinds, and one program. */
const DRAFT = {
  role: null,
  level: null,
  minutes: 120,
  passLine: null,
  hasCalculator: false,
  introduction: '',
  documentation: [],
  languages: [],
  skills: [],
  rules: { afterRelease: 'SCORE', countedSubmission: 'LAST', mayGoBack: true },
  sections: [
    {
      id: 'short',
      title: 'Short questions',
      minutes: null,
      entries: [
        pool('choice-1', 2, ['CHOICE']),
        pool('numeric-1', 2, ['NUMERIC']),
        pool('order-1', 1, ['ORDERING', 'TEXT']),
      ],
    },
    {
      id: 'code',
      title: 'Code',
      minutes: null,
      entries: [{ question: { id: 'program-1', questionId: 'public/code.average-precision-ties', weight: 1 } }],
    },
  ],
};

async function succeed(client, operation, variables) {
  const result = await client.insist(operation, variables);
  if (result.code) throw new Error(`${operation}: ${JSON.stringify(result)}`);
  return result;
}

/** Publishes an assessment and invites people by links, all through the API; returns the token of each. */
export async function inviteAll(client, { account, organization, count }) {
  await succeed(client, 'SignIn', { input: { email: account.email, password: account.password } });
  const { assessment } = await succeed(client, 'Create', { input: { organization, title: 'Faults' } });
  const draft = { assessmentId: assessment.id, basedOn: assessment.draftRevision, draft: DRAFT };
  const { state } = await succeed(client, 'Save', { input: draft });
  const published = { assessmentId: assessment.id, revision: state.assessment.draftRevision };
  const { version } = await succeed(client, 'Publish', { input: published });
  while (!(await client.insist('Version', { id: version.id })).isReady) await pause(500);
  const tokens = [];
  for (let from = 0; from < count; from += PARTS) {
    const people = Array.from({ length: Math.min(PARTS, count - from) }, (_, n) => ({
      name: `Person ${from + n}`,
      email: `person${from + n}@faults.example`,
    }));
    const expiresAt = new Date(Date.now() + IN_A_WEEK_MS).toISOString();
    const input = { assessmentId: assessment.id, people, expiresAt, source: 'LINK' };
    const { invitations } = await succeed(client, 'Invite', { input });
    tokens.push(...invitations.map(({ link }) => new URL(link).pathname.split('/').at(-1)));
  }
  return tokens;
}
