const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

const LEVELS = [
  { service: 90, z: 1.282 },
  { service: 95, z: 1.645 },
  { service: 98, z: 2.054 },
  { service: 99, z: 2.326 },
];

/** Neither source of variance is less than a sixth of the whole. */
export function make(rng) {
  const demand = 5 * rng.int(8, 60);
  const demandSd = Math.round(demand * rng.real(0.2, 0.6));
  const lead = rng.int(4, 20);
  const leadSd = rng.pick([1, 1.5, 2, 2.5, 3, 4]);
  const { service, z } = rng.pick(LEVELS);
  const [fromDemand, fromLead] = [lead * demandSd ** 2, demand ** 2 * leadSd ** 2];
  const variance = fromDemand + fromLead;
  const share = fromLead / variance;
  const value = z * Math.sqrt(variance);
  const values = [
    z * Math.sqrt(fromDemand),
    z * (Math.sqrt(fromDemand) + Math.sqrt(fromLead)),
    z * Math.sqrt((lead * demandSd) ** 2 + fromLead),
    Math.sqrt(variance),
    demand * lead + value,
  ];
  const isSensible = share > 0.17 && share < 0.83 && leadSd < lead / 2.5;
  if (!isSensible || !areApart([value, ...values])) return make(rng);
  const names = [
    'lead-time-is-fixed',
    'deviations-add-up',
    'deviation-grows-with-time',
    'service-level-left-out',
    'reorder-point-for-safety-stock',
  ];
  const whole = (number) => Math.round(number);
  return {
    shown: { demand, demandSd, lead, leadSd, service, z },
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      fromDemand,
      fromLead,
      variance,
      deviation: Math.sqrt(variance).toFixed(1),
      share: whole(100 * share),
      fixedLead: whole(values[0]),
      added: whole(values[1]),
      linear: whole(values[2]),
      withoutZ: whole(values[3]),
      reorder: whole(values[4]),
      answer: whole(value),
    },
  };
}
