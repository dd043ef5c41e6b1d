/** Takes the variance as the mean square minus the squared mean, over lead times one deviation above and below. */
export function answer({ demand, demandSd, lead, leadSd, z }) {
  const times = [lead - leadSd, lead + leadSd];
  const mean = (of) => (of(times[0]) + of(times[1])) / 2;
  const meanSquare = mean((days) => days * demandSd * demandSd + (days * demand) ** 2);
  return z * Math.sqrt(meanSquare - mean((days) => days * demand) ** 2);
}
