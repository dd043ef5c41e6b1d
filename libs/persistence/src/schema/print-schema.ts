import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { listRows, row } from '../rows';

const COLUMNS = `
select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
  pg_get_expr(d.adbin, d.adrelid) as fallback
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
order by c.relname, a.attnum`;

const CONSTRAINTS = `
select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'
order by 1, position(contype in 'pufc'), 2`;

const INDEXES = `
select i.indrelid::regclass::text as "table", pg_get_indexdef(i.indexrelid) as definition from pg_index i
join pg_class c on c.oid = i.indexrelid
where c.relnamespace = 'public'::regnamespace
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1, 2`;

const TRIGGERS = `
select tgrelid::regclass::text as "table", pg_get_triggerdef(oid) as definition from pg_trigger
where not tgisinternal order by 1, 2`;

const ColumnLine = row({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  fallback: z.string().nullable(),
});
const ConstraintLine = row({ table: z.string(), name: z.string(), definition: z.string() });
const Definition = row({ table: z.string(), definition: z.string() });

const column = ({ name, type, required, fallback }: z.infer<typeof ColumnLine>): string =>
  `${name} ${type}${required ? ' not null' : ''}${fallback === null ? '' : ` default ${fallback}`}`;

/** Prints the tables of a database, for people to read; only migrations change them. */
export async function printSchema(dataSource: DataSource): Promise<string> {
  const columns = await listRows(dataSource, ColumnLine, COLUMNS);
  const constraints = await listRows(dataSource, ConstraintLine, CONSTRAINTS);
  const indexes = await listRows(dataSource, Definition, INDEXES);
  const triggers = await listRows(dataSource, Definition, TRIGGERS);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const blocks = tables.map((table) => {
    const own = <T extends { table: string }>(lines: readonly T[]) => lines.filter((line) => line.table === table);
    const inside = [
      ...own(columns).map(column),
      ...own(constraints).map(({ name, definition }) => `constraint ${name} ${definition}`),
    ];
    const after = own([...indexes, ...triggers]).map(({ definition }) => `${definition.replaceAll('public.', '')};\n`);
    return `create table ${table} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n);\n${after.join('')}`;
  });
  return `-- Printed from the migrations by a test; do not edit.\n\n${blocks.join('\n')}`;
}
