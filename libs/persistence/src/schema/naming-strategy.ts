import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const tableOf = (tableOrName: Table | string): string =>
  (typeof tableOrName === 'string' ? tableOrName : tableOrName.name).split('.').pop() ?? '';

/** PostgreSQL's default names of constraints, so that migrations can leave them out. */
export class PostgresNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }

  override foreignKeyName(tableOrName: Table | string, columnNames: string[]): string {
    return `${tableOf(tableOrName)}_${columnNames.join('_')}_fkey`;
  }

  override primaryKeyName(tableOrName: Table | string): string {
    return `${tableOf(tableOrName)}_pkey`;
  }
}
