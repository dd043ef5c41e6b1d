import { QUEUE_CHANNELS } from '@holdout/job-queue';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../../platform/app-options';
import { Notifications } from '../../platform/database/notifications';
import { GradeIntake } from './grade-intake';

/** Notifications are lost when the connection drops, so the intake also polls. */
const LOOK_MS = 5_000;

/** Runs the intake when graders send a report. One intake runs at a time per process. */
@Injectable()
export class GradeIntakeStart implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private isWantedAgain = false;
  private stop: () => void = () => undefined;

  constructor(
    private readonly intake: GradeIntake,
    private readonly notifications: Notifications,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const forget = this.notifications.onNotice(QUEUE_CHANNELS.report, () => this.wake());
    const timer = setInterval(() => this.wake(), LOOK_MS);
    timer.unref();
    this.stop = () => {
      forget();
      clearInterval(timer);
    };
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop();
    await this.running;
  }

  private wake(): void {
    if (this.running !== null) {
      this.isWantedAgain = true;
      return;
    }
    this.isWantedAgain = false;
    this.running = this.intake
      .takeAll()
      .catch((error: unknown) => this.log.error({ err: error }, 'processing grade reports failed'))
      .finally(() => {
        this.running = null;
        if (this.isWantedAgain) this.wake();
      });
  }
}
