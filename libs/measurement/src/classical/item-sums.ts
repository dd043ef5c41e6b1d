/** A question in a form. Rows of a stored score (`ItemPoints` of libs/scoring) fit `ItemResponse` as they are. `weight` is what full points in it count in the total (any unit, above 0). */
export type FormItem = { readonly questionVersionId: string; readonly weight: number };

/**
 * What a person did with an item. `omitted`: left empty, although a later item was answered; it earns 0. `notReached`: empty, and
 * so is everything after it; it earns 0 in the total, and says nothing about how hard the item is. `awaiting`: not marked yet, and
 * `withdrawn`: not counted; both are missing, like an item that the person was not given (no entry at all).
 */
export type ResponseState = 'answered' | 'omitted' | 'notReached' | 'awaiting' | 'withdrawn';

/** Points of one person in one item; `possible` above 0. Only `earned / possible` counts, so items may differ in their maxima. */
export type ItemResponse = {
  readonly questionVersionId: string;
  readonly earned: number;
  readonly possible: number;
  readonly state: ResponseState;
};

/** The sums of one item over the persons who reached it: x is its share of points, r the share in the person's other items. */
export type OneItemSums = {
  presented: number;
  omitted: number;
  notReached: number;
  reached: number;
  x: number;
  xx: number;
  /** Persons who reached it and have points in at least one other item. */
  withRest: number;
  restX: number;
  restXx: number;
  r: number;
  rr: number;
  xr: number;
};

/** An `ItemSums` as plain JSON. */
export type ItemSumsSnapshot = {
  readonly items: readonly FormItem[];
  readonly perItem: readonly OneItemSums[];
  readonly complete: number;
  readonly sums: readonly number[];
  readonly products: readonly number[];
};

const noSums = (): OneItemSums => ({
  presented: 0,
  omitted: 0,
  notReached: 0,
  reached: 0,
  x: 0,
  xx: 0,
  withRest: 0,
  restX: 0,
  restXx: 0,
  r: 0,
  rr: 0,
  xr: 0,
});

/**
 * The sufficient statistics of classical test theory over persons × items: counts, sums and cross-products. Every statistic of
 * `itemStatistics` and `formStatistics` is a function of these, so that a new attempt only adds its own terms (`add`), a changed
 * score is removed as it was and added as it is (`remove`), parts are counted separately and put together (`merge`), and the
 * whole is kept as JSON (`snapshot`, `ItemSums.from`). The cost of a person is k²/2 for k items, of reading k².
 *
 * Item statistics use every person who reached the item. The statistics of the form (means, covariances) use the persons with
 * points in all of its items (`complete`): others took another form, or wait for marks.
 */
export class ItemSums {
  readonly items: readonly FormItem[];
  readonly perItem: OneItemSums[];
  /** Persons with points in every item. */
  complete = 0;
  /** Over the complete persons, of weight × share: sums by item, and sums of products by row and column of which row ≤ column. */
  readonly sums: Float64Array;
  readonly products: Float64Array;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly weights: Float64Array;
  private readonly shares: Float64Array;

  constructor(items: readonly FormItem[]) {
    this.items = items;
    this.perItem = items.map(noSums);
    this.sums = new Float64Array(items.length);
    this.products = new Float64Array(items.length ** 2);
    this.columns = new Map(items.map(({ questionVersionId }, column) => [questionVersionId, column]));
    this.weights = Float64Array.from(items, ({ weight }) => weight);
    this.shares = new Float64Array(items.length);
  }

  /** Adds a person. Entries of items that the form has not are ignored. */
  add(person: readonly ItemResponse[]): void {
    this.count(person, 1);
  }

  /** Removes a person who was added with the same entries. */
  remove(person: readonly ItemResponse[]): void {
    this.count(person, -1);
  }

  /** Adds the persons of other sums over the same items in the same order; a RangeError otherwise. */
  merge(other: ItemSums): void {
    const isSame = other.items.every(({ questionVersionId }, column) => this.columns.get(questionVersionId) === column);
    if (!isSame || other.items.length !== this.items.length)
      throw new RangeError('Sums of different items cannot be merged.');
    this.complete += other.complete;
    addTo(this.sums, other.sums);
    addTo(this.products, other.products);
    for (const [column, sums] of this.perItem.entries()) {
      const more = other.perItem[column] ?? noSums();
      for (const key of Object.keys(sums) as (keyof OneItemSums)[]) sums[key] += more[key];
    }
  }

