import { Database, type InvitedRow, type PublicLinkRow, type SessionId, TakingRepository } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { OpenedSession } from '../../access/candidate-sessions';
import type { CandidateVisitor, Ctx } from '../../access/context';
import { hashOfToken } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { DeviceCodes } from './device-codes';
import { Entering } from './entering';
import { PublicSeats } from './public-seats';
import type { LinkState } from './seat-rules';

/** A class may sit behind one address; tokens cannot be guessed at any rate. */
const OPENED_PER_ADDRESS = { limit: 600, windowSeconds: 3600 } as const;
const CODES_PER_INVITATION = { limit: 5, windowSeconds: 3600 } as const;
const CODES_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

type Unusable = { readonly kind: 'unusable'; readonly invited: InvitedRow | null };
export type OpenOutcome =
  | Unusable
  /** The link is a public one, and an address must be verified. */
  | { readonly kind: 'public'; readonly link: PublicLinkRow; readonly state: LinkState }
  | { readonly kind: 'codeNeeded'; readonly invited: InvitedRow; readonly isWrong: boolean }
  /** `session` is null if this browser has one already. */
  | { readonly kind: 'opened'; readonly invited: InvitedRow; readonly session: OpenedSession | null };

export type Link = { readonly token: string; readonly code: string | null };
type Visit = Pick<Ctx, 'candidate' | 'address'>;

/**
 * Links of candidates' invitations: each opens one browser at once, and others by a code sent to the invited address. A
 * public link opens none before an address is verified.
 */
@Injectable()
export class Links {
  constructor(
    private readonly db: Database,
    private readonly entering: Entering,
    private readonly limits: RateLimits,
    private readonly codes: DeviceCodes,
    private readonly seats: PublicSeats,
  ) {}

  async open({ token, code }: Link, { candidate, address }: Visit): Promise<OpenOutcome> {
    await this.limits.take(`candidate-link:${this.limits.ofAddress(address)}`, OPENED_PER_ADDRESS);
    const invited = await this.find(token);
    if (invited === null) return this.openPublic(token, candidate);
    if (!isUsable(invited)) return { kind: 'unusable', invited };
    if (candidate?.holder.invitationId === invited.id) return { kind: 'opened', invited, session: null };
    if (!(await this.mayOpen(invited, code))) return { kind: 'codeNeeded', invited, isWrong: code !== null };
    // Without mail there is no code: then the newest browser takes over.
    const how = { before: sessionOf(candidate), isAlone: !this.codes.canBeSent };
    const entered = await this.db.transaction((tx) => this.entering.enter(tx, invited, how));
    return entered === null ? { kind: 'codeNeeded', invited, isWrong: false } : { kind: 'opened', ...entered };
  }

  /** Null if the link cannot be used. */
  async sendCode(token: string, address: string): Promise<InvitedRow | null> {
    await this.limits.take(`candidate-code:${this.limits.ofAddress(address)}`, CODES_PER_ADDRESS);
    const invited = await this.find(token);
    if (invited === null || !isUsable(invited)) return null;
    await this.limits.take(`candidate-code:${invited.id}`, CODES_PER_INVITATION);
    await this.codes.send(invited);
    return invited;
  }

  /** A browser with a session for the link's assessment needs no code. */
  private async openPublic(token: string, candidate: CandidateVisitor | null): Promise<OpenOutcome> {
    const link = await this.seats.find(token);
    if (link === null) return { kind: 'unusable', invited: null };
    const invited = candidate && (await this.db.repo(TakingRepository).find(candidate.holder));
    if (invited?.publicLinkId === link.id) return { kind: 'opened', invited, session: null };
    return { kind: 'public', link, state: await this.seats.stateOf(link) };
  }

  private find(token: string): Promise<InvitedRow | null> {
    return this.db.repo(TakingRepository).findByToken(hashOfToken(token));
  }

  private async mayOpen(invited: InvitedRow, code: string | null): Promise<boolean> {
    if (invited.openedAt === null || !this.codes.canBeSent) return true;
    return code !== null && this.codes.use(invited, code);
  }
}

/** A withdrawn invitation opens nothing, unless there is a receipt to read. */
const isUsable = ({ withdrawnAt, endedAt }: InvitedRow): boolean => withdrawnAt === null || endedAt !== null;

const sessionOf = (candidate: CandidateVisitor | null): SessionId | null => candidate?.sessionId ?? null;
