import { UseGuards } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { QueryResolvers } from '../../generated/resolvers';
import { Anyone } from '../../platform/access/guards';
import { CoverageService } from './coverage.service';

@Resolver()
export class CoverageResolver implements Pick<QueryResolvers, 'coverage'> {
  constructor(private readonly bank: CoverageService) {}

  @UseGuards(Anyone)
  @Query()
  coverage() {
    return this.bank.read();
  }
}
