import { UseGuards } from '@nestjs/common';
import { Mutation, Resolver } from '@nestjs/graphql';
import type {
  MutationDeleteMyDataArgs,
  MutationResolvers,
  MutationSignInArgs,
  MutationSignOutArgs,
  MutationSignUpArgs,
} from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { Anyone, SubjectOnly } from '../../platform/access/guards';
import { IdentityService } from './identity.service';

@Resolver()
export class IdentityResolver implements Pick<MutationResolvers, 'signUp' | 'signIn' | 'signOut' | 'deleteMyData'> {
  constructor(private readonly identity: IdentityService) {}

  @UseGuards(Anyone)
  @Mutation()
  signUp(_: unknown, { input }: MutationSignUpArgs, ctx: Ctx) {
    return this.identity.signUp(ctx, input);
  }

  @UseGuards(Anyone)
  @Mutation()
  signIn(_: unknown, { input }: MutationSignInArgs, ctx: Ctx) {
    return this.identity.signIn(ctx, input);
  }

  @UseGuards(Anyone)
  @Mutation()
  signOut(_: unknown, { input }: MutationSignOutArgs, ctx: Ctx) {
    return this.identity.signOut(ctx, input.everywhere ?? false);
  }

  @UseGuards(SubjectOnly)
  @Mutation()
  deleteMyData(_: unknown, { input }: MutationDeleteMyDataArgs, ctx: Ctx) {
    return this.identity.deleteMyData(ctx, input);
  }
}
