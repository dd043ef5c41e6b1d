import { ofCall } from './sql-call-changes';
import { type Change, changed, without } from './sql-change';
import type { Fields, Tree } from './sql-tree';
import { inside, isFields, listOf, nameOf, nameTree, textOf } from './sql-tree';

type Words = Readonly<Record<string, string>>;

const BOUNDARIES: Words = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const COMPARISONS: Words = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '<>', '<>': '=', '!=': '=' };
const ARITHMETIC: Words = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };

const PLANTERS: Readonly<Record<string, (node: Fields) => readonly Change[]>> = {
  A_Expr: ofExpression,
  A_Const: ofConstant,
  BoolExpr: ofBoolean,
  NullTest: ofNullTest,
  FuncCall: ofCall,
  JoinExpr: ofJoin,
  SortBy: ofSort,
  CoalesceExpr: (node) => [changed('coalesce', 'coalesce', 'its first argument', listOf(node['args'])[0] ?? null)],
  CaseExpr: ofCase,
  SelectStmt: ofSelect,
};

/** Every change to a node of this type. */
export function changesOf(type: string, node: Fields): readonly Change[] {
  return PLANTERS[type]?.(node) ?? [];
}

function ofExpression(node: Fields): readonly Change[] {
  const word = nameOf(node['name']);
  if (node['kind'] === 'AEXPR_BETWEEN') {
    const other = { A_Expr: { ...node, kind: 'AEXPR_NOT_BETWEEN', name: nameTree('NOT BETWEEN') } };
    return [changed('comparison', 'between', 'not between', other), ...openedBetween(node)];
  }
  if (node['kind'] === 'AEXPR_IN') {
    const other = word === '=' ? '<>' : '=';
    return [changed('comparison', 'in', 'not in', { A_Expr: { ...node, name: nameTree(other) } })];
  }
  if (node['kind'] !== 'AEXPR_OP') return [];
  const to = (operator: string, words: Words): readonly Change[] => {
    const after = words[word];
    return after === undefined ? [] : [changed(operator, word, after, { A_Expr: { ...node, name: nameTree(after) } })];
  };
  return [...to('boundary', BOUNDARIES), ...to('comparison', COMPARISONS), ...to('arithmetic', ARITHMETIC)];
}

/** `a between x and y` with an exclusive upper bound. */
function openedBetween(node: Fields): readonly Change[] {
  const [low, high] = listOf(inside(node['rexpr'], 'List')?.['items']);
  if (low === undefined || high === undefined) return [];
  const compare = (word: string, right: Tree): Tree => ({
    A_Expr: { kind: 'AEXPR_OP', name: nameTree(word), lexpr: node['lexpr'] ?? null, rexpr: right },
  });
  const open = { BoolExpr: { boolop: 'AND_EXPR', args: [compare('>=', low), compare('<', high)] } };
  return [changed('boundary', 'between', '>= and <', open)];
}

function ofConstant(node: Fields): readonly Change[] {
  if (isFields(node['boolval'])) {
    const value = node['boolval']['boolval'] === true;
    return [
      changed('constant', String(value), String(!value), { A_Const: { boolval: value ? {} : { boolval: true } } }),
    ];
  }
  if (isFields(node['fval'])) {
    const text = textOf(node['fval']['fval']);
    const after = String(Number(text) * 2);
    return [changed('constant', text, after, { A_Const: { fval: { fval: after } } })];
  }
  if (!isFields(node['ival'])) return [];
  const value = Number(node['ival']['ival'] ?? 0);
  const to = (other: number): Change =>
    changed('constant', String(value), String(other), { A_Const: { ival: other === 0 ? {} : { ival: other } } });
  return value > 0 ? [to(value + 1), to(value - 1)] : [to(value + 1)];
}

