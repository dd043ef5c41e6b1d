import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The draw that a preview shows. In any other API draws are random. */
@Injectable()
export class PreviewDraw {
  private chosen: string | null = null;

  /** The seed of every new attempt; null for a random one. */
  get seed(): string | null {
    return this.chosen;
  }

  /** The same number selects the same draw in every preview of this version. */
  choose(draw: number): void {
    this.chosen = createHash('sha256').update(`draw ${draw}`).digest('hex');
  }
}
