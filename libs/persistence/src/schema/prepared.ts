import { Client } from 'pg';

const NAMES = new Map<string, string>();

/**
 * Marks a statement that almost every request of a running assessment sends. Each connection then parses it once, and
 * PostgreSQL plans it a few times instead of each time: planning such a statement takes longer than executing it. Only for
 * statements that find rows by a key, whose best plan is the same for all values. A plan that was made for empty tables is
 * replaced when PostgreSQL analyses them, about a minute after they have grown.
 */
export function prepared(statement: string): string {
  NAMES.set(statement, `s${NAMES.size}`);
  return statement;
}

type Arguments = [text: unknown, ...more: unknown[]];

/** A connection that sends the marked statements by name. */
export class PreparingClient extends Client {
  // The driver has several signatures; TypeORM uses the one with a text and its values.
  override query = ((...[text, values, ...more]: Arguments): unknown => {
    const name = typeof text === 'string' ? NAMES.get(text) : undefined;
    const query = super.query.bind(this) as (...given: Arguments) => unknown;
    return name === undefined ? query(text, values, ...more) : query({ name, text, values }, ...more);
  }) as Client['query'];
}
