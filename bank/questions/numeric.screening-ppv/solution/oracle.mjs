/** Bayes' rule as odds: those before the scan, times how much likelier a flag is among the ill. */
export function answer({ prevalence, sensitivity, specificity }) {
  const odds = (prevalence / (100 - prevalence)) * (sensitivity / (100 - specificity));
  return (100 * odds) / (1 + odds);
}
