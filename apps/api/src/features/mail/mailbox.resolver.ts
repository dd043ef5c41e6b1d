import { Database, type MailboxEntry, MailboxRepository, type MailId, parseId } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  InstallationResolvers,
  MailboxMessageResolvers,
  QueryMailboxArgs,
  QueryMailboxMessageArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { Needs } from '../../access/needs';
import { AppError, notFound } from '../../platform/app-error';
import { SETTINGS } from '../../platform/app-options';
import { mailRouteOf } from './mail-route';
import { Mails } from './mails';

const MOST_FIRST = 100;

/** The mailbox of local mode. Elsewhere it does not exist: its messages hold the links of others. */
@Resolver()
export class MailboxResolver implements Pick<QueryResolvers, 'mailbox' | 'mailboxMessage'> {
  constructor(
    private readonly db: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Needs('anyone')
  @Query()
  async mailbox(_: unknown, { first, after }: QueryMailboxArgs) {
    this.refuseElsewhere();
    if (first < 1 || first > MOST_FIRST) throw new AppError('BAD_INPUT', `first is from 1 to ${MOST_FIRST}.`);
    const rows = await this.db.repo(MailboxRepository).list(first + 1, after ? idOf(after) : null);
    const edges = rows.slice(0, first).map((node) => ({ cursor: node.id, node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('anyone')
  @Query()
  mailboxMessage(_: unknown, { id }: QueryMailboxMessageArgs): Promise<MailboxEntry | null> {
    this.refuseElsewhere();
    return this.db.repo(MailboxRepository).find(idOf(id));
  }

  private refuseElsewhere(): void {
    if (mailRouteOf(this.settings) !== 'mailbox') throw notFound();
  }
}

function idOf(text: string): MailId {
  const id = parseId<MailId>(text);
  if (id === null) throw notFound();
  return id;
}

@Resolver('MailboxMessage')
export class MailboxMessageResolver implements Pick<MailboxMessageResolvers, 'to' | 'sentAt'> {
  @ResolveField()
  to(entry: MailboxEntry) {
    return entry.recipient;
  }

  @ResolveField()
  sentAt(entry: MailboxEntry) {
    return entry.createdAt;
  }
}

@Resolver('Installation')
export class InstallationMailResolver implements Pick<InstallationResolvers, 'sendsMail' | 'hasMailbox'> {
  constructor(
    private readonly mails: Mails,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @ResolveField()
  sendsMail() {
    return this.mails.isOn;
  }

  @ResolveField()
  hasMailbox() {
    return mailRouteOf(this.settings) === 'mailbox';
  }
}
