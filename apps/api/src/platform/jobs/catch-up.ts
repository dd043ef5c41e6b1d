import { Injectable } from '@nestjs/common';

/** What is done before a request is answered, and before background work that judges deadlines. Nothing until it is set. */
@Injectable()
export class CatchUp {
  private act: () => Promise<void> = () => Promise.resolve();

  before(act: () => Promise<void>): void {
    this.act = act;
  }

  run(): Promise<void> {
    return this.act();
  }
}
