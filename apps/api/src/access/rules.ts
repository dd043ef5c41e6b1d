import type { ApiScope, MemberRole } from '@holdout/persistence';
import type { RootFieldArgs } from '../generated/root-fields';
import type { CheckAccess, RootFieldCall } from '../platform/access/root-field-guard';
import { AppError, notFound } from '../platform/app-error';
import { accountOf, candidateOf, type Ctx, holdersOf, subjectOf } from './context';
import { findMembership, forgetMemberships, type OrganizationRef } from './memberships';

/**
 * `anyone`: also without a session. `subject`: an account or a guest. `account`: an account only.
 * `holder`: a subject or a candidate who holds the object that the arguments name; each query has the holders in its `where`.
 * `candidate`: the session that the link of an invitation opened; it is good for that invitation alone.
 */
export type OwnNeed = 'anyone' | 'subject' | 'holder' | 'account' | 'candidate';

/** Members of an organization with one of these roles; `member` is any of them. */
export type MemberNeed = 'member' | readonly [MemberRole, ...MemberRole[]];

type MemberRow<Args> = {
  readonly needs: MemberNeed;
  /** The organization that the arguments name, or that owns the object they name; null if the object does not exist. */
  readonly of: (args: Args, ctx: Ctx) => OrganizationRef | null | Promise<OrganizationRef | null>;
  /** The scope that an API token needs. Without one, queries are in `read` and mutations are refused; null: never by token. */
  readonly scope?: ApiScope | null;
};

export type Row<Args = object> = OwnNeed | MemberRow<Args>;

/** One row per root field of the schema. A field without a row does not compile. */
export type AccessTable = {
  readonly [Root in keyof RootFieldArgs]: {
    readonly [Field in keyof RootFieldArgs[Root]]: Row<RootFieldArgs[Root][Field]>;
  };
};

type AnyTable = Readonly<Record<string, Readonly<Record<string, Row<never>>>>>;

/** Enforces a table on every call of a root field. */
export function accessBy(table: AnyTable): CheckAccess<Ctx> {
  return async (call, ctx) => {
    const row = table[call.root]?.[call.field];
    // A field without a row is refused.
    if (row === undefined) throw notFound();
    checkToken(row, call, ctx);
    await checkRow(row as Row, call, ctx);
  };
}

/** The scope in which an API token may request a field; null if no token may. Tokens reach an organization's fields only. */
export function scopeOf(row: Row<never>, root: string): ApiScope | null {
  if (typeof row !== 'object') return null;
  return row.scope === undefined && root === 'Query' ? 'read' : (row.scope ?? null);
}

function checkToken(row: Row<never>, { root }: RootFieldCall, { grant }: Ctx): void {
  if (grant === null) return;
  const scope = scopeOf(row, root);
  if (scope === null) throw new AppError('FORBIDDEN', 'API tokens cannot be used for this.');
  if (!grant.scopes.includes(scope)) throw new AppError('FORBIDDEN', `The token does not have the scope ${scope}.`);
}

async function checkRow(row: Row, call: RootFieldCall, ctx: Ctx): Promise<void> {
  switch (row) {
    case 'anyone':
      return;
    case 'subject':
      subjectOf(ctx);
      return;
    case 'holder':
      holdersOf(ctx);
      return;
    case 'candidate':
      candidateOf(ctx);
      return;
    case 'account':
      accountOf(ctx);
      return;
    default:
      return checkMember(row, call, ctx);
  }
}

/**
 * No session, no such object, no membership and a wrong role get the same response, so that ids cannot be probed. A member
 * whose session lacks what the organization requires is told so.
 */
async function checkMember({ needs, of }: MemberRow<object>, { root, args }: RootFieldCall, ctx: Ctx): Promise<void> {
  if (root === 'Mutation') forgetMemberships(ctx);
  const organization = await of(args, ctx);
  const membership = organization && (await findMembership(ctx, organization));
  if (!membership || !(needs === 'member' || needs.some((role) => membership.roles.includes(role)))) throw notFound();
  // How a member signed in is a matter of sessions; their tokens were made in one that lacked nothing.
  if (membership.lacks !== null && ctx.grant === null) {
    throw new AppError('FORBIDDEN', 'The organization requires another way to sign in.', { lacks: membership.lacks });
  }
}
