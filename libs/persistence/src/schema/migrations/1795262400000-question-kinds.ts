import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items draw more than options, follow-up questions are revealed one at a time, and some points are marked by a person. */
export class QuestionKinds1795262400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table attempt_item add column draw jsonb, add column revealed jsonb not null default '[]';
      update attempt_item set draw = jsonb_build_object('options', to_jsonb(option_order)) where option_order is not null;
      alter table attempt_item drop column option_order;
      alter table score
        add column pending double precision not null default 0,
        add column marked_by text not null default 'key',
        add constraint score_marked_by_check check (marked_by in ('key', 'self')),
        add constraint score_pending check (pending >= 0 and earned + pending <= possible);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
