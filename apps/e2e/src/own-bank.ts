import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { told } from './journey';

export type Said = { readonly code: number; readonly text: string };

/** The author's bank that the product under test was started with, and the commands that an author runs on it. */
export class OwnBank {
  readonly folder = told('E2E_BANK');

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs `./holdout …` on this bank; returns its output and exit code. */
  type(...words: readonly string[]): Promise<Said> {
    const args = ['--enable-source-maps', 'dist/cli/main.mjs', ...words, '--bank', this.folder];
    return new Promise((resolve) => {
      const child = execFile('node', args, (_failure, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, text: stdout + stderr }),
      );
    });
  }
}
