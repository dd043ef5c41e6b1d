const WIDTH = 24;

/** A line that says how far a long piece of work is; redrawn in place on a terminal, else one line per step done. */
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

  /** `name` is through; `word` says how it ended. */
  end(name: string, word: string): void {
    this.doing.delete(name);
    this.done += 1;
    if (this.stream.isTTY === true) this.draw();
    else this.stream.write(`${this.done}/${this.total} ${name}: ${word}\n`);
  }

  /** Leaves the terminal as it was. */
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
