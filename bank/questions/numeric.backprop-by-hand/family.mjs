const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

function forward({ x1, x2, y }, { w1, w2, b, v, c }) {
  const z = w1 * x1 + w2 * x2 + b;
  const h = Math.max(0, z);
  return { x1, x2, z, h, gate: z > 0 ? 1 : 0, prediction: v * h + c, error: v * h + c - y };
}

/** Small whole numbers; the unit is active for one of the rows and inactive for the other. */
export function make(rng) {
  const weights = {
    w1: rng.pick([-3, -2, -1, 1, 2, 3]),
    w2: rng.pick([-3, -2, -1, 1, 2, 3]),
    b: rng.int(-3, 3),
    v: rng.pick([-3, -2, -1.5, -0.5, 0.5, 1.5, 3]),
    c: rng.int(-3, 3),
  };
  const row = () => ({ x1: rng.pick([-3, -2, -1, 1, 2, 3, 4]), x2: rng.pick([-3, -2, -1, 1, 2, 3, 4]), y: rng.int(-6, 8) });
  const drawn = [row(), row()];
  const rows = drawn.map((each) => forward(each, weights));
  const { v } = weights;
  const mean = (of) => (of(rows[0]) + of(rows[1])) / 2;
  const value = mean(({ error, gate, x1 }) => 2 * error * v * gate * x1);
  const values = [
    mean(({ error, x1 }) => 2 * error * v * x1),
    mean(({ error, h }) => 2 * error * h),
    mean(({ error, gate, x1 }) => 2 * error * gate * x1),
    mean(({ error, gate, x2 }) => 2 * error * v * gate * x2),
    2 * value,
    value / 2,
  ];
  const isMixed = rows[0].z * rows[1].z < 0 && rows.every(({ error }) => error !== 0 && Math.abs(error) <= 12);
  if (!isMixed || !areApart([value, ...values], 0.1)) return make(rng);
  const names = [
    'relu-passes-every-gradient',
    'stops-at-the-output-layer',
    'output-weight-left-out',
    'gradient-of-another-weight',
    'sums-not-averages',
    'square-without-two',
  ];
  const [p, q] = rows;
  const text = (number) => String(Number(number.toFixed(3)) + 0);
  const told = (letter, each) => [
    [`${letter}z`, text(each.z)],
    [`${letter}h`, text(each.h)],
    [`${letter}yhat`, text(each.prediction)],
    [`${letter}e`, text(each.error)],
    [`${letter}gate`, each.gate],
    [`${letter}g`, text(2 * each.error * v * each.gate * each.x1)],
  ];
  return {
    shown: {
      ...weights,
      p1: p.x1, p2: p.x2, py: drawn[0].y,
      q1: q.x1, q2: q.x2, qy: drawn[1].y,
    },
    answer: { value, absTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      ...Object.fromEntries([...told('p', p), ...told('q', q)]),
      silent: p.z < 0 ? 'first' : 'second',
      noGate: text(values[0]),
      stops: text(values[1]),
      noOutput: text(values[2]),
      other: text(values[3]),
      summed: text(values[4]),
      half: text(values[5]),
      answer: text(value),
    },
  };
}
