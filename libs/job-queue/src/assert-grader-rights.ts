import { GRADER_FUNCTIONS } from './grader-login';
import type { Row, SqlClient } from './sql-client';

const RELATION_RIGHTS = 'select, insert, update, delete, truncate, references, trigger';
const COLUMN_RIGHTS = 'select, insert, update, references';

/** Each query returns one row per excessive right, as text for an operator. */
const TOO_MUCH: readonly string[] = [
  `select 'is a superuser' as what from pg_roles where rolname = session_user and rolsuper`,
  `select 'may create roles or databases, replicate, or bypass row security' as what from pg_roles
   where rolname = session_user and (rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`,
  `select 'owns ' || c.oid::regclass as what from pg_class c join pg_roles r on r.oid = c.relowner
   where r.rolname = session_user and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relnamespace <> 'pg_catalog'::regnamespace`,
  `select 'owns ' || p.oid::regprocedure as what from pg_proc p join pg_roles r on r.oid = p.proowner
   where r.rolname = session_user`,
  `select 'owns the schema ' || nspname as what from pg_namespace n join pg_roles r on r.oid = n.nspowner
   where r.rolname = session_user and nspname !~ '^pg_'`,
  `select 'is a member of the role ' || rolname as what from pg_roles
   where rolname <> session_user and pg_has_role(session_user, oid, 'member')
     and not (select rolsuper from pg_roles where rolname = session_user)`,
  `select 'may create objects in the schema ' || nspname as what from pg_namespace
   where nspname !~ '^pg_' and has_schema_privilege(session_user, oid, 'create')`,
  `select 'may create schemas in this database' as what
   where has_database_privilege(session_user, current_database(), 'create')`,
  `select 'may access the table ' || c.oid::regclass as what
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f')
     and (has_table_privilege(session_user, c.oid, '${RELATION_RIGHTS}')
       or has_any_column_privilege(session_user, c.oid, '${COLUMN_RIGHTS}'))`,
];

const MISSING = `
select signature as what from unnest($1::text[]) signature
where to_regprocedure('grading.' || signature) is null
  or not has_function_privilege(session_user, to_regprocedure('grading.' || signature), 'execute')`;

const AT_MOST = 5;

/** Rejects if the rights of this login are not exactly those that a grader needs. */
export async function assertGraderRights(sql: SqlClient): Promise<void> {
  for (const query of TOO_MUCH) {
    const found = await sql.query(query);
    if (found.length > 0) throw await refusal(sql, inWords(found));
  }
  const visible = await sql.query("select has_schema_privilege(session_user, 'grading', 'usage') as visible");
  const missing =
    visible[0]?.['visible'] === true ? await sql.query(MISSING, [GRADER_FUNCTIONS]) : [{ what: 'grading' }];
  if (missing.length > 0) throw await refusal(sql, `lacks rights on ${inWords(missing)}`);
}

const REMEDY =
  'A grader refuses to run with it. Run "holdout admin database-roles" and use the login that its SQL creates.';

async function refusal(sql: SqlClient, why: string): Promise<Error> {
  const [row] = await sql.query('select session_user as login');
  return new Error(`The login ${String(row?.['login'])} of GRADER_DATABASE_URL ${why}. ${REMEDY}`);
}

function inWords(found: readonly Row[]): string {
  const words = found.slice(0, AT_MOST).map((row) => String(row['what']));
  const rest = found.length - AT_MOST;
  return words.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
