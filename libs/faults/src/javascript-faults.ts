import type { AnyNode, BinaryExpression, CallExpression, Node } from 'acorn';
import { parse } from 'acorn';
import type { Edit } from './edit';
import { faultOf } from './edit';
import type { UnnamedFault } from './fault';

const BOUNDARIES: Words = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const COMPARISONS: Words = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};
const ARITHMETIC: Words = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '**': '*',
  '&': '|',
  '|': '&',
  '^': '&',
  '<<': '>>',
  '>>': '<<',
  '>>>': '<<',
};
const CONNECTORS: Words = { '&&': '||', '||': '&&', '??': '&&' };
const FUNCTIONS: Words = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  trunc: 'ceil',
  some: 'every',
  every: 'some',
  push: 'unshift',
  unshift: 'push',
  pop: 'shift',
  shift: 'pop',
  log: 'log2',
  log2: 'log',
  exp: 'expm1',
  add: 'delete',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  find: 'findLast',
  findIndex: 'findLastIndex',
  slice: 'splice',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  keys: 'values',
  imul: 'max',
};
const SYMMETRIC: readonly string[] = ['min', 'max', 'imul', 'hypot', 'is'];

type Words = Readonly<Record<string, string>>;
type Planter = (node: AnyNode, source: string) => readonly Edit[];

const PLANTERS: { readonly [type in AnyNode['type']]?: Planter } = {
  BinaryExpression: (node, source) => ofBinary(node as BinaryExpression, source),
  LogicalExpression: (node, source) => {
    const { left, right, operator } = node as Of<'LogicalExpression'>;
    return between(source, { left, right, operator }, [['connector', CONNECTORS[operator]]]);
  },
  AssignmentExpression: (node, source) => {
    const { left, right, operator } = node as Of<'AssignmentExpression'>;
    const other = ARITHMETIC[operator.slice(0, -1)];
    return between(source, { left, right, operator }, [['arithmetic', other === undefined ? undefined : `${other}=`]]);
  },
  UnaryExpression: (node, source) => {
    const { operator, argument } = node as Of<'UnaryExpression'>;
    if (operator !== '-' && operator !== '!') return [];
    return [replaced('sign', node, `(${textOf(source, argument)})`)];
  },
  UpdateExpression: (node, source) => {
    const { operator } = node as Of<'UpdateExpression'>;
    const other = operator === '++' ? '--' : '++';
    return [replaced('arithmetic', node, textOf(source, node).replace(operator, other))];
  },
  Literal: (node) => ofLiteral(node as Of<'Literal'>),
  IfStatement: (node, source) => negated((node as Of<'IfStatement'>).test, source),
  ConditionalExpression: (node, source) => negated((node as Of<'ConditionalExpression'>).test, source),
  ReturnStatement: (node) => {
    const { argument } = node as Of<'ReturnStatement'>;
    return argument ? [replaced('return', argument, 'undefined')] : [];
  },
  ExpressionStatement: (node) =>
    (node as Of<'ExpressionStatement'>).directive === undefined ? [replaced('statement', node, ';')] : [],
  BreakStatement: (node) => [replaced('jump', node, 'continue;')],
  ContinueStatement: (node) => [replaced('jump', node, 'break;')],
  CallExpression: (node, source) => ofCall(node as CallExpression, source),
  NewExpression: () => [],
};

type Of<T extends AnyNode['type']> = Extract<AnyNode, { readonly type: T }>;

/**
 * Every fault that can be planted in a JavaScript module and still parses, in any order. TypeScript must be given with its
 * types replaced by spaces, which keeps lines and columns; the faulty source then has no types either.
 */
export function faultsOfJavaScript(source: string): readonly UnnamedFault[] {
  const edits: Edit[] = [];
  walk(parseModule(source), (node) => edits.push(...(PLANTERS[node.type]?.(node, source) ?? [])));
  return edits.flatMap((edit) => {
    const fault = faultOf(source, edit);
    return fault !== null && isModule(fault.source) ? [fault] : [];
  });
}

function parseModule(source: string): Node {
  return parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
}

function isModule(source: string): boolean {
  try {
    parseModule(source);
    return true;
  } catch {
    return false;
  }
}

function walk(node: Node, visit: (node: AnyNode) => void): void {
  visit(node as AnyNode);
  for (const part of Object.values(node).flat() as readonly unknown[]) if (isNode(part)) walk(part, visit);
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part && 'start' in part;
}

function ofBinary({ left, right, operator }: BinaryExpression, source: string): readonly Edit[] {
  return between(source, { left, right, operator }, [
    ['boundary', BOUNDARIES[operator]],
    ['comparison', COMPARISONS[operator]],
    ['arithmetic', ARITHMETIC[operator]],
  ]);
}

/** Replaces the operator between two expressions, skipping brackets and line breaks. */
function between(
  source: string,
  { left, right, operator }: { readonly left: Node; readonly right: Node; readonly operator: string },
  changes: readonly (readonly [string, string | undefined])[],
): readonly Edit[] {
  const start = source.indexOf(operator, left.end);
  if (start < 0 || start >= right.start) return [];
  return changes.flatMap(([name, after]) =>
    after === undefined ? [] : [{ operator: name, start, end: start + operator.length, after }],
  );
}

function replaced(operator: string, { start, end }: Node, after: string): Edit {
  return { operator, start, end, after };
}

function ofLiteral(node: Of<'Literal'>): readonly Edit[] {
  const { value } = node;
  if (typeof value === 'boolean') return [replaced('constant', node, String(!value))];
  if (typeof value !== 'number') return [];
  if (!Number.isInteger(value)) return [replaced('constant', node, String(value * 2))];
  const fewer = value > 0 ? [replaced('constant', node, String(value - 1))] : [];
  return [replaced('constant', node, String(value + 1)), ...fewer];
}

/** A single comparison is negated by its opposite operator; anything else by `!( )`. */
function negated(test: AnyNode, source: string): readonly Edit[] {
  const isComparison = test.type === 'BinaryExpression' && test.operator in COMPARISONS;
  return isComparison ? [] : [replaced('condition', test, `!(${textOf(source, test)})`)];
}

function ofCall({ callee, arguments: given }: CallExpression, source: string): readonly Edit[] {
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  const word = name.type === 'Identifier' ? name.name : '';
  const after = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined;
  const other = after === undefined ? [] : [replaced('function', name, after)];
  return SYMMETRIC.includes(word) ? other : [...other, ...swapped(given, source)];
}

function swapped(given: CallExpression['arguments'], source: string): readonly Edit[] {
  const [left, right] = given;
  if (!left || !right || given.length !== 2) return [];
  const after = textOf(source, right) + source.slice(left.end, right.start) + textOf(source, left);
  return [{ operator: 'arguments', start: left.start, end: right.end, after }];
}

function textOf(source: string, { start, end }: Node): string {
  return source.slice(start, end);
}
