import type { Database } from '@holdout/persistence';
import type DataLoader from 'dataloader';

type Factory<Context, Key, Value> = (db: Database, context: Context) => DataLoader<Key, Value>;

/** The loaders of one request, each made on first use: `ctx.loaders.of(accountById).load(id)`. */
export class Loaders<Context> {
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly db: Database,
    private readonly context: Context,
  ) {}

  /** The factory is the key, so it must be the same function each time. */
  of<Key, Value>(factory: Factory<Context, Key, Value>): DataLoader<Key, Value> {
    const known = this.made.get(factory) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const loader = factory(this.db, this.context);
    this.made.set(factory, loader);
    return loader;
  }
}
