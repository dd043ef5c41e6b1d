/** The named steps and their predecessors, in the order of `steps`; all steps if none is named. */
export function chosenSteps(steps, names) {
  if (names.length === 0) return steps;
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`Unknown step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  const chosen = new Set(names);
  // Predecessors come earlier in the list, so one pass from the end finds all of them.
  for (const { name, after = [] } of [...steps].reverse())
    if (chosen.has(name)) after.forEach((one) => chosen.add(one));
  return steps.filter(({ name }) => chosen.has(name));
}

/**
 * Runs steps concurrently, `lanes` at a time. A free lane takes the first step whose predecessors are done. After a
 * failure no step starts, `stop` ends the running ones, and the first failure is thrown once they have ended.
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
