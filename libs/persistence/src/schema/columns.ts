import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

type Kind = Omit<ColumnOptions, 'type'>;

/** The column types in use, each defined once. */
export const Uuid = (options: Kind = {}): PropertyDecorator => Column({ type: 'uuid', ...options });
export const UuidKey = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });
export const Text = (options: Kind = {}): PropertyDecorator => Column({ type: 'text', ...options });
export const TextKey = (): PropertyDecorator => PrimaryColumn({ type: 'text' });
export const Texts = (options: Kind = {}): PropertyDecorator => Column({ type: 'text', array: true, ...options });
export const Uuids = (options: Kind = {}): PropertyDecorator => Column({ type: 'uuid', array: true, ...options });
export const Words = (options: Kind = {}): PropertyDecorator => Column({ type: 'tsvector', ...options });
export const Moment = (options: Kind = {}): PropertyDecorator => Column({ type: 'timestamptz', ...options });
export const Json = (options: Kind = {}): PropertyDecorator => Column({ type: 'jsonb', ...options });
export const Bytes = (options: Kind = {}): PropertyDecorator => Column({ type: 'bytea', ...options });
export const Whole = (options: Kind = {}): PropertyDecorator => Column({ type: 'integer', ...options });
export const Small = (options: Kind = {}): PropertyDecorator => Column({ type: 'smallint', ...options });
export const Real = (options: Kind = {}): PropertyDecorator => Column({ type: 'double precision', ...options });
export const Flag = (options: Kind = {}): PropertyDecorator => Column({ type: 'boolean', ...options });

export const nullable = { nullable: true } as const;

/** The expression of a check constraint for a column that has one of a list of values. */
export const isOneOf = (column: string, values: readonly string[]): string =>
  `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;
