import { Query, Resolver } from '@nestjs/graphql';
import type { QueryResolvers } from '../../generated/resolvers';
import { Needs } from '../../access/needs';
import { CoverageService } from './coverage.service';

@Resolver()
export class CoverageResolver implements Pick<QueryResolvers, 'coverage'> {
  constructor(private readonly bank: CoverageService) {}

  @Needs('anyone')
  @Query()
  coverage() {
    return this.bank.read();
  }
}
