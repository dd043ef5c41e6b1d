import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import type { OrderingFile } from './ordering-file';
import { closureOf, cycleIn, isKept, type Pair } from './precedence';

type Read = ReadFile<OrderingFile>;

/** The issues of an ordering. */
export function checkOrdering(read: Read): readonly BankIssue[] {
  const named = checkNames(read);
  if (named.length > 0) return named;
  return [...checkCycle(read), ...checkBeliefs(read), ...checkUsed(read), ...checkAccepted(read)];
}

/** The two steps of a pair, in either form. */
export function pairOf(before: OrderingFile['before'][number]): Pair {
  return 'steps' in before ? before.steps : before;
}

function checkNames({ yaml }: Read): readonly BankIssue[] {
  const { steps, before, leaveOut, accepted } = yaml.value;
  const refs = [
    ...before.flatMap((each, index) => pairOf(each).map((id) => ({ path: ['before', index], id }))),
    ...Object.keys(leaveOut).map((id) => ({ path: ['leaveOut', id], id })),
    ...accepted.flatMap((order, index) => order.map((id) => ({ path: ['accepted', index], id }))),
  ];
  const most = Object.keys(steps).length > 16 ? [yaml.issueAt(['steps'], 'at most 16 steps can be ordered')] : [];
  return [...checkKnown(yaml, refs, (id) => Object.hasOwn(steps, id), 'steps'), ...most];
}

function checkCycle({ yaml }: Read): readonly BankIssue[] {
  const step = cycleIn(yaml.value.before.map(pairOf));
  return step === null ? [] : [yaml.issueAt(['before'], `"${step}" must come before itself; remove one of the pairs`)];
}

function checkBeliefs({ yaml, context }: Read): readonly BankIssue[] {
  const { before, leaveOut } = yaml.value;
  const refs = [
    ...before.flatMap((each, index) =>
      'steps' in each && each.misconception !== undefined
        ? [{ path: ['before', index, 'misconception'], id: each.misconception }]
        : [],
    ),
    ...Object.entries(leaveOut).flatMap(([step, reason]) =>
      typeof reason === 'string' ? [] : [{ path: ['leaveOut', step, 'misconception'], id: reason.misconception }],
    ),
  ];
  return checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml');
}

/** Every step must be ordered or left out: a step without a pair could be anywhere and would not count. */
function checkUsed({ yaml }: Read): readonly BankIssue[] {
  const { steps, before, leaveOut } = yaml.value;
  const ordered = new Set(before.flatMap((each) => [...pairOf(each)]));
  return Object.keys(steps).flatMap((id) => {
    const isLeftOut = Object.hasOwn(leaveOut, id);
    if (isLeftOut && ordered.has(id))
      return [yaml.issueAt(['leaveOut', id], `"${id}" is left out, but a pair names it`)];
    if (isLeftOut || ordered.has(id)) return [];
    return [yaml.issueAt(['steps', id], `no pair names "${id}"; order it, leave it out, or remove it`)];
  });
}

function checkAccepted({ yaml }: Read): readonly BankIssue[] {
  const { steps, before, leaveOut, accepted } = yaml.value;
  const pairs = closureOf(before.map(pairOf));
  const wanted = Object.keys(steps).filter((id) => !Object.hasOwn(leaveOut, id));
  return accepted.flatMap((order, index) => {
    const isWhole = order.length === wanted.length && wanted.every((id) => order.includes(id));
    if (!isWhole)
      return [yaml.issueAt(['accepted', index], `name each of ${wanted.join(', ')} once, and no other step`)];
    const [first, then] = pairs.find((pair) => !isKept(pair, order)) ?? [];
    if (first === undefined) return [];
    return [yaml.issueAt(['accepted', index], `here "${then ?? ''}" comes before "${first}", which "before" forbids`)];
  });
}
