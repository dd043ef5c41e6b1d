let stream = process.stdout;

/** From now on what is said goes past the output, which belongs to a program that reads it. */
export function sayOnStandardError() {
  stream = process.stderr;
}

/** One line for whoever typed the command. */
export function say(line) {
  stream.write(`${line}\n`);
}

export const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Says what is being done, that it is still being done, and how long it took; nothing when it was quick. */
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
