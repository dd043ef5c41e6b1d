let stream = process.stdout;

/** Sends messages to stderr from now on: a program may read stdout. */
export function sayOnStandardError() {
  stream = process.stderr;
}

/** Prints a line. */
export function say(line) {
  stream.write(`${line}\n`);
}

export const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Prints the title of a step, its progress every 15 s and its duration; nothing if it takes less than a second. */
export async function step(title, work) {
  const began = Date.now();
  const announce = setTimeout(() => say(`${title} …`), 1000);
  const still = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 15_000);
  try {
    const result = await work();
    if (Date.now() - began > 2000) say(`${title}: ${seconds(began)}`);
    return result;
  } finally {
    clearTimeout(announce);
    clearInterval(still);
  }
}
