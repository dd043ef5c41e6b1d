const SCORES = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05];
const LETTERS = 'ABCDEFGHIJ';

/** Takes `count` items out of a list, kept in order. */
function some(rng, items, count) {
  const left = [...items];
  while (left.length > count) left.splice(rng.int(0, left.length - 1), 1);
  return left;
}

/** Ten payments on eight scores: on two of them a fraud and a good one are tied. */
export function make(rng) {
  const positives = rng.pick([4, 5]);
  const tied = some(rng, [0, 1, 2, 3, 4, 5, 6, 7], 2);
  const single = [0, 1, 2, 3, 4, 5, 6, 7].filter((level) => !tied.includes(level));
  const frauds = some(rng, single, positives - 2);
  const rows = some(rng, SCORES, 8).flatMap((score, level) => {
    if (!tied.includes(level)) return [{ score, label: frauds.includes(level) ? 1 : 0 }];
    const label = rng.int(0, 1);
    return [{ score, label }, { score, label: 1 - label }];
  });
  const ofClass = (label) => rows.filter((row) => row.label === label).map((row) => row.score);
  const [good, fraud] = [ofClass(0), ofClass(1)];
  const lower = fraud.map((score) => good.filter((other) => other < score).length);
  const wins = lower.reduce((sum, each) => sum + each, 0);
  const pairs = good.length * fraud.length;
  const value = (wins + 1) / pairs;
  const accuracy = rows.filter(({ score, label }) => (score > 0.5 ? 1 : 0) === label).length / 10;
  const wrong = [
    { value: (wins + 2) / pairs, misconception: 'ties-in-favour' },
    { value: wins / pairs, misconception: 'ties-count-as-losses' },
    { value: accuracy, misconception: 'accuracy-for-auc' },
    { value: 1 - value, misconception: 'ascending-sort' },
  ];
  const isExtreme = value < 0.55 || value > 0.95;
  if (isExtreme || wrong.some((each, index) => wrong.slice(0, index).some((other) => Math.abs(other.value - each.value) < 0.005)))
    return make(rng);
  const shown = Object.fromEntries(
    rows.flatMap(({ score, label }, index) => [[`s${index + 1}`, score.toFixed(2)], [`y${index + 1}`, label]]),
  );
  const lines = rows
    .map(({ score, label }, index) => ({ score, label, name: LETTERS[index] }))
    .filter(({ label }) => label === 1)
    .map(({ score, name }) => {
      const below = good.filter((other) => other < score).length;
      return `- ${name} (${score.toFixed(2)}): ${below}${good.includes(score) ? ', and one tie' : ''}`;
    });
  const three = (number) => number.toFixed(3);
  return {
    shown,
    answer: { value, absTol: 0.001 },
    wrong,
    explained: {
      positives,
      negatives: good.length,
      pairs,
      wins,
      counts: lines.join('\n'),
      full: three((wins + 2) / pairs),
      none: three(wins / pairs),
      accuracy: accuracy.toFixed(1),
      reversed: three(1 - value),
      answer: three(value),
    },
  };
}
