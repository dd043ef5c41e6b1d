export function hashFeatures(words, size) {
  return new Array(size).fill(0);
}
