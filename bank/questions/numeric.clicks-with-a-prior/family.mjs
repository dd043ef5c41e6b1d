const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

/** A prior worth 50 to 900 impressions, and data that are worth neither nothing nor all beside it. */
export function make(rng) {
  const mean = rng.int(15, 60) / 10;
  const sd = rng.int(6, 22) / 10;
  const shows = 10 * rng.int(4, 60);
  const [mu, sigma] = [mean / 100, sd / 100];
  const strength = (mu * (1 - mu)) / sigma ** 2 - 1;
  const alpha = mu * strength;
  const clicks = Math.round(shows * mu * rng.pick([rng.real(0.2, 0.7), rng.real(1.4, 2.6), rng.real(1.4, 2.6)]));
  const value = (100 * (alpha + clicks)) / (strength + shows);
  const values = [(100 * clicks) / shows, mean, ((100 * clicks) / shows + mean) / 2, (100 * (alpha + clicks)) / shows];
  const weight = shows / (shows + strength);
  const isSensible = strength > 50 && strength < 900 && alpha > 1 && clicks > 0 && weight > 0.15 && weight < 0.85;
  if (!isSensible || !areApart([value, ...values])) return make(rng);
  const names = ['raw-rate-is-the-rate', 'data-ignored', 'prior-and-data-weigh-alike', 'prior-adds-clicks-only'];
  const two = (number) => number.toFixed(2);
  return {
    shown: { mean, sd, shows, clicks },
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      mu: mu.toFixed(3),
      sigma: sigma.toFixed(3),
      strength: strength.toFixed(1),
      alpha: two(alpha),
      beta: (strength - alpha).toFixed(1),
      misses: shows - clicks,
      raw: two(values[0]),
      middle: two(values[2]),
      clicksOnly: two(values[3]),
      answer: two(value),
    },
  };
}
