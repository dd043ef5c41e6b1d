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

/** `checked.json` of a bank. It only saves time, so a check continues if it cannot be read or written. */
export class CheckedFile {
  private isTold = false;

  constructor(
    private readonly path: string,
    private readonly terminal: Terminal,
  ) {}

  /** The ledger; empty, with a message to the user, if it cannot be read. */
  readFirst(): Ledger {
    if (!existsSync(this.path)) return EMPTY_LEDGER;
    const ledger = this.read();
    if (ledger === EMPTY_LEDGER)
      this.terminal.tell(
        `${this.path} is damaged or of another version of the checker. Every question is checked, and the file is rewritten.`,
      );
    return ledger;
  }

  /** Reads the file again before each write, because another check may have written to it. */
  keep(report: QuestionReport, ids: ReadonlySet<string>): void {
    // A hidden name, so that a temporary file that is left behind is not read as a file of the bank.
    const own = join(dirname(this.path), `.checked.${process.pid}.json`);
    try {
      writeFileSync(own, writeLedger(withReports(this.read(), [report], ids)));
      renameSync(own, this.path);
    } catch (error) {
      rmSync(own, { force: true });
      if (!this.isTold)
        this.terminal.tell(`Results cannot be stored, so these questions will be checked again: ${messageOf(error)}`);
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
