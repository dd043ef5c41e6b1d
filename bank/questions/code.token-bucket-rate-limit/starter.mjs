export function admit(calls, { capacity, refillPerSecond }) {
  return calls.map(() => ({ allowed: true, retryAfterMs: 0 }));
}
