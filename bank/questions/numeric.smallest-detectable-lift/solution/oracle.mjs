/** Raises the lift until the test of that lift has a power of 80 %, with the size in visitors as given. */
export function answer({ daily, days, base }) {
  const visitors = Number(daily.replaceAll(',', '')) * days;
  const buyersExpected = (visitors * base) / 200;
  const deviation = Math.sqrt(2 * buyersExpected * (1 - base / 100));
  let [low, high] = [0, 1000];
  for (let step = 0; step < 100; step++) {
    const lift = (low + high) / 2;
    if ((buyersExpected * lift) / 100 / deviation - 1.96 < 0.84) low = lift;
    else high = lift;
  }
  return high;
}
