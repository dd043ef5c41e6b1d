import { type ItemShape, Practiser } from './practiser';

type Opened = { readonly client: Practiser; readonly item: ItemShape };
type Outcome = Awaited<ReturnType<Practiser['check']>>;

/** Visitors who practise the questions of the example bank. */
export class ExamplePractice {
  constructor(private readonly url: () => string) {}

  async open(kind: string, client = new Practiser(this.url())): Promise<Opened> {
    const { items } = await client.startPractice(`${kind}.example`);
    return { client, item: firstOf(items) };
  }

  /** Saves and checks an answer of this kind; returns the item afterwards, which is still open if it was not checked. */
  async check(kind: string, answer: object): Promise<Opened & { readonly outcome: Outcome }> {
    const { client, item } = await this.open(kind);
    const saved = await client.save(item.id, { [kind]: answer });
    if (saved.__typename !== 'SaveResponseSuccess') throw new Error(`Not saved: ${JSON.stringify(saved)}`);
    const outcome = await client.check(item.id);
    return { client, item: outcome.item ?? item, outcome };
  }

  /** The reason why an answer is not saved, and what is stored after sending it. */
  async save(kind: string, answer: object): Promise<{ readonly reason: unknown; readonly response: unknown }> {
    const { client, item } = await this.open(kind);
    const { reason = null } = await client.save(item.id, { [kind]: answer });
    return { reason, response: (await this.open(kind, client)).item.response };
  }
}

function firstOf(items: readonly ItemShape[]): ItemShape {
  const [item] = items;
  if (item === undefined) throw new Error('The attempt has no item.');
  return item;
}
