import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The catalogue searches prefixes of words through an index of words; the trigram pattern before it read every text if a
 * word was common. Storage `main` keeps the words in their rows, while the JSON columns move out of line: a search for a
 * common word scans the table instead of the index.
 */
export class SearchWords1795284000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table question_version add column search_words tsvector;
      alter table question_version alter column search_words set storage main;
      alter table question_version disable trigger question_version_written_once;
      update question_version set search_words = array_to_tsvector(array(
        select distinct left(word, 60)
        from regexp_split_to_table(regexp_replace(normalize(search_text, nfkd), '[\u0300-\u036f]', '', 'g'),
          '[^[:alnum:]]+') word
        where word <> ''));
      alter table question_version enable trigger question_version_written_once;
      alter table question_version alter column search_words set not null;
      alter table question_version drop column search_text;
      create index question_version_search_idx on question_version using gin (search_words);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
