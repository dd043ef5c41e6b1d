import { createHash } from 'node:crypto';

/** The id of the nth copy: pgbench computes the same ones. */
export const copyId = (space, n) => `00000000-0000-7${space}-8000-${n.toString(16).padStart(12, '0')}`;
const sqlId = (space, n) => `('00000000-0000-7${space}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The token of the nth copy's session. */
export const tokenOf = (n) => createHash('sha256').update(`attempt ${n}`).digest('base64url');
const sqlToken = (n) =>
  `rtrim(translate(encode(sha256(convert_to('attempt ' || ${n}, 'UTF8')), 'base64'), '+/', '-_'), '=')`;
const sqlTokenHash = (n) => `sha256(convert_to(${sqlToken(n)}, 'UTF8'))`;

const SPACES = { candidate: '001', invitation: '002', attempt: '003', item: '004', session: '005', entry: '006' };
export const ITEM_SPACE = SPACES.item;
export const ATTEMPT_SPACE = SPACES.attempt;

const columnsOf = async (query, table) =>
  (
    await query(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1
       and is_generated = 'NEVER'`,
      [table],
    )
  ).map(({ name }) => name);

/** Copies one row to `count` rows; `changes` gives the SQL of the columns that differ, by the number `n` of the copy. */
async function copy(query, { table, from, count, changes, where }) {
  const columns = await columnsOf(query, table);
  const values = columns.map((name) => changes[name] ?? `r.${name}`);
  await query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} r, generate_series(0, ${count - 1}) as n
     where ${where}`,
    [from],
  );
}

/**
 * Copies one open attempt of a candidate, with its invitation, session, items and deadline, so that each copy is that of a
 * person of its own. Returns the number of items of each.
 */
export async function addManyAttempts(query, { attemptId, count }) {
  const [source] = await query(
    `select a.candidate_id as candidate, a.invitation_id as invitation,
       (select count(*)::int from attempt_item i where i.attempt_id = a.id) as items,
       (select s.id from session s where s.invitation_id = a.invitation_id and s.ended_at is null limit 1) as session
     from attempt a where a.id = $1`,
    [attemptId],
  );
  const id = (space) => sqlId(SPACES[space], 'n');
  const own = { candidate_id: id('candidate'), invitation_id: id('invitation'), attempt_id: id('attempt') };
  const many = (table, from, changes, where = 'r.id = $1') => copy(query, { table, from, count, changes, where });
  await many('candidate', source.candidate, { id: id('candidate') });
  const unused = { token_hash: `sha256(convert_to('link ' || n, 'UTF8'))`, email: `'copy' || n || '@bench.example'` };
  await many('invitation', source.invitation, { ...own, id: id('invitation'), ...unused });
  await many('attempt', attemptId, { ...own, id: id('attempt'), seed: `r.seed || n`, receipt_code: 'null' });
  const item = sqlId(SPACES.item, `n * ${source.items} + r.position - 1`);
  await many('attempt_item', attemptId, { id: item, attempt_id: own.attempt_id }, 'r.attempt_id = $1');
  const entry = sqlId(SPACES.entry, `n`);
  await many(
    'attempt_time_entry',
    attemptId,
    { id: entry, attempt_id: own.attempt_id },
    "r.attempt_id = $1 and r.kind = 'limit'",
  );
  await many('session', source.session, { ...own, id: id('session'), token_hash: sqlTokenHash('n') });
  // Not the tables of answers, which are empty: PostgreSQL would then read them row by row for as long as a plan is kept. It
  // analyses a table by itself only after 50 changes.
  await query('analyze candidate, invitation, attempt, attempt_item, attempt_time_entry, session');
  return source.items;
}

/** SQL of what belongs to one copy, for pgbench. */
export const sqlIds = (person, item) => ({
  hash: sqlTokenHash(person),
  item: sqlId(SPACES.item, item),
  invitation: sqlId(SPACES.invitation, person),
});
