import { warn } from './say';

type Undo = () => Promise<void> | void;

/** Stops what has been started, in reverse order, once, however often it is asked. */
export class Stopping {
  private readonly undos: Undo[] = [];
  private readonly controller = new AbortController();
  private done: Promise<void> | null = null;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Throws if a stop has been requested, which ends a start in progress. */
  check(): void {
    this.signal.throwIfAborted();
  }

  onStop(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Requests a stop; a start in progress ends at its next `check`. */
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
