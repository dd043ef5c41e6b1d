// One number a client: the moment at which its bucket would be full again, in units of 1/rate milliseconds.
export function admit(calls, { capacity, refillPerSecond: rate }) {
  const span = capacity * 1000;
  const fullAt = new Map();
  const answers = [];
  const clocks = new Map();
  for (const { at, client, cost } of calls) {
    const now = Math.max(at, clocks.get(client) ?? at);
    clocks.set(client, now);
    const missing = Math.max(0, (fullAt.get(client) ?? 0) - now * rate);
    const over = missing + cost * 1000 - span;
    if (cost > capacity) answers.push({ allowed: false, retryAfterMs: null });
    else if (over > 0) answers.push({ allowed: false, retryAfterMs: Math.ceil(over / rate) });
    else {
      fullAt.set(client, now * rate + missing + cost * 1000);
      answers.push({ allowed: true, retryAfterMs: 0 });
    }
  }
  return answers;
}
