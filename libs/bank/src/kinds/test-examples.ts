import type { Answer, Draw, LoadedBank, QuestionBundle, QuestionKind, WholeItem } from '../index';
import { kindOf, parseAnswer, rngOf } from '../index';

/** For tests: the questions of a bank that has one of each kind, drawn and answered. */
export function examplesOf({ questions }: LoadedBank) {
  const bundleOf = (kind: QuestionKind): QuestionBundle => {
    const found = questions.find(({ bundle }) => bundle.kind === kind)?.bundle;
    if (found === undefined) throw new Error(`The bank has no ${kind}.`);
    return found;
  };
  const drawnWith = (kind: QuestionKind, seed: string): Draw | null => kindOf(kind).draw(bundleOf(kind), rngOf(seed));
  const wholeOf = (kind: QuestionKind, more: object = {}): WholeItem<QuestionBundle> => {
    const { candidate, secret } = bundleOf(kind);
    return { candidate, secret, draw: drawnWith(kind, 'ab'), revealed: [], variant: null, ...more };
  };
  const answerOf = (kind: QuestionKind, body: object): Answer => {
    const parsed = parseAnswer(kind, { format: 1, kind, ...body });
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.answer;
  };
  return { bundleOf, drawnWith, wholeOf, answerOf };
}