  snapshot(): ItemSumsSnapshot {
    return {
      items: this.items,
      perItem: this.perItem.map((sums) => ({ ...sums })),
      complete: this.complete,
      sums: [...this.sums],
      products: [...this.products],
    };
  }

  static from(snapshot: ItemSumsSnapshot): ItemSums {
    const sums = new ItemSums(snapshot.items);
    sums.complete = snapshot.complete;
    sums.sums.set(snapshot.sums);
    sums.products.set(snapshot.products);
    for (const [column, one] of snapshot.perItem.entries()) Object.assign(sums.perItem[column] ?? {}, one);
    return sums;
  }

  private count(person: readonly ItemResponse[], sign: 1 | -1): void {
    const total = { ...this.readShares(person), sign };
    for (const response of person) if (isScored(response)) this.countItem(response, total);
    if (this.items.length > 0 && !this.shares.some(Number.isNaN)) this.countComplete(sign);
  }

  private countItem({ questionVersionId, state }: ItemResponse, total: PersonTotal): void {
    const column = this.columns.get(questionVersionId) ?? -1;
    const sums = this.perItem[column];
    if (sums === undefined) return;
    countState(sums, state, total.sign);
    if (state === 'notReached') return;
    addReached(sums, { share: valueAt(this.shares, column), weight: valueAt(this.weights, column), ...total });
  }

  /** Writes the shares of the items that have points, NaN for others, and gives the weighted total of the person. */
  private readShares(person: readonly ItemResponse[]): { readonly earned: number; readonly possible: number } {
    this.shares.fill(Number.NaN);
    let [earned, possible] = [0, 0];
    for (const response of person) {
      const column = this.columns.get(response.questionVersionId) ?? -1;
      if (column < 0 || !isScored(response)) continue;
      const share = response.earned / response.possible;
      const weight = valueAt(this.weights, column);
      this.shares[column] = share;
      earned += weight * share;
      possible += weight;
    }
    return { earned, possible };
  }

  private countComplete(sign: 1 | -1): void {
    const { sums, products, weights } = this;
    const points = this.shares.map((share, column) => share * valueAt(weights, column));
    const k = points.length;
    this.complete += sign;
    for (const [row, own] of points.entries()) {
      if (own === 0) continue;
      sums[row] = valueAt(sums, row) + sign * own;
      for (let column = row; column < k; column++) {
        products[row * k + column] = valueAt(products, row * k + column) + sign * own * valueAt(points, column);
      }
    }
  }
}

/** An element of an array whose length is known. */
const valueAt = (array: Float64Array, index: number): number => array[index] ?? 0;

const isScored = ({ state, possible }: ItemResponse): boolean =>
  state !== 'awaiting' && state !== 'withdrawn' && possible > 0;

function countState(sums: OneItemSums, state: ResponseState, sign: 1 | -1): void {
  sums.presented += sign;
  if (state === 'omitted') sums.omitted += sign;
  if (state === 'notReached') sums.notReached += sign;
}

type PersonTotal = { readonly earned: number; readonly possible: number; readonly sign: 1 | -1 };
type Reached = PersonTotal & { readonly share: number; readonly weight: number };

function addReached(sums: OneItemSums, { share, weight, earned, possible, sign }: Reached): void {
  sums.reached += sign;
  sums.x += sign * share;
  sums.xx += sign * share * share;
  const others = possible - weight;
  if (others <= 1e-9 * weight) return;
  const rest = (earned - weight * share) / others;
  sums.withRest += sign;
  sums.restX += sign * share;
  sums.restXx += sign * share * share;
  sums.r += sign * rest;
  sums.rr += sign * rest * rest;
  sums.xr += sign * share * rest;
}

function addTo(sums: Float64Array, more: Float64Array): void {
  for (const [at, value] of more.entries()) sums[at] = valueAt(sums, at) + value;
}
