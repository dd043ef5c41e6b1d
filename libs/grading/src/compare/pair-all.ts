/**
 * Says whether each of `count` things on the left can be paired with another one on the right that fits it. Taking the
 * first that fits is not enough where fitting is not transitive, as with tolerances. J. E. Hopcroft and R. M. Karp, An
 * n^5/2 algorithm for maximum matchings in bipartite graphs, SIAM Journal on Computing 2, 1973; time count^2.5 at most.
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
  /** How many pairs must change hands before a left one is free to choose. */
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

  /** The layers of shortest alternating paths from all unpaired left ones. */
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

  /** Who holds what fits a left one. */
  private holders(left: number): readonly number[] {
    return (this.fitting[left] ?? []).map((right) => this.leftOf[right] ?? FREE).filter((holder) => holder !== FREE);
  }

  private below(left: number): number {
    return (this.depth[left] ?? 0) + 1;
  }

  private pair(left: number): boolean {
    const right = (this.fitting[left] ?? []).find((each) => this.canTake(each, left));
    if (right === undefined) {
      // No path begins here any more in these layers.
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
