type Waiter = (slot: number) => void;

/** A counting semaphore with numbered slots, first come first served. */
export class Slots {
  private readonly free: number[];
  private readonly waiting: Waiter[] = [];

  constructor(count: number) {
    this.free = Array.from({ length: count }, (_, slot) => slot);
  }

  /** Runs `act` while holding a slot. Rejects if aborted while waiting. */
  async use<T>(signal: AbortSignal, act: (slot: number) => Promise<T>): Promise<T> {
    const slot = this.free.shift() ?? (await this.wait(signal));
    try {
      return await act(slot);
    } finally {
      const next = this.waiting.shift();
      if (next) next(slot);
      else this.free.push(slot);
    }
  }

  private wait(signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve);
      const leave = (): void => {
        const place = this.waiting.indexOf(resolve);
        if (place < 0) return;
        this.waiting.splice(place, 1);
        reject(new Error('the run was aborted while waiting for a slot'));
      };
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
    });
  }
}
