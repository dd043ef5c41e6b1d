import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions are published to an organization's bank over the API, by members and by tokens with a scope of their own. */
export class PublishedBanks1796145000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bank add is_published boolean not null default false;
      alter table api_token drop constraint api_token_scopes_check, add constraint api_token_scopes_check
        check (cardinality(scopes) > 0 and scopes <@ array['read', 'invite', 'build', 'publish', 'manage']);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
