import { type Change, changed, without } from './sql-change';
import type { Fields } from './sql-tree';
import { isFields, listOf, nameOf, nameTree } from './sql-tree';

const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  sum: ['max'],
  avg: ['sum'],
  min: ['max'],
  max: ['min'],
  rank: ['dense_rank', 'row_number'],
  dense_rank: ['rank'],
  row_number: ['rank'],
  lag: ['lead'],
  lead: ['lag'],
  first_value: ['last_value'],
  last_value: ['first_value'],
  bool_and: ['bool_or'],
  bool_or: ['bool_and'],
  percentile_cont: ['percentile_disc'],
  greatest: ['least'],
  floor: ['ceil'],
  ceil: ['floor'],
  round: ['floor'],
  upper: ['lower'],
  lower: ['upper'],
};

/** Every change to a call of a function, an aggregate or a window function. */
export function ofCall(node: Fields): readonly Change[] {
  const word = nameOf(node['funcname']);
  const others = (FUNCTIONS[word] ?? []).map((after) =>
    changed('function', word, after, { FuncCall: { ...node, funcname: nameTree(after) } }),
  );
  return [
    ...others,
    ...ofCount(word, node),
    ...ofDistinct(word, node),
    ...ofArguments(word, node),
    ...ofWindow(word, node),
  ];
}

function ofCount(word: string, node: Fields): readonly Change[] {
  if (word !== 'count' || node['agg_star'] === true || node['agg_distinct'] === true) return [];
  const { args: _args, ...rest } = node;
  return [changed('function', 'count(…)', 'count(*)', { FuncCall: { ...rest, agg_star: true } })];
}

function ofDistinct(word: string, node: Fields): readonly Change[] {
  const { agg_distinct: isDistinct, agg_filter: filter, ...rest } = node;
  const kept = filter === undefined ? {} : { agg_filter: filter };
  const distinct =
    isDistinct === true
      ? [changed('distinct', `${word}(distinct …)`, `${word}(…)`, { FuncCall: { ...rest, ...kept } })]
      : [];
  if (filter === undefined) return distinct;
  const unfiltered = { FuncCall: isDistinct === true ? { ...rest, agg_distinct: true } : rest };
  return [...distinct, changed('clause', 'filter', 'nothing', unfiltered)];
}

function ofArguments(word: string, node: Fields): readonly Change[] {
  const [left, right, ...more] = listOf(node['args']);
  if (left === undefined || right === undefined || more.length > 0) return [];
  return [changed('arguments', `${word}(a, b)`, `${word}(b, a)`, { FuncCall: { ...node, args: [right, left] } })];
}

function ofWindow(word: string, node: Fields): readonly Change[] {
  const over = node['over'];
  if (!isFields(over)) return [];
  return ['partitionClause', 'orderClause'].flatMap((clause) => {
    const keys = listOf(over[clause]);
    const name = clause === 'partitionClause' ? 'partition by' : 'order by';
    return keys.map((_, index) => {
      const { [clause]: _dropped, ...rest } = over;
      const left = without(keys, index);
      const window = left.length === 0 ? rest : { ...rest, [clause]: left };
      return changed('window', `${word}: key ${index + 1} of ${name}`, 'nothing', {
        FuncCall: { ...node, over: window },
      });
    });
  });
}
