import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Which draw of its question a preview shows; in any other api draws are left to chance. */
@Injectable()
export class PreviewDraw {
  private chosen: string | null = null;

  /** The seed of every attempt from now on; null leaves it to chance. */
  get seed(): string | null {
    return this.chosen;
  }

  /** The same number is the same draw in every preview of this version. */
  choose(draw: number): void {
    this.chosen = createHash('sha256').update(`draw ${draw}`).digest('hex');
  }
}
