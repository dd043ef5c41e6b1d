const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

const WAYS = ['left', 'straight on', 'right'];

/** Values between -5 and 12 with one decimal; the robot does not take the best way on. */
export function make(rng) {
  const tenth = (low, high) => rng.int(10 * low, 10 * high) / 10;
  const alpha = rng.pick([0.1, 0.2, 0.3, 0.4, 0.5]);
  const gamma = rng.pick([0.8, 0.9, 0.95]);
  const reward = rng.pick([-2, -1, -0.5, 1, 2, 3]);
  const [a1, q, a3] = [tenth(-4, 8), tenth(-3, 9), tenth(-4, 8)];
  const next = [tenth(-5, 12), tenth(-5, 12), tenth(-5, 12)];
  const best = Math.max(...next);
  const taken = rng.int(0, 2);
  const towards = (target) => q + alpha * (target - q);
  const value = towards(reward + gamma * best);
  const values = [
    towards(reward + gamma * next[taken]),
    towards(reward + best),
    reward + gamma * best,
    towards(reward),
    towards((gamma * (next[0] + next[1] + next[2])) / 3 + reward),
  ];
  if (next[taken] === best || best < 1 || !areApart([value, ...values], 0.01)) return make(rng);
  const names = ['next-move-for-the-best', 'discount-left-out', 'target-replaces-the-value', 'reward-alone', 'mean-over-the-next-moves'];
  const three = (number) => number.toFixed(3);
  const told = (number) => String(Number(number.toFixed(4)));
  return {
    shown: { alpha, gamma, reward, a1, q, a3, n1: next[0], n2: next[1], n3: next[2], next: WAYS[taken] },
    answer: { value, absTol: 0.001 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      best,
      target: told(reward + gamma * best),
      error: told(reward + gamma * best - q),
      sarsa: three(values[0]),
      undiscounted: three(values[1]),
      replaced: three(values[2]),
      rewardOnly: three(values[3]),
      mean: three(values[4]),
      answer: three(value),
    },
  };
}
