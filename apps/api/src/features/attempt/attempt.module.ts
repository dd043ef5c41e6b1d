import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { CatchUp } from '../../platform/jobs/catch-up';
import { QuestionBankModule } from '../question-bank/question-bank.module';
import { ReviewTasks } from '../review/review-tasks';
import { AttemptEnd } from './attempt-end';
import { AttemptItemResolver } from './attempt-item.resolver';
import { AttemptResolver } from './attempt.resolver';
import { AttemptScores } from './attempt-scores';
import { AttemptService } from './attempt.service';
import { EndScores } from './end-scores';
import { ItemCheck } from './item-check';
import { ItemFeedbackResolver } from './item-feedback.resolver';
import { ItemService } from './item.service';
import { FollowUpResolver } from './kinds/scenario/follow-up.resolver';
import { FollowUps } from './kinds/scenario/follow-ups';
import { AttemptNews } from './presence/attempt-news';
import { LateAnswers } from './late-answers';
import { LastShownResolver } from './presence/last-shown.resolver';
import { PresenceResolver } from './presence/presence.resolver';
import { PresenceService } from './presence/presence.service';
import { RecordingResolver } from './recording/recording.resolver';
import { RecordingService } from './recording/recording.service';
import { ResponseResolver } from './response.resolver';
import { ResponseService } from './response.service';
import { RevisionResolver } from './revision.resolver';
import { ScoreBook } from './score-book';
import { SelfMark } from './self-mark';
import { OutageWatch } from './time/outage-watch';
import { Outages } from './time/outages';
import { TimeGiving } from './time/time-giving';
import { TimeResolver } from './time/time.resolver';

@Module({
  imports: [QuestionBankModule],
  providers: [
    AttemptResolver,
    AttemptItemResolver,
    ItemFeedbackResolver,
    FollowUpResolver,
    ResponseResolver,
    RevisionResolver,
    AttemptService,
    ItemService,
    FollowUps,
    ItemCheck,
    AttemptEnd,
    EndScores,
    AttemptScores,
    ReviewTasks,
    ScoreBook,
    LateAnswers,
    ResponseService,
    SelfMark,
    AttemptNews,
    LastShownResolver,
    PresenceResolver,
    PresenceService,
    TimeGiving,
    TimeResolver,
    Outages,
    OutageWatch,
    RecordingResolver,
    RecordingService,
  ],
  exports: [AttemptEnd, AttemptNews, AttemptScores, AttemptService, EndScores, ReviewTasks, ScoreBook, TimeGiving],
})
export class AttemptModule {
  constructor(jobs: BackgroundJobs, catchUp: CatchUp, attemptEnd: AttemptEnd, scores: AttemptScores) {
    // Reading an overdue attempt ends it; this job ends those that are not read.
    jobs.add({
      name: 'endOverdueAttempts',
      cron: '* * * * *',
      run: () => catchUp.run().then(() => attemptEnd.endAllOverdue()),
    });
    jobs.add({ name: 'scoreUnscoredAttempts', cron: '*/10 * * * *', run: () => scores.scoreUnscored() });
  }
}
