const SECONDS_PER_DAY = 86_400;

/** Whole servers; the day's load is large enough that the parts of the sum show, and no result is nearly whole. */
export function make(rng) {
  const millions = rng.int(60, 600);
  const factor = rng.pick([2, 2.5, 3, 4, 5]);
  const milliseconds = rng.int(8, 90);
  const workers = rng.pick([4, 8, 12, 16]);
  const usable = rng.pick([50, 60, 65, 70]);
  const mean = (millions * 1e6) / SECONDS_PER_DAY;
  const busy = (perSecond) => (perSecond * milliseconds) / 1000;
  const servers = (busyWorkers, share) => Math.ceil(busyWorkers / workers / share);
  const exact = busy(factor * mean) / workers / (usable / 100);
  const part = exact % 1;
  // Rounding the requests or the busy workers on the way must lead to the same whole number.
  if (part < 0.25 || part > 0.75) return make(rng);
  return {
    shown: { millions, factor, milliseconds, workers, usable },
    answer: { value: Math.ceil(exact), absTol: 0.4 },
    wrong: [
      { value: servers(busy(mean), usable / 100), misconception: 'mean-load-for-peak' },
      { value: servers(busy(factor * mean), 1), misconception: 'no-headroom' },
      { value: Math.floor(exact), misconception: 'rounds-down' },
      { value: Math.ceil(busy(factor * mean) / (usable / 100)), misconception: 'one-worker-per-server' },
    ],
    explained: {
      mean: Math.round(mean),
      peak: Math.round(factor * mean),
      busy: busy(factor * mean).toFixed(1),
      exact: exact.toFixed(2),
      answer: Math.ceil(exact),
    },
  };
}
