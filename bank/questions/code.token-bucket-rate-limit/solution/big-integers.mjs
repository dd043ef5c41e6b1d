// Exact with BigInt, and a plain object without a prototype in place of a Map.
export function admit(calls, { capacity, refillPerSecond }) {
  const [rate, full] = [BigInt(refillPerSecond), BigInt(capacity) * 1000n];
  const buckets = Object.create(null);
  return calls.map((call) => {
    const bucket = (buckets[call.client] ??= { milli: full, at: call.at });
    if (call.at > bucket.at) {
      const gained = bucket.milli + BigInt(call.at - bucket.at) * rate;
      bucket.milli = gained < full ? gained : full;
      bucket.at = call.at;
    }
    const cost = BigInt(call.cost) * 1000n;
    if (cost > full) return { allowed: false, retryAfterMs: null };
    const short = cost - bucket.milli;
    if (short > 0n) return { allowed: false, retryAfterMs: Number((short + rate - 1n) / rate) };
    bucket.milli = -short;
    return { allowed: true, retryAfterMs: 0 };
  });
}
