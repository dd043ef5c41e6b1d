const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

const SENTENCES = [
  ['the', 'gear', '+box', 'runs', 'hot', 'to', '+day'],
  ['our', 'work', '+shop', 'order', '+ed', 'new', 'belts'],
  ['a', 'night', '+ly', 'job', 're', '+trains', 'it'],
  ['please', 'un', '+lock', 'my', 'data', '+base', 'again'],
  ['rain', '+fall', 'slow', '+ed', 'every', 'deliver', '+y'],
  ['this', 'trans', '+cript', 'needs', 'proof', '+read', '+ing'],
];

/** Five words in most sentences, four in some; probabilities of two decimals. */
export function make(rng) {
  const tokens = rng.pick(SENTENCES);
  const words = tokens.filter((token) => !token.startsWith('+')).length;
  // The end of a word is easier to guess than its beginning.
  const p = tokens.map((token) => (token.startsWith('+') ? rng.int(25, 95) : rng.int(3, 60)) / 100);
  const surprise = -sum(p.map(Math.log));
  const entropy = surprise / words;
  const value = Math.exp(entropy);
  const values = [Math.exp(surprise / 7), 7 / sum(p), sum(p.map((each) => 1 / each)) / 7, entropy, 2 ** entropy];
  if (value < 3 || value > 60 || !areApart([value, ...values])) return make(rng);
  const names = [
    'tokens-for-words',
    'arithmetic-mean-of-probabilities',
    'mean-of-inverse-probabilities',
    'cross-entropy-for-perplexity',
    'two-to-the-nats',
  ];
  const two = (number) => number.toFixed(2);
  return {
    shown: Object.fromEntries(tokens.flatMap((token, index) => [[`w${index + 1}`, token], [`p${index + 1}`, two(p[index])]])),
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      words,
      product: Math.exp(-surprise).toExponential(2).replace(/e-(\d+)/, ' \\cdot 10^{-$1}'),
      surprise: surprise.toFixed(3),
      entropy: entropy.toFixed(4),
      perToken: two(values[0]),
      arithmetic: two(values[1]),
      inverses: two(values[2]),
      nats: two(values[3]),
      twoPower: two(values[4]),
      answer: two(value),
    },
  };
}
