type Call = { at: number; client: string; cost: number };
type Limits = { capacity: number; refillPerSecond: number };
type Answer = { allowed: boolean; retryAfterMs: number | null };
type Bucket = { milli: number; at: number };

// Tokens as fractions: a third of a token, three times over, is not one.
function refilled(bucket: Bucket, now: number, rate: number, full: number): Bucket {
  if (now <= bucket.at) return bucket;
  return { milli: Math.min(full, bucket.milli + ((now - bucket.at) / 1000) * rate), at: now };
}

function decide(bucket: Bucket, cost: number, rate: number, full: number): Answer {
  if (cost > full) return { allowed: false, retryAfterMs: null };
  if (cost > bucket.milli) return { allowed: false, retryAfterMs: Math.ceil(((cost - bucket.milli) / rate) * 1000) };
  bucket.milli -= cost;
  return { allowed: true, retryAfterMs: 0 };
}

export function admit(calls: Call[], { capacity, refillPerSecond }: Limits): Answer[] {
  const buckets = new Map<string, Bucket>();
  return calls.map(({ at, client, cost }) => {
    const bucket = refilled(buckets.get(client) ?? { milli: capacity, at }, at, refillPerSecond, capacity);
    buckets.set(client, bucket);
    return decide(bucket, cost, refillPerSecond, capacity);
  });
}
