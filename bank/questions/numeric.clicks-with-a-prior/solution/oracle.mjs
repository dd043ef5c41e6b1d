/** The posterior mean as prior mean plus a share of the surprise; the share is prior variance over total variance. */
export function answer({ mean, sd, shows, clicks }) {
  const [mu, variance] = [mean / 100, (sd / 100) ** 2];
  // The chance of one click varies with mu (1 - mu) in all, of which the spread between ads is one part.
  const within = mu * (1 - mu) - variance;
  const share = variance / (variance + within / shows);
  return 100 * (mu + share * (clicks / shows - mu));
}
