// Tokens as fractions: a third of a token, three times over, is not one.
function refilled(bucket, now, rate, full) {
  if (now <= bucket.at) return bucket;
  return { milli: Math.min(full, bucket.milli + ((now - bucket.at) / 1000) * rate), at: now };
}

function decide(bucket, cost, rate, full) {
  if (cost > full) return { allowed: false, retryAfterMs: null };
  if (cost > bucket.milli) return { allowed: false, retryAfterMs: Math.ceil(((cost - bucket.milli) / rate) * 1000) };
  bucket.milli -= cost;
  return { allowed: true, retryAfterMs: 0 };
}

export function admit(calls, { capacity, refillPerSecond }) {
  const buckets = new Map();
  return calls.map(({ at, client, cost }) => {
    const bucket = refilled(buckets.get(client) ?? { milli: capacity, at }, at, refillPerSecond, capacity);
    buckets.set(client, bucket);
    return decide(bucket, cost, refillPerSecond, capacity);
  });
}
