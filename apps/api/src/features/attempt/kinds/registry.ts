import type { QuestionKind } from '@holdout/bank';
import { choiceView } from './choice/choice-view';
import { codeView, modelView } from './code/code-view';
import { designView } from './design/design-view';
import type { KindView } from './kind-view';
import { numericView } from './numeric/numeric-view';
import { orderingView } from './ordering/ordering-view';
import { plotView } from './plot/plot-view';
import { readingView } from './reading/reading-view';
import { scenarioView } from './scenario/scenario-view';
import { textView } from './text/text-view';

const VIEWS: Readonly<Record<QuestionKind, KindView>> = {
  choice: choiceView,
  numeric: numericView,
  plot: plotView,
  ordering: orderingView,
  reading: readingView,
  text: textView,
  scenario: scenarioView,
  design: designView,
  code: codeView,
  model: modelView,
};

/** The GraphQL view of a question kind. */
export function viewOf(kind: QuestionKind): KindView {
  return VIEWS[kind];
}
