const encoder = new TextEncoder();

function fnv1a(word) {
  let hash = 2166136261;
  for (const byte of encoder.encode(word)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}

export function hashFeatures(words, size) {
  const vector = new Array(size).fill(0);
  for (const word of words) {
    const hash = fnv1a(word);
    vector[hash % size] += hash % 2 === 1 ? -1 : 1;
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
