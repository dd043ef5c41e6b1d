/** Grows the test until the difference is 2.8 standard errors wide, in whole users by doubling and halving. */
export function answer({ base, lift }) {
  const rate = base / 100;
  const isEnough = (perArm) => (rate * lift) / 100 >= 2.8 * Math.sqrt((2 * rate * (1 - rate)) / perArm);
  let [low, high] = [1, 2];
  while (!isEnough(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return 2 * high;
}
