import {
  AccountRepository,
  type Clock,
  Database,
  type MemberId,
  MemberRepository,
  newId,
  type OrganizationId,
  OrganizationRepository,
  PersonRepository,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountSubject } from '../../access/context';
import { done, leaveTraces } from '../../access/acts';
import type { FoundingRefusal, InputIssue } from '../../generated/resolvers';
import { AppError } from '../../platform/app-error';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { isReserved, numberedSlug, parseOrganization } from './organization-input';

const DAY_MS = 86_400_000;
const FOUNDED_IN_A_DAY = 3;
const DEFAULTS = { timeZone: 'UTC', dateLocale: 'en-GB' } as const;

export type SlugTaken = { readonly kind: 'taken'; readonly isReserved: boolean; readonly suggestion: string };
export type FoundOutcome =
  | { readonly kind: 'founded'; readonly organizationId: OrganizationId }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] }
  | SlugTaken
  | { readonly kind: 'refused'; readonly reason: FoundingRefusal };

/** Founding an organization in the web app. */
@Injectable()
export class Founding {
  constructor(
    private readonly db: Database,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'founding'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Why the account may not found an organization now; null if it may. */
  async refusalOf({ accountId }: AccountSubject): Promise<FoundingRefusal | null> {
    if (this.settings.founding === 'nobody') return 'OPERATOR_ONLY';
    const account = await this.db.repo(AccountRepository).find(accountId);
    if (!account?.provenAt) return 'ADDRESS_NOT_PROVEN';
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const founded = await this.db.repo(OrganizationRepository).countFounded(accountId, since);
    return founded < FOUNDED_IN_A_DAY ? null : 'TOO_MANY';
  }

  async found(input: { readonly name: string; readonly slug: string }, founder: AccountSubject): Promise<FoundOutcome> {
    const { settings, issues } = parseOrganization({ ...input, ...DEFAULTS });
    if (issues.length > 0) return { kind: 'invalid', issues };
    const reason = await this.refusalOf(founder);
    if (reason !== null) return { kind: 'refused', reason };
    if (await this.looksLikeAnother(settings.name)) return { kind: 'invalid', issues: [LOOKS_LIKE_ANOTHER] };
    const { name, slug } = settings;
    return (await this.findTaken(slug)) ?? this.insert({ name, slug }, founder);
  }

  /** What is wrong with a slug that fits: it is reserved, or that of another organization. */
  async findTaken(slug: string, own: OrganizationId | null = null): Promise<SlugTaken | null> {
    const isWord = isReserved(slug);
    if (!isWord && (await this.isFree(slug, own))) return null;
    return { kind: 'taken', isReserved: isWord, suggestion: await this.suggest(slug) };
  }

  async looksLikeAnother(name: string): Promise<boolean> {
    return (await this.db.repo(OrganizationRepository).findLookAlike(name)) !== null;
  }

  private async isFree(slug: string, own: OrganizationId | null): Promise<boolean> {
    const holder = await this.db.repo(OrganizationRepository).findBySlug(slug);
    return holder === null || holder.id === own;
  }

  private async suggest(slug: string): Promise<string> {
    for (let number = 2; number < 20; number += 1) {
      const numbered = numberedSlug(slug, number);
      if (await this.isFree(numbered, null)) return numbered;
    }
    return numberedSlug(slug, this.clock.now().getTime() % 1_000_000);
  }

  private async insert(
    organization: { readonly name: string; readonly slug: string },
    { accountId }: AccountSubject,
  ): Promise<FoundOutcome> {
    const id = newId<OrganizationId>(this.clock);
    const createdAt = this.clock.now();
    try {
      return await this.db.transaction(async (tx) => {
        if (!(await tx.repo(PersonRepository).hold({ accountId, guestId: null })))
          throw new AppError('UNAUTHENTICATED');
        await tx.repo(OrganizationRepository).insert({ id, ...organization }, createdAt);
        const member = {
          id: newId<MemberId>(this.clock),
          organizationId: id,
          accountId,
          role: 'admin',
          createdAt,
        } as const;
        await tx.repo(MemberRepository).insertOnce(member);
        const { result, traces } = done(id, { act: 'organization.founded', objectId: id });
        await leaveTraces(tx, this.clock, { organizationId: id, accountId }, traces);
        return { kind: 'founded', organizationId: result };
      });
    } catch (error) {
      // Somebody took the slug between the check and the insert.
      const taken = isUniqueViolation(error) ? await this.findTaken(organization.slug) : null;
      if (taken !== null) return taken;
      throw error;
    }
  }
}

export const LOOKS_LIKE_ANOTHER: InputIssue = { field: 'name', code: 'LOOKS_LIKE_ANOTHER', limit: null };
