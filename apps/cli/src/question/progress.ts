const WIDTH = 24;

/** A progress line, redrawn in place on a terminal; elsewhere one line per finished step. */
export class Progress {
  private done = 0;
  private readonly doing = new Map<string, string>();

  constructor(
    private readonly total: number,
    private readonly stream: { readonly isTTY?: boolean; write(text: string): unknown },
  ) {}

  /** `name` is at `step` now. */
  at(name: string, step: string): void {
    this.doing.set(name, step);
    this.draw();
  }

  /** `name` has ended; `word` says how. */
  end(name: string, word: string): void {
    this.doing.delete(name);
    this.done += 1;
    if (this.stream.isTTY === true) this.draw();
    else this.stream.write(`${this.done}/${this.total} ${name}: ${word}\n`);
  }

  /** Clears the progress line. */
  clear(): void {
    if (this.stream.isTTY === true) this.stream.write('\r\u001B[K');
  }

  private draw(): void {
    if (this.stream.isTTY !== true) return;
    const filled = this.total === 0 ? WIDTH : Math.round((WIDTH * this.done) / this.total);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const doing = [...this.doing].map(([name, step]) => `${name} (${step})`).join(', ');
    this.stream.write(`\r\u001B[K${bar} ${this.done}/${this.total} ${doing}`.slice(0, 160));
  }
}
