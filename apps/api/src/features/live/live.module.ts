import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { Calls } from './calls';
import { LiveResolver } from './live.resolver';
import { AttemptMessagesResolver, MessageResolver, SendingResolver } from './message.resolver';
import { Sending } from './sending';

/** Attempts while they run: messages between the organization and its candidates. */
@Module({
  imports: [AttemptModule],
  providers: [LiveResolver, Calls, Sending, SendingResolver, AttemptMessagesResolver, MessageResolver],
})
export class LiveModule {}
