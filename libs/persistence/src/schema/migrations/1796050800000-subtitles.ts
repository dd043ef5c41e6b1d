import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The subtitle of a version, shown under its title and searched. Versions that are stored already take it from their
 * bundle, which the graders read; a new database has no such table yet, and no versions.
 */
export class Subtitles1796050800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table question_version add column subtitle text;
      alter table question_version disable trigger question_version_written_once;
      do $$ begin
        if to_regclass('grading.bundle') is not null then
          update question_version v set subtitle = b.content ->> 'subtitle',
            search_words = array_to_tsvector(tsvector_to_array(v.search_words) || array(
              select distinct left(word, 60)
              from regexp_split_to_table(regexp_replace(normalize(lower(b.content ->> 'subtitle'), nfkd),
                '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+') word
              where word <> ''))
          from grading.bundle b
          where b.hash = v.content_hash and b.content ->> 'subtitle' is not null;
        end if;
      end $$;
      alter table question_version enable trigger question_version_written_once;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
