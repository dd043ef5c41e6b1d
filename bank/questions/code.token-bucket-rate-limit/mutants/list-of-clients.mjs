// The list of clients is walked for every call.
export function admit(calls, { capacity, refillPerSecond }) {
  const full = capacity * 1000;
  const buckets = [];
  return calls.map(({ at, client, cost: tokens }) => {
    let bucket = buckets.filter((one) => one.client === client)[0];
    if (bucket === undefined) buckets.push((bucket = { client, milli: full, at }));
    if (at > bucket.at) {
      bucket.milli = Math.min(full, bucket.milli + (at - bucket.at) * refillPerSecond);
      bucket.at = at;
    }
    const cost = tokens * 1000;
    if (cost > full) return { allowed: false, retryAfterMs: null };
    if (cost > bucket.milli) return { allowed: false, retryAfterMs: Math.ceil((cost - bucket.milli) / refillPerSecond) };
    bucket.milli -= cost;
    return { allowed: true, retryAfterMs: 0 };
  });
}
