/**
 * Whether a perfect matching exists between `count` items on the left and `count` on the right, where `fits` says which may
 * be paired. A greedy choice is not enough, because equality within a tolerance is not transitive. J. E. Hopcroft and R. M.
 * Karp, An n^5/2 algorithm for maximum matchings in bipartite graphs, SIAM Journal on Computing 2, 1973; O(count^2.5).
 */
export function canPairAll(count: number, fits: (left: number, right: number) => boolean): boolean {
  const all = Array.from({ length: count }, (_, index) => index);
  const fitting: number[][] = [];
  for (const left of all) {
    const found = all.filter((right) => fits(left, right));
    if (found.length === 0) return false;
    fitting.push(found);
  }
  return new Pairing(fitting).isComplete();
}

const FREE = -1;

class Pairing {
  private readonly rightOf: Int32Array;
  private readonly leftOf: Int32Array;
  /** The layer of each left item: the length of the shortest alternating path from an unpaired one. */
  private readonly depth: Int32Array;

  constructor(private readonly fitting: readonly (readonly number[])[]) {
    this.rightOf = new Int32Array(fitting.length).fill(FREE);
    this.leftOf = new Int32Array(fitting.length).fill(FREE);
    this.depth = new Int32Array(fitting.length);
  }

  isComplete(): boolean {
    for (let unpaired = this.fitting.length; unpaired > 0;) {
      this.layer();
      const paired = this.fitting.filter((_, left) => this.rightOf[left] === FREE && this.pair(left)).length;
      if (paired === 0) return false;
      unpaired -= paired;
    }
    return true;
  }

  /** Breadth-first search from all unpaired left items. */
  private layer(): void {
    this.depth.fill(FREE);
    const queue = [...this.fitting.keys()].filter((left) => this.rightOf[left] === FREE);
    for (const left of queue) this.depth[left] = 0;
    for (const left of queue) {
      for (const next of this.holders(left)) {
        if (this.depth[next] !== FREE) continue;
        this.depth[next] = this.below(left);
        queue.push(next);
      }
    }
  }

  /** The left items paired with the right items that fit a left one. */
  private holders(left: number): readonly number[] {
    return (this.fitting[left] ?? []).map((right) => this.leftOf[right] ?? FREE).filter((holder) => holder !== FREE);
  }

  private below(left: number): number {
    return (this.depth[left] ?? 0) + 1;
  }

  private pair(left: number): boolean {
    const right = (this.fitting[left] ?? []).find((each) => this.canTake(each, left));
    if (right === undefined) {
      // No augmenting path starts here in these layers.
      this.depth[left] = FREE;
      return false;
    }
    this.rightOf[left] = right;
    this.leftOf[right] = left;
    return true;
  }

  private canTake(right: number, left: number): boolean {
    const holder = this.leftOf[right] ?? FREE;
    return holder === FREE || (this.depth[holder] === this.below(left) && this.pair(holder));
  }
}
