export function hashFeatures(words: string[], size: number): number[] {
  return new Array(size).fill(0);
}
