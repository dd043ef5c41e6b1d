import type { Database } from '@holdout/persistence';
import type DataLoader from 'dataloader';
import type { Ctx } from '../access/context';

/** Makes the loader of one relation for one request. Write it once, outside of any class: it is its own key. */
export type LoaderFactory<Key, Value> = (db: Database, ctx: Ctx) => DataLoader<Key, Value>;

/** The loaders of one request, each made when first asked for: `ctx.loaders.of(skillsOfVersion).load(id)`. */
export class Loaders {
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly db: Database,
    private readonly ctx: Ctx,
  ) {}

  of<Key, Value>(factory: LoaderFactory<Key, Value>): DataLoader<Key, Value> {
    const known = this.made.get(factory) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const loader = factory(this.db, this.ctx);
    this.made.set(factory, loader);
    return loader;
  }
}
