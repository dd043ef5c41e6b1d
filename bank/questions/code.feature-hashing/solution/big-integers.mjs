// The same hash with integers of any size, by a table of counts instead of a vector.
function hashOf(word) {
  let hash = 2166136261n;
  for (const byte of new TextEncoder().encode(word)) hash = ((hash ^ BigInt(byte)) * 16777619n) % 2n ** 32n;
  return hash;
}

export function hashFeatures(words, size) {
  const sums = new Map();
  const times = new Map();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  for (const [word, count] of times) {
    const hash = hashOf(word);
    const place = Number(hash % BigInt(size));
    sums.set(place, (sums.get(place) ?? 0) + (hash / 2n ** 31n === 1n ? -count : count));
  }
  const length = Math.sqrt([...sums.values()].reduce((total, sum) => total + sum * sum, 0)) || 1;
  return Array.from({ length: size }, (_, place) => (sums.get(place) ?? 0) / length);
}