function ofBoolean(node: Fields): readonly Change[] {
  const parts = listOf(node['args']);
  if (node['boolop'] === 'NOT_EXPR') return [changed('condition', 'not', 'nothing', parts[0] ?? null)];
  const other = node['boolop'] === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR';
  const word = node['boolop'] === 'AND_EXPR' ? 'and' : 'or';
  const dropped = parts.map((_, index) =>
    changed(
      'clause',
      `part ${index + 1} of ${word}`,
      'nothing',
      parts.length === 2 ? (parts[1 - index] ?? null) : { BoolExpr: { ...node, args: without(parts, index) } },
    ),
  );
  return [
    changed('connector', word, word === 'and' ? 'or' : 'and', { BoolExpr: { ...node, boolop: other } }),
    ...dropped,
  ];
}

function ofNullTest(node: Fields): readonly Change[] {
  const isNull = node['nulltesttype'] === 'IS_NULL';
  const other = { NullTest: { ...node, nulltesttype: isNull ? 'IS_NOT_NULL' : 'IS_NULL' } };
  return [changed('condition', isNull ? 'is null' : 'is not null', isNull ? 'is not null' : 'is null', other)];
}

function ofJoin(node: Fields): readonly Change[] {
  const isInner = node['jointype'] === 'JOIN_INNER';
  if (isInner && node['quals'] === undefined && node['usingClause'] === undefined) return [];
  const other = { JoinExpr: { ...node, jointype: isInner ? 'JOIN_LEFT' : 'JOIN_INNER' } };
  return [changed('join', isInner ? 'inner join' : 'outer join', isInner ? 'left join' : 'inner join', other)];
}

function ofSort(node: Fields): readonly Change[] {
  const isDown = node['sortby_dir'] === 'SORTBY_DESC';
  const other = { SortBy: { ...node, sortby_dir: isDown ? 'SORTBY_ASC' : 'SORTBY_DESC' } };
  return [changed('order', isDown ? 'desc' : 'asc', isDown ? 'asc' : 'desc', other)];
}

function ofCase(node: Fields): readonly Change[] {
  const arms = listOf(node['args']);
  const { defresult, ...rest } = node;
  const dropped = arms.map((_, index) =>
    changed('case', `when ${index + 1}`, 'nothing', { CaseExpr: { ...node, args: without(arms, index) } }),
  );
  return [
    ...(arms.length > 1 ? dropped : []),
    ...(defresult === undefined ? [] : [changed('case', 'else', 'null', { CaseExpr: rest })]),
  ];
}

const CLAUSES: Words = { whereClause: 'where', havingClause: 'having', limitCount: 'limit', limitOffset: 'offset' };

function ofSelect(node: Fields): readonly Change[] {
  const dropped = Object.entries(CLAUSES).flatMap(([clause, word]) => {
    const { [clause]: part, ...rest } = node;
    if (part === undefined) return [];
    const select = clause === 'limitCount' ? { ...rest, limitOption: 'LIMIT_OPTION_DEFAULT' } : rest;
    return [changed('clause', word, 'nothing', { SelectStmt: select })];
  });
  return [...dropped, ...ofSets(node), ...ofKeys(node), ...ofSelectDistinct(node)];
}

function ofSets(node: Fields): readonly Change[] {
  if (node['op'] === 'SETOP_NONE' || node['op'] === undefined) return [];
  const isAll = node['all'] === true;
  const { all: _all, ...rest } = node;
  const word = textOf(node['op']).slice('SETOP_'.length).toLowerCase();
  const other = { SelectStmt: isAll ? rest : { ...rest, all: true } };
  return [changed('set', isAll ? `${word} all` : word, isAll ? word : `${word} all`, other)];
}

/** A sort or group key removed, unless it is the only one. */
function ofKeys(node: Fields): readonly Change[] {
  return ['sortClause', 'groupClause'].flatMap((clause) => {
    const keys = listOf(node[clause]);
    const word = clause === 'sortClause' ? 'order by' : 'group by';
    return keys.map((_, index) => {
      const { [clause]: _dropped, ...rest } = node;
      const left = without(keys, index);
      const select = left.length === 0 ? rest : { ...rest, [clause]: left };
      return changed('clause', `key ${index + 1} of ${word}`, 'nothing', { SelectStmt: select });
    });
  });
}

function ofSelectDistinct(node: Fields): readonly Change[] {
  const { distinctClause, ...rest } = node;
  return distinctClause === undefined ? [] : [changed('distinct', 'select distinct', 'select', { SelectStmt: rest })];
}
