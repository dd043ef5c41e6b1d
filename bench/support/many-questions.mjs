/** Copies the loaded questions under other names, until there are `total`. */
export async function multiplyQuestions(dataSource, loaded, total) {
  const rounds = total / loaded - 1;
  await dataSource.query(
    `create temporary table more as
     select gen_random_uuid() as version, q.id || '-more-' || n as question, q.bank_id, q.slug || '-more-' || n as slug, v.id as of, n
     from question q join question_version v on v.id = q.current_version_id, generate_series(1, ${rounds}) n`,
  );
  await dataSource.query('insert into question (id, bank_id, slug) select question, bank_id, slug from more');
  await dataSource.query(
    `insert into question_version (id, question_id, content_hash, kind, title, level, minutes, licence, sources, languages,
       candidate_part, secret_part, search_words, loaded_at)
     select m.version, m.question, v.content_hash || m.n, kind, title || ' ' || m.n, level, minutes, licence, sources,
       languages, candidate_part, secret_part, search_words, loaded_at
     from more m join question_version v on v.id = m.of`,
  );
  await dataSource.query(
    `insert into question_version_skill select m.version, s.skill_id, s.position
     from more m join question_version_skill s on s.question_version_id = m.of`,
  );
  await dataSource.query('update question q set current_version_id = m.version from more m where m.question = q.id');
  for (const table of ['question', 'question_version', 'question_version_skill'])
    await dataSource.query(`analyze ${table}`);
}
