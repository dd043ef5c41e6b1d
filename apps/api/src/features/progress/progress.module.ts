import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { ProgressResolver } from './progress.resolver';
import { ProgressService } from './progress.service';

@Module({ imports: [AttemptModule], providers: [ProgressResolver, ProgressService] })
export class ProgressModule {}
