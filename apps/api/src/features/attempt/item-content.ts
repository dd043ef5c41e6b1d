import { fillTemplate } from '@holdout/bank';
import type { Policy } from '@holdout/assessment';
import type { MaterializedData } from '@holdout/grading';
import type { ItemRow } from '@holdout/persistence';
import type { ItemContent } from '../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import { shownItem } from './item-parts';
import { viewOf } from './kinds/registry';

type Shows = Pick<Policy, 'showsHints' | 'showsGroups' | 'languagesOf'>;

/** For members of an organization, who see a question whole. */
export const SHOWS_ALL: Shows = { showsHints: true, showsGroups: true, languagesOf: (offered) => offered };

/** The content of an item that the candidate sees: hints, groups of hidden cases and languages as the policy allows. */
export function contentOf(item: ItemRow, policy: Shows, publicData: MaterializedData | null): ItemContent {
  const part = shownItem(item);
  const filled = (markdown: string): string => setFormulas(fillTemplate(markdown, item.shown ?? {}));
  const text = {
    statement: filled(part.candidate.statement),
    hints: policy.showsHints ? part.candidate.hints.map(filled) : [],
  };
  return viewOf(part.kind).contentOf(part, { text, publicData, policy });
}
