import { z } from 'zod';

/** What runs a statement: an `EntityManager`, a `DataSource` or a `QueryRunner`. */
type Queries = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

/** TypeORM resolves an `update` or `delete` to its rows and their number, every other statement to its rows alone. */
type Changed = readonly [rows: unknown[], count: number];

/** Fixed at load, so that outside tests a row costs no more than it does without a schema. */
const IN_TESTS = process.env['NODE_ENV'] === 'test';

/** The columns of a statement by the name it gives them; in tests a row with a column more or less is refused. */
export const row = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

/** A column of type `uuid`. */
export const id = <Id extends string = string>() => z.guid() as unknown as z.ZodType<Id>;

/**
 * A column of type `json` or `jsonb`. What is inside is not checked here, because whoever wrote it had a schema for it;
 * `json<T>()` asserts its type, and where the content matters to SQL a schema of Zod takes its place.
 */
export const json = <T = unknown>() => z.custom<T>((value) => value !== undefined);

/** Every row of a statement, typed by its schema. A row that the schema does not describe throws, in tests alone. */
export async function listRows<Row>(
  manager: Queries,
  schema: z.ZodType<Row>,
  sql: string,
  parameters?: readonly unknown[],
): Promise<Row[]> {
  const result = await manager.query(sql, parameters && [...parameters]);
  const rows = isChanged(result) ? result[0] : result;
  if (IN_TESTS) check(z.array(schema), rows, sql);
  return rows as Row[];
}

/** The first row of a statement; null when it has none. */
export async function findRow<Row>(...statement: Parameters<typeof listRows<Row>>): Promise<Row | null> {
  const [first] = await listRows(...statement);
  return first ?? null;
}

/** The first row of a statement that always has one, such as a count; throws when it has none. */
export async function getRow<Row>(...statement: Parameters<typeof listRows<Row>>): Promise<Row> {
  const [first] = await listRows(...statement);
  if (first === undefined) throw new Error(`A statement that always has a row had none:\n${statement[2]}`);
  return first;
}

/** How many rows an `update` or `delete` changed; an `insert` reports its rows by `returning` only. */
export async function countChanged(manager: Queries, sql: string, parameters?: readonly unknown[]): Promise<number> {
  const result = await manager.query(sql, parameters && [...parameters]);
  if (!isChanged(result)) throw new Error(`Only an update or a delete reports how many rows it changed:\n${sql}`);
  return result[1];
}

/** A text for `like` that matches itself alone. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

function isChanged(result: unknown): result is Changed {
  return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}

function check(schema: z.ZodType, rows: unknown, sql: string): void {
  const { error } = schema.safeParse(rows);
  if (error) throw new Error(`A row differs from its schema:\n${z.prettifyError(error)}\n${sql}`);
}
