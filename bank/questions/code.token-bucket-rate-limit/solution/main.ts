type Call = { at: number; client: string; cost: number };
type Limits = { capacity: number; refillPerSecond: number };
type Answer = { allowed: boolean; retryAfterMs: number | null };
type Bucket = { milli: number; at: number };

// Thousandths of a token: one millisecond then refills a whole number of them, and nothing is ever rounded.
function refilled(bucket: Bucket, now: number, rate: number, full: number): Bucket {
  const gained = Math.max(0, now - bucket.at) * rate;
  return { milli: Math.min(full, bucket.milli + gained), at: Math.max(bucket.at, now) };
}

function decide(bucket: Bucket, cost: number, rate: number, full: number): Answer {
  if (cost > full) return { allowed: false, retryAfterMs: null };
  if (cost > bucket.milli) return { allowed: false, retryAfterMs: Math.ceil((cost - bucket.milli) / rate) };
  bucket.milli -= cost;
  return { allowed: true, retryAfterMs: 0 };
}

export function admit(calls: Call[], { capacity, refillPerSecond }: Limits): Answer[] {
  const full = capacity * 1000;
  const buckets = new Map<string, Bucket>();
  return calls.map(({ at, client, cost }) => {
    const bucket = refilled(buckets.get(client) ?? { milli: full, at }, at, refillPerSecond, full);
    buckets.set(client, bucket);
    return decide(bucket, cost * 1000, refillPerSecond, full);
  });
}
