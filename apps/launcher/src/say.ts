/** Prints a line to stdout. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line to stderr, which is visible also if stdout goes to a file. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
