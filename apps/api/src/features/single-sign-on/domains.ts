import type { AuditAct } from '@holdout/assessment';
import {
  type AccountId,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  newId,
  type OrganizationDomain,
  type OrganizationDomainId,
  OrganizationDomainRepository,
  type OrganizationId,
  parseId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { newToken } from '../../platform/access/link-token';
import { CLOCK, LOG } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { plainDomain, recordName, recordText } from './domain-name';
import { type TxtAnswer, TxtRecords } from './txt-records';

/** A proof outlasts a mistake in a zone, but not a domain that was given up. */
const KEPT_WITHOUT_RECORD_MS = 3 * 86_400_000;
const SHOWN = { texts: 5, chars: 200 } as const;
const MOST_DOMAINS = 50;

/** A member of an organization who changes its settings. */
export type Editor = { readonly organizationId: OrganizationId; readonly accountId: AccountId };

export type AddDomainOutcome =
  { readonly kind: 'added' } | { readonly kind: 'malformed' } | { readonly kind: 'tooMany' };
export type CheckOutcome =
  | { readonly kind: 'proven' }
  /** Another administrator has removed the domain. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'notFound'; readonly found: readonly string[] }
  | { readonly kind: 'failed' };

/** What a check changes about a domain. A failure of the DNS changes nothing but the time of the check. */
export function checked(
  { token, provenAt, missingSince }: Pick<OrganizationDomain, 'token' | 'provenAt' | 'missingSince'>,
  answer: TxtAnswer,
  now: Date,
): Pick<OrganizationDomain, 'checkedAt' | 'provenAt' | 'missingSince'> {
  if (answer.kind === 'failed') return { checkedAt: now, provenAt, missingSince };
  if (answer.texts.includes(recordText(token)))
    return { checkedAt: now, provenAt: provenAt ?? now, missingSince: null };
  if (provenAt === null) return { checkedAt: now, provenAt: null, missingSince: null };
  const since = missingSince ?? now;
  const isLost = now.getTime() - since.getTime() >= KEPT_WITHOUT_RECORD_MS;
  return { checkedAt: now, provenAt: isLost ? null : provenAt, missingSince: isLost ? null : since };
}

/** The domains of organizations, each proven by a DNS record that only its owner can make. */
@Injectable()
export class Domains {
  constructor(
    private readonly db: Database,
    private readonly records: TxtRecords,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async add({ organizationId, accountId }: Editor, typed: string): Promise<AddDomainOutcome> {
    const domain = plainDomain(typed);
    if (domain === null) return { kind: 'malformed' };
    const createdAt = this.clock.now();
    const id = newId<OrganizationDomainId>(this.clock);
    return this.db.transaction(async (tx) => {
      const domains = tx.repo(OrganizationDomainRepository);
      if ((await domains.listOf(organizationId)).length >= MOST_DOMAINS) return { kind: 'tooMany' };
      await domains.insertOnce({ id, organizationId, domain, token: newToken(), createdAt });
      await this.audit(tx, { organizationId, accountId }, 'domain.added', { id, domain });
      return { kind: 'added' };
    });
  }

  async check(editor: Editor, id: string): Promise<CheckOutcome> {
    const domain = await this.find(editor.organizationId, id);
    if (domain === null) return { kind: 'gone' };
    const answer = await this.records.read(recordName(domain.domain));
    if (!(await this.store(domain, answer, editor.accountId))) return { kind: 'taken' };
    if (answer.kind === 'failed') return { kind: 'failed' };
    const isThere = answer.texts.includes(recordText(domain.token));
    const found = answer.texts.slice(0, SHOWN.texts).map((text) => text.slice(0, SHOWN.chars));
    return isThere ? { kind: 'proven' } : { kind: 'notFound', found };
  }

  async remove(editor: Editor, id: string): Promise<void> {
    const domain = await this.find(editor.organizationId, id);
    if (domain === null) return;
    await this.db.transaction(async (tx) => {
      await tx.repo(OrganizationDomainRepository).delete(editor.organizationId, domain.id);
      await this.audit(tx, editor, 'domain.removed', domain);
    });
  }

  /** The daily check of all proven domains. One that fails does not stop the others. */
  async checkAll(): Promise<void> {
    for (const domain of await this.db.repo(OrganizationDomainRepository).listProven()) {
      const answer = await this.records.read(recordName(domain.domain));
      await this.store(domain, answer, null).catch((error: unknown) =>
        this.log.error({ err: error, domainId: domain.id }, 'checking a domain failed'),
      );
    }
  }

  private async find(organizationId: OrganizationId, id: string): Promise<OrganizationDomain | null> {
    const domainId = parseId<OrganizationDomainId>(id);
    return domainId && this.db.repo(OrganizationDomainRepository).find(organizationId, domainId);
  }

  /** False if another organization has proven the domain. */
  private async store(domain: OrganizationDomain, answer: TxtAnswer, accountId: AccountId | null): Promise<boolean> {
    const check = checked(domain, answer, this.clock.now());
    const act = check.provenAt === null ? 'domain.lost' : 'domain.proven';
    const isChanged = (domain.provenAt === null) !== (check.provenAt === null);
    try {
      await this.db.transaction(async (tx) => {
        await tx.repo(OrganizationDomainRepository).setCheck(domain.id, check);
        if (isChanged) await this.audit(tx, { organizationId: domain.organizationId, accountId }, act, domain);
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  private audit(
    tx: Database,
    by: { readonly organizationId: OrganizationId; readonly accountId: AccountId | null },
    act: AuditAct,
    { id, domain }: Pick<OrganizationDomain, 'id' | 'domain'>,
  ): Promise<void> {
    const entry = { organizationId: by.organizationId, actorAccountId: by.accountId, act, objectId: id };
    return tx
      .repo(AuditRepository)
      .insert({ id: newId<AuditId>(this.clock), ...entry, detail: { domain }, at: this.clock.now() });
  }
}
