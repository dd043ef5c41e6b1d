import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { PracticeResolver } from './practice.resolver';
import { PracticeService } from './practice.service';

@Module({ imports: [AttemptModule], providers: [PracticeResolver, PracticeService] })
export class PracticeModule {}
