/** Adds servers one at a time until they can do the work of the peak second. */
export function answer({ millions, factor, milliseconds, workers, usable }) {
  const workInDay = millions * 1e6 * factor * milliseconds;
  let servers = 1;
  while (servers * workers * 10 * usable * 24 * 60 * 60 < workInDay) servers += 1;
  return servers;
}
