import type { Practiser } from '@holdout/testing';
import type { TestMail } from '../../test-mail';

const PROBLEMS = `... on PublicLinkProblem { state title organizationName contact { name email } }
  ... on LinkUnusableProblem { reason contact { email } }`;
const REQUEST = `mutation ($input: RequestSeatInput!) { requestSeat(input: $input) { __typename
  ... on RequestSeatSuccess { requestId } ... on InvalidInputProblem { issues { field code } } ${PROBLEMS} } }`;
const TAKE = `mutation ($input: TakeSeatInput!) { takeSeat(input: $input) { __typename
  ... on TakeSeatSuccess { invitation { id status } } ${PROBLEMS} } }`;
const OPEN = `mutation ($input: OpenInvitationLinkInput!) { openInvitationLink(input: $input) { __typename
  ... on OpenInvitationLinkSuccess { invitation { id } } ${PROBLEMS} } }`;

type Outcome = {
  readonly __typename: string;
  readonly requestId?: string;
  readonly invitation?: { readonly id: string };
};

/** Someone with the token of a public link. */
export class Applicant {
  private requestId = '';

  constructor(
    readonly client: Practiser,
    private readonly token: string,
    readonly email: string,
  ) {}

  async open(): Promise<Outcome> {
    const data = await this.client.ask<{ openInvitationLink: Outcome }>(OPEN, { input: { token: this.token } });
    return data.openInvitationLink;
  }

  async request(name = 'An applicant'): Promise<Outcome> {
    const input = { token: this.token, name, email: this.email };
    const { requestSeat: outcome } = await this.client.ask<{ requestSeat: Outcome }>(REQUEST, { input });
    this.requestId = outcome.requestId ?? '';
    return outcome;
  }

  async take(code: string): Promise<Outcome> {
    const input = { token: this.token, requestId: this.requestId, code };
    return (await this.client.ask<{ takeSeat: Outcome }>(TAKE, { input })).takeSeat;
  }
}

/** The code in the latest mail to an address; empty if there is none. */
export function codeFor(email: string, mails: readonly TestMail[]): string {
  const mail = mails.findLast(({ to, kind }) => to === email && kind === 'seatCode');
  return /\b(\d{6})\b/.exec(mail?.text ?? '')?.[1] ?? '';
}
