import { type Home, identityOf, isAbout, readJson, writePrivately } from './home';
import { end, markOf, type ProcessMark } from './process-mark';
import { warn } from './say';

type OwnMark = ProcessMark & { readonly home?: string | null };

/** Records the running processes in a file, so that the next start can end those that outlive a killed launcher. */
export class ProcessList {
  private readonly marks = new Map<string, OwnMark>();

  constructor(private readonly home: Home) {}

  remember(name: string, pid: number): void {
    const mark = markOf(pid);
    if (mark) this.marks.set(name, { ...mark, home: identityOf(this.home.directory) });
    this.write();
  }

  forget(name: string): void {
    this.marks.delete(name);
    this.write();
  }

  /** A full disk must not end the launcher: what it cannot record it still ends when it stops. */
  private write(): void {
    try {
      writePrivately(this.home.processesFile, JSON.stringify(Object.fromEntries(this.marks)));
    } catch (failure) {
      warn(`The running processes could not be recorded in ${this.home.processesFile}: ${String(failure)}`);
    }
  }
}

/** Ends the processes that a killed launcher left running on this home. A copied list is about those of the original. */
export async function endLeftOvers(home: Home): Promise<void> {
  const marks = Object.values(readJson<Record<string, OwnMark>>(home.processesFile) ?? {});
  const own = marks.filter((mark) => isAbout(home, mark.home));
  await Promise.all(own.map((mark) => end(mark, 10_000)));
  writePrivately(home.processesFile, '{}');
}
