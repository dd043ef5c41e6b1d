import { GraphQLScalarType, Kind } from 'graphql';
import { AppError } from '../app-error';

function parse(text: unknown): Date {
  const moment = new Date(typeof text === 'string' ? text : Number.NaN);
  if (Number.isNaN(moment.getTime()))
    throw new AppError('BAD_INPUT', 'A DateTime must have the form 2026-01-31T12:00:00Z.');
  return moment;
}

/** Serialized as ISO 8601 in UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : parse(value)).toISOString(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
