const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** A prediction made of three effects, three interactions and one of all three; in whole percent. */
export function make(rng) {
  const v0 = rng.int(8, 25);
  const [a, u, c] = [rng.int(-6, 12), rng.int(-6, 12), rng.int(-6, 14)];
  const [au, ac, uc, auc] = [rng.int(-6, 8), rng.int(-8, 10), rng.int(-8, 10), rng.int(-5, 5)];
  const [va, vu, vc] = [v0 + a, v0 + u, v0 + c];
  const [vau, vac, vuc] = [v0 + a + u + au, v0 + a + c + ac, v0 + u + c + uc];
  const vauc = v0 + a + u + c + au + ac + uc + auc;
  const all = [v0, va, vu, vc, vau, vac, vuc, vauc];
  const [d0, da, du, dau] = [vc - v0, vac - va, vuc - vu, vauc - vau];
  const value = (2 * d0 + da + du + 2 * dau) / 6;
  const values = [d0, dau, (d0 + dau) / 2, (d0 + da + du + dau) / 4, (vauc - v0) / 3];
  const isSensible = all.every((each) => each >= 1 && each <= 80) && a !== 0 && u !== 0;
  if (!isSensible || !areApart([value, ...values], 0.05)) return make(rng);
  const names = ['feature-by-itself', 'last-feature-takes-all', 'first-and-last-only', 'subsets-weigh-alike', 'equal-shares'];
  const two = (number) => number.toFixed(2);
  return {
    shown: { v0, va, vu, vc, vau, vac, vuc, vauc },
    answer: { value, absTol: 0.02 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      d0, da, du, dau,
      age: two((2 * (va - v0) + (vau - vu) + (vac - vc) + 2 * (vauc - vuc)) / 6),
      usage: two((2 * (vu - v0) + (vau - va) + (vuc - vc) + 2 * (vauc - vac)) / 6),
      total: vauc - v0,
      alone: two(values[0]),
      last: two(values[1]),
      ends: two(values[2]),
      subsets: two(values[3]),
      equal: two(values[4]),
      answer: two(value),
    },
  };
}
