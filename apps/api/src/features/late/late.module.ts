import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { Admitting } from './admitting';
import { LateCountResolver } from './late-count.resolver';
import { LateResolver } from './late.resolver';

/** Answers that came after the grace: listed for members, and admitted by them. */
@Module({ imports: [AttemptModule], providers: [Admitting, LateCountResolver, LateResolver] })
export class LateModule {}
