/** One minus the word accuracy: what was heard right, less the words that were made up, per word that was said. */
export function answer({ words, substituted, deleted, inserted }) {
  const right = words - deleted - substituted;
  return 100 * (1 - (right - inserted) / words);
}
