/** Finds by bisection the probability at which flagging and letting pass cost the same on average. */
export function answer({ falseAlarm, miss }) {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const p = (low + high) / 2;
    if (p * miss < (1 - p) * falseAlarm) low = p;
    else high = p;
  }
  return (low + high) / 2;
}
