import { Module } from '@nestjs/common';
import { QuestionBankModule } from '../question-bank/question-bank.module';
import { AttemptItemResolver } from './attempt-item.resolver';
import { AttemptResolver } from './attempt.resolver';
import { AttemptService } from './attempt.service';
import { ItemFeedbackResolver } from './item-feedback.resolver';
import { ItemService } from './item.service';
import { FollowUpResolver } from './kinds/scenario/follow-up.resolver';
import { FollowUps } from './kinds/scenario/follow-ups';
import { PracticeCheck } from './practice-check';
import { QuizEnd } from './quiz-end';
import { ResponseResolver } from './response.resolver';
import { ResponseService } from './response.service';
import { SelfMark } from './self-mark';

@Module({
  imports: [QuestionBankModule],
  providers: [
    AttemptResolver,
    AttemptItemResolver,
    ItemFeedbackResolver,
    FollowUpResolver,
    ResponseResolver,
    AttemptService,
    ItemService,
    FollowUps,
    PracticeCheck,
    QuizEnd,
    ResponseService,
    SelfMark,
  ],
  exports: [QuizEnd],
})
export class AttemptModule {}
