import { Mutation, Resolver } from '@nestjs/graphql';
import type {
  MutationDeleteMyDataArgs,
  MutationResolvers,
  MutationSignInArgs,
  MutationSignOutArgs,
  MutationSignUpArgs,
} from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { IdentityService } from './identity.service';

@Resolver()
export class IdentityResolver implements Pick<MutationResolvers, 'signUp' | 'signIn' | 'signOut' | 'deleteMyData'> {
  constructor(private readonly identity: IdentityService) {}

  @Needs('anyone')
  @Mutation()
  signUp(_: unknown, { input }: MutationSignUpArgs, ctx: Ctx) {
    return this.identity.signUp(ctx, input);
  }

  @Needs('anyone')
  @Mutation()
  signIn(_: unknown, { input }: MutationSignInArgs, ctx: Ctx) {
    return this.identity.signIn(ctx, input);
  }

  @Needs('anyone')
  @Mutation()
  signOut(_: unknown, { input }: MutationSignOutArgs, ctx: Ctx) {
    return this.identity.signOut(ctx, input.everywhere ?? false);
  }

  @Needs('subject')
  @Mutation()
  deleteMyData(_: unknown, { input }: MutationDeleteMyDataArgs, ctx: Ctx) {
    return this.identity.deleteMyData(ctx, input);
  }
}
