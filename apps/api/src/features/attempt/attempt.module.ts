import { Module } from '@nestjs/common';
import { QuestionBankModule } from '../question-bank/question-bank.module';
import { AttemptItemResolver } from './attempt-item.resolver';
import { AttemptResolver } from './attempt.resolver';
import { AttemptService } from './attempt.service';
import { ItemService } from './item.service';
import { PracticeCheck } from './practice-check';
import { QuizEnd } from './quiz-end';
import { ResponseResolver } from './response.resolver';
import { ResponseService } from './response.service';

@Module({
  imports: [QuestionBankModule],
  providers: [
    AttemptResolver,
    AttemptItemResolver,
    ResponseResolver,
    AttemptService,
    ItemService,
    PracticeCheck,
    QuizEnd,
    ResponseService,
  ],
  exports: [QuizEnd],
})
export class AttemptModule {}
