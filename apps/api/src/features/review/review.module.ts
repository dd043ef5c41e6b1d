import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { Marking } from './marking';
import { MarkingResolver } from './marking.resolver';
import { Settling } from './settling';

/** People mark the answers that no key decides. */
@Module({ imports: [AttemptModule], providers: [MarkingResolver, Marking, Settling] })
export class ReviewModule {}
