import { randomBytes } from 'node:crypto';
import type { AuditAct } from '@holdout/assessment';
import {
  type AccountId,
  AccountRepository,
  type Clock,
  type Database,
  InvitationRepository,
  type InvitationId,
  type MemberId,
  MemberRepository,
  type MemberRole,
  newId,
  type OrganizationId,
  OrganizationRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Acts, leaveTraces } from '../access/acts';
import { hashPassword } from '../features/identity/password';
import { plainEmail } from '../features/identity/sign-up-input';
import { INVITATION_LIVES_MS } from '../features/organization/invitation-rules';
import { Members } from '../features/organization/members.service';
import { hashOfToken, newToken } from '../platform/access/link-token';

/** An error that the administrator can correct. The message says how. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError';
}

export type Person = { readonly email: string; readonly displayName: string; readonly password: string };
export type NewOrganization = { readonly slug: string; readonly name: string };

const unknownOrganization = (slug: string): AdministrationError =>
  new AdministrationError(
    `There is no organization "${slug}". Check --organization, or create it with "holdout admin create".`,
  );

/** A random password. */
export const newPassword = (): string => randomBytes(15).toString('base64url');

/** Administration by command line. No authorization check: who can run it has access to the database. */
export class Administration {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Creates an organization and an account that administers it. */
  async createOrganization(organization: NewOrganization, person: Person): Promise<void> {
    const email = plainEmail(person.email);
    await this.refuseTaken(organization, email);
    const passwordHash = await hashPassword(person.password);
    const createdAt = this.clock.now();
    const organizationId = newId<OrganizationId>(this.clock);
    const accountId = newId<AccountId>(this.clock);
    await this.db.transaction(async (tx) => {
      const { displayName } = person;
      await tx.repo(AccountRepository).giveUpAddress(email);
      await tx
        .repo(AccountRepository)
        .insert({ id: accountId, email, displayName, createdAt, provenAt: createdAt, passwordHash });
      await tx.repo(OrganizationRepository).insert({ id: organizationId, ...organization }, createdAt);
      const member = { id: newId<MemberId>(this.clock), organizationId, accountId, role: 'admin', createdAt } as const;
      await tx.repo(MemberRepository).insertOnce(member);
      await this.audit(tx, 'organization.founded', organizationId, organizationId);
    });
  }

  /** Creates an account without an organization. */
  async createAccount({ email, displayName, password }: Person): Promise<void> {
    const id = newId<AccountId>(this.clock);
    const createdAt = this.clock.now();
    const passwordHash = await hashPassword(password);
    await this.db.transaction((tx) =>
      tx
        .repo(AccountRepository)
        .insert({ id, email: plainEmail(email), displayName, createdAt, provenAt: createdAt, passwordHash }),
    );
  }

  /** Creates an invitation and returns the token of its link. Only the hash is stored, so it cannot be shown again. */
  async invite(
    slug: string,
    invited: { readonly email: string; readonly roles: readonly MemberRole[] },
  ): Promise<string> {
    const organization = await this.db.repo(OrganizationRepository).findBySlug(slug);
    if (!organization) throw unknownOrganization(slug);
    const token = newToken();
    const id = newId<InvitationId>(this.clock);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + INVITATION_LIVES_MS);
    await this.db.transaction(async (tx) => {
      await tx.repo(InvitationRepository).insert({
        id,
        organizationId: organization.id,
        tokenHash: hashOfToken(token),
        email: plainEmail(invited.email),
        roles: invited.roles,
        createdAt,
        expiresAt,
        createdBy: null,
        // The operator knows whose address it is, so the link proves it as one that went there by mail does.
        source: 'mail',
      });
      await this.audit(tx, 'invitation.made', organization.id, id);
    });
    return token;
  }

  /**
   * Replaces the roles of a member; without any, the person is no longer a member. Every session of
   * the person ends, with its websockets. An organization keeps at least one administrator.
   */
  async changeRoles(slug: string, address: string, roles: readonly MemberRole[]): Promise<void> {
    const organization = await this.db.repo(OrganizationRepository).findBySlug(slug);
    if (!organization) throw unknownOrganization(slug);
    const { id: organizationId } = organization;
    const accountId = await this.accountOf(address);
    const profile = await this.db.repo(MemberRepository).findProfile(organizationId, accountId);
    if (profile === null) {
      throw new AdministrationError(
        `${plainEmail(address)} is not a member of "${slug}". Check --email and --organization.`,
      );
    }
    const operator = { organizationId, accountId: null, sessionId: null };
    const members = new Members(this.db, new Acts(this.db, this.clock), this.clock);
    if ((await members.setRoles(operator, accountId, roles)).kind === 'lastAdministrator') {
      throw new AdministrationError(
        `${plainEmail(address)} is the last administrator of "${slug}". Give another member the role admin first.`,
      );
    }
  }

  /** Sets a password; every session of the person ends, with its websockets. */
  async changePassword(address: string, password: string): Promise<void> {
    const accountId = await this.accountOf(address);
    const hash = await hashPassword(password);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.repo(AccountRepository).setPasswordHash(accountId, hash, now);
      await tx.repo(SessionRepository).endAllOfAccount(accountId, now);
    });
  }

  private async accountOf(address: string): Promise<AccountId> {
    const email = plainEmail(address);
    const account = await this.db.repo(AccountRepository).findByEmail(email);
    if (!account) throw new AdministrationError(`There is no account for ${email}. Check --email.`);
    return account.id;
  }

  private async refuseTaken({ slug, name }: NewOrganization, email: string): Promise<void> {
    if (await this.db.repo(OrganizationRepository).findBySlug(slug)) {
      throw new AdministrationError(
        `The organization "${slug}" already exists. To add people to it, use "holdout admin invite".`,
      );
    }
    const twin = await this.db.repo(OrganizationRepository).findLookAlike(name);
    if (twin !== null) {
      throw new AdministrationError(
        `The name "${name}" looks like "${twin}", which is written with other letters. Add a word to it.`,
      );
    }
    const known = await this.db.repo(AccountRepository).findByEmail(email);
    if (known !== null && known.provenAt !== null) {
      throw new AdministrationError(`${email} already has an account; use another address.`);
    }
  }

  private audit(tx: Database, act: AuditAct, organizationId: OrganizationId, objectId: string): Promise<void> {
    return leaveTraces(tx, this.clock, { organizationId, accountId: null }, [{ act, objectId }]);
  }
}
