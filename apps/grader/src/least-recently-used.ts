/** A cache of the most recently used values. It stores promises, so that concurrent requests fetch a value once. */
export class LeastRecentlyUsed<V> {
  private readonly kept = new Map<string, Promise<V>>();

  constructor(private readonly atMost: number) {}

  /** The cached value, or the one that `fetch` gives; a failed fetch is not cached. */
  get(key: string, fetch: () => Promise<V>): Promise<V> {
    const value = this.kept.get(key) ?? fetch();
    this.kept.delete(key);
    this.kept.set(key, value);
    value.catch(() => this.kept.delete(key));
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.atMost && !oldest.done) this.kept.delete(oldest.value);
    return value;
  }
}
