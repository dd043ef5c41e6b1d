import type { DraftEntry, PoolEntry } from '@holdout/assessment';
import type { AssessmentMessages } from '../../messages/assessment-messages';
import type { Messages } from '../../messages/en';
import type { BankNames } from './bank-names';
import { kindView } from './draft-view';

type Words = { readonly builder: AssessmentMessages['builder']; readonly kinds: Messages['names']['kinds'] };

/** The rule of a pool as a sentence. */
export function poolSentence(pool: PoolEntry, names: BankNames, { builder, kinds }: Words): string {
  return builder.pool.sentence({
    ...pool,
    kinds: pool.kinds.map((kind) => kinds[kindView(kind)]),
    skills: pool.skills.map((id) => names.topic(id)),
  });
}

/** How an entry is called on screen and in announcements. */
export function entryName(entry: DraftEntry, names: BankNames, words: Words): string {
  if (entry.kind === 'pool') return poolSentence(entry, names, words);
  return names.titleOf(entry.questionId) ?? words.builder.draft.gone(entry.questionId);
}
