import { Client } from '../../tools/faults/client.mjs';
import { inviteAll } from '../../tools/faults/organization.mjs';
import { Random } from '../../tools/faults/random.mjs';

/** Invites one person through the API, who starts the assessment; the other attempts are copies of this one. */
export async function startOne({ url, accounts }) {
  const violations = new Set();
  const clientOf = (name) => new Client(url, { random: new Random('bench', name), violations, isLossy: false });
  const organization = clientOf('organization');
  const account = accounts.find(({ role }) => role === 'manager');
  const [token] = await inviteAll(organization, { account, organization: 'demo', count: 1 });
  const person = clientOf('person');
  await person.insist('OpenLink', { input: { token } });
  const { attempt, ...problem } = await person.insist('Start', { input: { consent: true } });
  if (!attempt) throw new Error(`The attempt was not started: ${JSON.stringify(problem)}`);
  if (violations.size > 0) throw new Error([...violations].join('\n'));
  const positions = attempt.items.flatMap(({ kind }, index) => (kind === 'NUMERIC' ? [index] : []));
  organization.close();
  person.close();
  return { attemptId: attempt.id, positions, answer: { format: 1, kind: 'numeric', text: '12.5' } };
}
