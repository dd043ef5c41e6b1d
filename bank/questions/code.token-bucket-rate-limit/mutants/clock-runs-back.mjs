// Thousandths of a token: one millisecond then refills a whole number of them, and nothing is ever rounded.
function refilled(bucket, now, rate, full) {
  const gained = (now - bucket.at) * rate;
  return { milli: Math.min(full, bucket.milli + gained), at: now };
}

function decide(bucket, cost, rate, full) {
  if (cost > full) return { allowed: false, retryAfterMs: null };
  if (cost > bucket.milli) return { allowed: false, retryAfterMs: Math.ceil((cost - bucket.milli) / rate) };
  bucket.milli -= cost;
  return { allowed: true, retryAfterMs: 0 };
}

export function admit(calls, { capacity, refillPerSecond }) {
  const full = capacity * 1000;
  const buckets = new Map();
  return calls.map(({ at, client, cost }) => {
    const bucket = refilled(buckets.get(client) ?? { milli: full, at }, at, refillPerSecond, full);
    buckets.set(client, bucket);
    return decide(bucket, cost * 1000, refillPerSecond, full);
  });
}
