/** For tests: the browser's storage, empty; it refuses writes while `isFull`. */
export function aStorage(): Storage & { isFull: boolean } {
  const kept = new Map<string, string>();
  return {
    isFull: false,
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (this.isFull) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}
