import {
  type Clock,
  Database,
  type InvitationId,
  InvitationRepository,
  MemberRepository,
  type MemberRole,
  newId,
  type OrganizationId,
  type WaitingInvitation,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone, type Trace } from '../../access/acts';
import type { InputIssue, SkippedAddressReason } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { hashOfToken } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { INVITATION_LIVES_MS } from './invitation-rules';
import { checkEmail, plainEmail } from '../identity/sign-up-input';
import { MemberInvitationLinks } from './member-invitation-links';

const AT_ONCE = 50;
const WAITING = 500;
const IN_A_DAY = 300;
const DAY_MS = 86_400_000;
const RESENT = { limit: 5, windowSeconds: 86_400 } as const;

export type Skipped = { readonly email: string; readonly reason: SkippedAddressReason };
export type InviteOutcome =
  | {
      readonly kind: 'invited';
      readonly invitations: readonly WaitingInvitation[];
      readonly skipped: readonly Skipped[];
    }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'tooMany'; readonly remaining: number };

type Asked = { readonly emails: readonly string[]; readonly roles: readonly MemberRole[] };
type NewInvitation = { readonly email: string; readonly roles: readonly MemberRole[] };

/** What an organization does with its invitations to become a member. */
@Injectable()
export class MemberInvitations {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly links: MemberInvitationLinks,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: OrganizationId): Promise<readonly WaitingInvitation[]> {
    return this.db.repo(InvitationRepository).listWaiting(organizationId);
  }

  async invite(by: Actor, asked: Asked): Promise<InviteOutcome> {
    const emails = [...new Set(asked.emails.map(plainEmail).filter((email) => email !== ''))];
    const issues = issuesOf(emails, asked.roles);
    if (issues.length > 0) return { kind: 'invalid', issues };
    return this.acts.run<InviteOutcome>(by, async (tx, now) => {
      await tx.repo(MemberRepository).listForUpdate(by.organizationId);
      const { wanted, skipped, replaced } = await this.sort(tx, by.organizationId, emails, now);
      const remaining = await this.remaining(tx, by.organizationId, now, replaced.length);
      if (wanted.length > remaining) return nothingDone({ kind: 'tooMany', remaining });
      for (const { id } of replaced) await tx.repo(InvitationRepository).withdraw(id, now);
      const invitations: WaitingInvitation[] = [];
      for (const email of wanted) invitations.push(await this.insert(tx, by, { email, roles: asked.roles }, now));
      const result = { kind: 'invited', invitations, skipped } as const;
      const [first, ...others] = invitations.map(({ id }): Trace => {
        return { act: 'invitation.made', objectId: id, detail: { roles: asked.roles } };
      });
      return first ? done(result, first, ...others) : nothingDone(result);
    });
  }

  /** Makes a new link, which ends the earlier one, and sends it if mail is on. */
  async resend(by: Actor, id: InvitationId): Promise<WaitingInvitation> {
    await this.limits.take(`resend:${id}`, RESENT);
    return this.acts.run(by, async (tx, now) => {
      const before = await this.getWaiting(tx, by.organizationId, id);
      const generation = before.generation + 1;
      const link = {
        tokenHash: hashOfToken(this.links.tokenOf({ id, generation })),
        expiresAt: new Date(now.getTime() + INVITATION_LIVES_MS),
        source: this.links.source,
        generation,
      };
      if (!(await tx.repo(InvitationRepository).renew(id, link))) throw notFound();
      await this.links.post(tx, before);
      const renewed = await this.getWaiting(tx, by.organizationId, id);
      return done(renewed, { act: 'invitation.resent', objectId: id });
    });
  }

  withdraw(by: Actor, id: InvitationId): Promise<void> {
    return this.acts.run(by, async (tx, now) => {
      await this.getWaiting(tx, by.organizationId, id);
      if (!(await tx.repo(InvitationRepository).withdraw(id, now))) throw notFound();
      return done(undefined, { act: 'invitation.withdrawn', objectId: id });
    });
  }

  private async getWaiting(tx: Database, organizationId: OrganizationId, id: InvitationId): Promise<WaitingInvitation> {
    const found = await tx.repo(InvitationRepository).findWaiting(organizationId, id);
    if (found === null) throw notFound();
    return found;
  }

  private async sort(tx: Database, organizationId: OrganizationId, emails: readonly string[], now: Date) {
    const members = new Set(await tx.repo(MemberRepository).listAddressesAmong(organizationId, emails));
    const waiting = await tx.repo(InvitationRepository).listWaiting(organizationId);
    const live = new Set(waiting.filter(({ expiresAt }) => expiresAt > now).map(({ email }) => email));
    const skipped = emails.flatMap((email): Skipped[] => {
      if (members.has(email)) return [{ email, reason: 'MEMBER' }];
      return live.has(email) ? [{ email, reason: 'INVITED' }] : [];
    });
    const wanted = emails.filter((email) => !members.has(email) && !live.has(email));
    const replaced = waiting.filter(({ email }) => wanted.includes(email));
    return { wanted, skipped, replaced };
  }

  private async remaining(tx: Database, organizationId: OrganizationId, now: Date, replaced: number): Promise<number> {
    const invitations = tx.repo(InvitationRepository);
    const waiting = (await invitations.listWaiting(organizationId)).length - replaced;
    const lastDay = await invitations.countMadeSince(organizationId, new Date(now.getTime() - DAY_MS));
    return Math.max(0, Math.min(WAITING - waiting, IN_A_DAY - lastDay));
  }

  private async insert(
    tx: Database,
    by: Actor,
    { email, roles }: NewInvitation,
    now: Date,
  ): Promise<WaitingInvitation> {
    const id = newId<InvitationId>(this.clock);
    const invitation = {
      ...{ id, email, roles, organizationId: by.organizationId, createdAt: now, createdBy: by.accountId },
      expiresAt: new Date(now.getTime() + INVITATION_LIVES_MS),
      source: this.links.source,
    };
    const tokenHash = hashOfToken(this.links.tokenOf({ id, generation: 1 }));
    await tx.repo(InvitationRepository).insert({ ...invitation, tokenHash });
    await this.links.post(tx, invitation);
    return { ...invitation, generation: 1, openedAt: null, isUndelivered: false };
  }
}

function issuesOf(emails: readonly string[], roles: readonly MemberRole[]): InputIssue[] {
  if (emails.length === 0) return [{ field: 'emails', code: 'MISSING', limit: null }];
  if (emails.length > AT_ONCE) return [{ field: 'emails', code: 'TOO_LONG', limit: AT_ONCE }];
  const addresses = emails.flatMap((email) =>
    checkEmail(email).map((one) => ({ ...one, field: `emails:${email.slice(0, 254)}` })),
  );
  return roles.length > 0 ? addresses : [...addresses, { field: 'roles', code: 'MISSING', limit: null }];
}
