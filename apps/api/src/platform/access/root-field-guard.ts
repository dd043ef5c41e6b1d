import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { notFound } from '../app-error';

/** A root field with its arguments. */
export type RootFieldCall = { readonly root: string; readonly field: string; readonly args: object };

/** Throws if a call is not allowed. Supplied by the product, since the platform has no notion of people. */
export type CheckAccess<Context = object> = (call: RootFieldCall, context: Context) => Promise<void>;
export const CHECK_ACCESS = Symbol('CHECK_ACCESS');

/**
 * Guards every root field, over HTTP and over the websocket. It is global, so a field needs no declaration to
 * be guarded, and any other call by Nest is refused.
 */
@Injectable()
export class RootFieldGuard implements CanActivate {
  constructor(@Inject(CHECK_ACCESS) private readonly check: CheckAccess) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') throw notFound();
    const [, args, context, info] = execution.getArgs<[unknown, object, object, GraphQLResolveInfo]>();
    await this.check({ root: info.parentType.name, field: info.fieldName, args }, context);
    return true;
  }
}
