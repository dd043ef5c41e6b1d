import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { AddedTime } from './added-time';
import { Calls } from './calls';
import { LiveResolver } from './live.resolver';
import { AttemptMessagesResolver, MessageResolver } from './message.resolver';
import { Sending } from './sending';
import { SendingResolver } from './sending.resolver';

/** Attempts while they run: messages between the organization and its candidates. */
@Module({
  imports: [AttemptModule],
  providers: [LiveResolver, AddedTime, Calls, Sending, SendingResolver, AttemptMessagesResolver, MessageResolver],
})
export class LiveModule {}
