import { fillTemplate } from '@holdout/bank';
import type { MaterializedData } from '@holdout/grading';
import type { ItemRow } from '@holdout/persistence';
import type { ItemContent } from '../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import { shownItem } from './item-parts';
import { viewOf } from './kinds/registry';

/** The content of an item that the candidate sees. Hints only if the policy allows them. */
export function contentOf(item: ItemRow, withHints: boolean, publicData: MaterializedData | null): ItemContent {
  const part = shownItem(item);
  const filled = (markdown: string): string => setFormulas(fillTemplate(markdown, item.shown ?? {}));
  const text = {
    statement: filled(part.candidate.statement),
    hints: withHints ? part.candidate.hints.map(filled) : [],
  };
  return viewOf(part.kind).contentOf(part, { text, publicData });
}
