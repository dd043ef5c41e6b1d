/** Those wanted by name and what they come after, in their order; all when none is named. */
export function chosenSteps(steps, names) {
  if (names.length === 0) return steps;
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.`);
  const chosen = new Set(names);
  // A step comes after earlier ones only, so that one pass from the end finds them all.
  for (const { name, after = [] } of [...steps].reverse())
    if (chosen.has(name)) after.forEach((one) => chosen.add(one));
  return steps.filter(({ name }) => chosen.has(name));
}

/**
 * Runs steps side by side in so many lanes. A free lane takes the first step whose predecessors are done; after a
 * failure nothing starts, `stop` ends what runs, and the first failure is thrown once that has ended.
 */
export async function runInLanes(steps, { lanes, work, stop }) {
  const waiting = [...steps];
  const done = new Set();
  const failures = [];
  let wake;
  let change = new Promise((resolve) => (wake = resolve));
  const isReady = ({ after = [] }) => after.every((name) => done.has(name));

  async function attempt(step) {
    try {
      await work(step);
      done.add(step.name);
    } catch (failure) {
      if (failures.push(failure) === 1) stop();
    }
    wake();
    change = new Promise((resolve) => (wake = resolve));
  }

  async function lane() {
    while (waiting.length > 0 && failures.length === 0) {
      const at = waiting.findIndex(isReady);
      if (at < 0) await change;
      else await attempt(waiting.splice(at, 1)[0]);
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
}
