import { type Home, readJson, writePrivately } from './home';
import { end, markOf, type ProcessMark } from './process-mark';

/** Records the running processes in a file, so that the next start can end those that outlive a killed launcher. */
export class ProcessList {
  private readonly marks = new Map<string, ProcessMark>();

  constructor(private readonly home: Home) {}

  remember(name: string, pid: number): void {
    const mark = markOf(pid);
    if (mark) this.marks.set(name, mark);
    this.write();
  }

  forget(name: string): void {
    this.marks.delete(name);
    this.write();
  }

  private write(): void {
    writePrivately(this.home.processesFile, JSON.stringify(Object.fromEntries(this.marks)));
  }
}

/** Ends the processes that a killed launcher left running. */
export async function endLeftOvers(home: Home): Promise<void> {
  const marks = Object.values(readJson<Record<string, ProcessMark>>(home.processesFile) ?? {});
  await Promise.all(marks.map((mark) => end(mark, 10_000)));
  writePrivately(home.processesFile, '{}');
}
