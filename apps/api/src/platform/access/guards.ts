import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { accountOf, type Ctx, subjectOf } from '../../access/context';

const ctxOf = (context: ExecutionContext): Ctx => context.getArgByIndex<Ctx>(2);

/** Anybody may ask, also without a session. */
@Injectable()
export class Anyone implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

/** A guest or an account. */
@Injectable()
export class SubjectOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    subjectOf(ctxOf(context));
    return true;
  }
}

/** An account. What the account may reach is said by each query's `where`. */
@Injectable()
export class AccountOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    accountOf(ctxOf(context));
    return true;
  }
}
