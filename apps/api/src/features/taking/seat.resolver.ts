import { Mutation, Resolver } from '@nestjs/graphql';
import { enterAsCandidate } from '../../access/candidate-sessions';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  invalidInputProblem,
  linkUnusableProblem,
  requestSeatSuccess,
  takeSeatSuccess,
  wrongCodeProblem,
} from '../../generated/outcomes';
import type { MutationRequestSeatArgs, MutationResolvers, MutationTakeSeatArgs } from '../../generated/resolvers';
import { readInvitee } from '../candidate-invitation/invitee';
import { contactOf } from './invited-view';
import { publicLinkView } from './public-link-view';
import { PublicSeats } from './public-seats';

const UNKNOWN = { reason: 'UNKNOWN', contact: null } as const;

/** How someone with a public link becomes a candidate. */
@Resolver()
export class SeatResolver implements Pick<MutationResolvers, 'requestSeat' | 'takeSeat'> {
  constructor(private readonly seats: PublicSeats) {}

  @Needs('anyone')
  @Mutation()
  async requestSeat(_: unknown, { input }: MutationRequestSeatArgs, ctx: Ctx) {
    const { token, name = null, email } = input;
    const { invitee, issues } = readInvitee({ name: name ?? '', email, allowance: null });
    const missing = name?.trim() === '' ? [{ field: 'name', code: 'MISSING', limit: null } as const] : [];
    if (issues.length + missing.length > 0) return invalidInputProblem({ issues: [...missing, ...issues] });
    const outcome = await this.seats.request(token, { email: invitee.email, name: invitee.name }, ctx.address);
    switch (outcome.kind) {
      case 'unknown':
        return linkUnusableProblem(UNKNOWN);
      case 'noSeat':
        return publicLinkView(outcome);
      case 'sent':
        return requestSeatSuccess({ requestId: outcome.requestId });
    }
  }

  @Needs('anyone')
  @Mutation()
  async takeSeat(_: unknown, { input }: MutationTakeSeatArgs, ctx: Ctx) {
    const outcome = await this.seats.take(input, ctx);
    switch (outcome.kind) {
      case 'unknown':
        return linkUnusableProblem(UNKNOWN);
      case 'wrongCode':
        return wrongCodeProblem();
      case 'noSeat':
        return publicLinkView(outcome);
      case 'withdrawn':
        return linkUnusableProblem({ reason: 'WITHDRAWN', contact: contactOf(outcome.link) });
      case 'taken':
        enterAsCandidate(ctx, outcome.session);
        return takeSeatSuccess({ invitation: outcome.invited });
    }
  }
}
