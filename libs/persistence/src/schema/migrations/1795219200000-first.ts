import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_ATTEMPTS } from './first-attempts';
import { FIRST_BANK } from './first-bank';
import { FIRST_PEOPLE } from './first-people';

/** Tables of people, organizations, the bank, attempts and their results. */
export class First1795219200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [FIRST_PEOPLE, FIRST_BANK, FIRST_ATTEMPTS]) await runner.query(statements);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
