import { Injectable } from '@nestjs/common';
import type { Pace } from '../../platform/access/rate-limits';
import { RateLimits } from '../../platform/access/rate-limits';

const QUARTER_HOUR = 900;
/** Guesses at one account from one address block: only that block waits, so a stranger elsewhere cannot slow the owner. */
const PER_EMAIL_AND_BLOCK: Pace = { free: 10, windowSeconds: QUARTER_HOUR, everySeconds: 60 };
/** Guesses from one block at any account. Short, because a classroom is behind one address. */
const PER_BLOCK: Pace = { free: 60, windowSeconds: QUARTER_HOUR, everySeconds: 10 };
/** Guesses at one account from everywhere, as a network of machines sends them. Short, so that it is not a lock. */
const PER_EMAIL: Pace = { free: 100, windowSeconds: QUARTER_HOUR, everySeconds: 2 };
/** Guesses at the second factor of one account from everywhere: a code has six digits, so this is slower than for passwords. */
const PER_CODE: Pace = { free: 20, windowSeconds: QUARTER_HOUR, everySeconds: 30 };
/** Guesses on a device that the account has signed in on. */
const PER_DEVICE: Pace = { free: 10, windowSeconds: QUARTER_HOUR, everySeconds: 60 };

export type Guess = {
  /** What is guessed; a password if it is not stated. */
  readonly of?: 'password' | 'code';
  /** The address whose password is guessed, or the id of the account whose code is. */
  readonly email: string;
  readonly address: string;
  /** The id of a device that is known for the account; null for any other. */
  readonly device: string | null;
};

/** Slows down guesses at passwords and codes. No account is ever locked: a wait is a minute at most, and known devices are exempt. */
@Injectable()
export class Guesses {
  constructor(private readonly limits: RateLimits) {}

  /** Counts a guess. Throws RATE_LIMITED if it comes too soon after others. */
  async count(guess: Guess): Promise<void> {
    for (const [key, pace] of this.rulesFor(guess)) await this.limits.slowDown(key, pace);
  }

  /** Takes a guess back that was right, so that signing in often costs nothing. */
  async forgive(guess: Guess): Promise<void> {
    for (const [key, pace] of this.rulesFor(guess)) await this.limits.giveBack(key, pace);
  }

  private rulesFor({ of = 'password', email, address, device }: Guess): readonly (readonly [string, Pace])[] {
    if (device !== null) return [[`sign-in:${this.limits.hidden(`${email} on ${device}`)}`, PER_DEVICE]];
    const block = this.limits.ofAddress(address);
    return [
      [`sign-in:${block}`, PER_BLOCK],
      [`sign-in:${this.limits.hidden(`${email} ${block}`)}`, PER_EMAIL_AND_BLOCK],
      [`sign-in:${this.limits.hidden(email)}`, of === 'code' ? PER_CODE : PER_EMAIL],
    ];
  }
}
