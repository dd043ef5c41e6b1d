const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** The precisions at the places of the hits. */
const precisions = (hits) => hits.flatMap((hit, index) => (hit === 1 ? [sum(hits.slice(0, index + 1)) / (index + 1)] : []));

/** One query with fewer relevant documents than places, one with more, and one with any number. */
function query(rng, low, high) {
  const hits = [0, 1, 2, 3, 4].map(() => rng.int(0, 1));
  const found = sum(hits);
  if (found === 0 || found > high) return query(rng, low, high);
  const relevant = rng.int(Math.max(low, found), high);
  return { hits, found, relevant, most: Math.min(relevant, 5), precisions: precisions(hits) };
}

function stepOf({ hits, most, relevant, precisions: each }, name) {
  const terms = hits.flatMap((hit, index) => (hit === 1 ? [`${sum(hits.slice(0, index + 1))}/${index + 1}`] : []));
  const divisor = relevant > 5 ? `${relevant} relevant documents, but only 5 places` : `${relevant} relevant document${relevant === 1 ? '' : 's'}`;
  return `- ${name}: precisions ${terms.join(', ')}, together ${sum(each).toFixed(4)}; ${divisor}, so divided by ${most}: ${(sum(each) / most).toFixed(4)}.`;
}

export function make(rng) {
  const sizes = [
    [2, 4],
    [6, 9],
    [2, 7],
  ];
  const first = rng.int(0, 2);
  const queries = [0, 1, 2].map((index) => query(rng, ...sizes[(index + first) % 3]));
  const [A, B, C] = queries;
  const value = mean(queries.map((each) => sum(each.precisions) / each.most));
  const values = [
    mean(queries.map((each) => mean(each.precisions))),
    mean(queries.map((each) => sum(each.precisions) / 5)),
    sum(queries.flatMap((each) => each.precisions)) / sum(queries.map((each) => each.most)),
    mean(queries.map((each) => 1 / (each.hits.indexOf(1) + 1))),
    mean(queries.map((each) => each.found / 5)),
  ];
  if (!areApart([value, ...values], 0.003)) return make(rng);
  const names = ['divides-by-the-hits-found', 'divides-by-k', 'pools-the-queries', 'first-hit-only', 'order-within-the-cut-ignored'];
  const places = (letter, { hits }) => hits.map((hit, index) => [`${letter}${index + 1}`, hit]);
  const three = (number) => number.toFixed(3);
  return {
    shown: {
      ...Object.fromEntries([...places('a', A), ...places('b', B), ...places('c', C)]),
      a: A.relevant,
      b: B.relevant,
      c: C.relevant,
    },
    answer: { value, absTol: 0.001 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      steps: [stepOf(A, 'A'), stepOf(B, 'B'), stepOf(C, 'C')].join('\n'),
      found: three(values[0]),
      byFive: three(values[1]),
      pooled: three(values[2]),
      reciprocal: three(values[3]),
      plain: three(values[4]),
      answer: three(value),
    },
  };
}
