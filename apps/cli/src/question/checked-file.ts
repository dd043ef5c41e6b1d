import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  EMPTY_LEDGER,
  type Ledger,
  type QuestionReport,
  readLedger,
  withReports,
  writeLedger,
} from '@holdout/question-check';
import type { Terminal } from '../terminal';

/** `checked.json` of a bank. It saves time and nothing else, so that no check ends because it cannot be read or kept. */
export class CheckedFile {
  private isTold = false;

  constructor(
    private readonly path: string,
    private readonly terminal: Terminal,
  ) {}

  /** What passed before; says so where that cannot be known. */
  readFirst(): Ledger {
    if (!existsSync(this.path)) return EMPTY_LEDGER;
    const ledger = this.read();
    if (ledger === EMPTY_LEDGER)
      this.terminal.tell(
        `${this.path} is not one that this checker has written (it is damaged, or of another version), so nothing counts as checked, and it is written anew.`,
      );
    return ledger;
  }

  /** Read anew each time: another check may have written to it meanwhile. */
  keep(report: QuestionReport, ids: ReadonlySet<string>): void {
    // Hidden, so that one that is left behind is no file of the bank.
    const own = join(dirname(this.path), `.checked.${process.pid}.json`);
    try {
      writeFileSync(own, writeLedger(withReports(this.read(), [report], ids)));
      renameSync(own, this.path);
    } catch (error) {
      rmSync(own, { force: true });
      if (!this.isTold)
        this.terminal.tell(`What passes cannot be kept, so that it will be checked again: ${told(error)}`);
      this.isTold = true;
    }
  }

  private read(): Ledger {
    try {
      return readLedger(readFileSync(this.path, 'utf8'));
    } catch {
      return EMPTY_LEDGER;
    }
  }
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));
