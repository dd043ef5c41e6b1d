import { warn } from './say';

type Undo = () => Promise<void> | void;

/** What has been started, stopped in the opposite order, once, whoever asks. */
export class Stopping {
  private readonly undos: Undo[] = [];
  private readonly controller = new AbortController();
  private done: Promise<void> | null = null;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ends the start here when a stop was asked for meanwhile. */
  check(): void {
    this.signal.throwIfAborted();
  }

  onStop(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Only says that a stop is wanted; the start then ends at its next check. */
  ask(): void {
    this.controller.abort();
  }

  stop(): Promise<void> {
    this.ask();
    this.done ??= this.undoAll();
    return this.done;
  }

  private async undoAll(): Promise<void> {
    for (let undo = this.undos.pop(); undo; undo = this.undos.pop()) {
      try {
        await undo();
      } catch (failure) {
        warn(`While stopping: ${failure instanceof Error ? failure.message : String(failure)}`);
      }
    }
  }
}
