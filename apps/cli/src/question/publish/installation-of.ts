import { NotGraded } from '../../not-graded';
import type { Terminal } from '../../terminal';
import type { Target } from '../parse-question';
import type { Installation } from './installation-client';

/** The installation, with the token of the environment. Throws `NotGraded` without one. */
export function installationOf({ to, organization }: Target, { token, signal, tell }: Terminal): Installation {
  if (!token)
    throw new NotGraded(
      `Set HOLDOUT_TOKEN to an API token with the scope PUBLISH. An author or administrator makes one at ${to.replace(/\/*$/, '')}/o/${organization}/settings/tokens.`,
    );
  const { protocol, hostname } = new URL(to);
  if (protocol === 'http:' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
    tell(`${to} is not encrypted: the token and what is sent can be read on the way. Use https.`);
  return { to, organization, token, signal };
}
