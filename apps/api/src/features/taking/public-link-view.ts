import type { PublicLinkRow } from '@holdout/persistence';
import { publicLinkProblem } from '../../generated/outcomes';
import type { PublicLinkState } from '../../generated/resolvers';
import { contactOf } from './invited-view';
import type { LinkState } from './seat-rules';

const SHOWN = {
  open: 'OPEN',
  notYetOpen: 'NOT_YET_OPEN',
  full: 'FULL',
  closed: 'CLOSED',
  withdrawn: 'WITHDRAWN',
  notReady: 'NOT_READY',
  noMail: 'NO_MAIL',
} as const satisfies Record<LinkState, PublicLinkState>;

/** A public link as anyone who has it may see it. */
export function publicLinkView({ link, state }: { readonly link: PublicLinkRow; readonly state: LinkState }) {
  const { title, organizationName, opensAt } = link;
  return publicLinkProblem({ state: SHOWN[state], title, organizationName, opensAt, contact: contactOf(link) });
}
