/** One line for whoever started us. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line that must be seen even where the output goes to a file. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
