import { rngOf } from '@holdout/bank';
import { chooseFaults } from './choose-faults';
import { faultOf } from './edit';
import type { UnnamedFault } from './fault';
import { named } from './fault';
import { faultsOfJavaScript } from './javascript-faults';
import { faultsOfSql, rewrittenSql } from './sql-faults';

const briefly = (faults: readonly UnnamedFault[]) =>
  faults.map(({ operator, line, column, before, after }) => `${operator} ${line}:${column} ${before} → ${after}`);

describe('JavaScript', () => {
  const source = `export function top(scores, k) {
  if (k <= 0 || !scores.length) return [];
  const order = [...scores].sort((a, b) => b - a);
  return order.slice(0, Math.min(k, order.length));
}
`;

  test('plants each operator at the place that it names', () => {
    expect(briefly(faultsOfJavaScript(source))).toEqual(
      expect.arrayContaining([
        'boundary 2:9 <= → <',
        'comparison 2:9 <= → >',
        'connector 2:14 || → &&',
        'constant 2:12 0 → 1',
        'sign 2:17 !scores.length → (scores.length)',
        'return 2:40 [] → undefined',
        'arithmetic 3:46 - → +',
        'function 4:30 min → max',
        'arguments 4:22 0, Math.min(k, order.length) → Math.min(k, order.length), 0',
      ]),
    );
  });

  test('every fault is the source with that one change', () => {
    for (const fault of faultsOfJavaScript(source)) {
      const start =
        source
          .split('\n')
          .slice(0, fault.line - 1)
          .join('\n').length +
        (fault.line > 1 ? 1 : 0) +
        fault.column -
        1;
      expect(source.slice(start).startsWith(fault.before)).toBe(true);
      expect(fault.source).toBe(source.slice(0, start) + fault.after + source.slice(start + fault.before.length));
    }
  });

  test('a change that would not parse is left out', () => {
    expect(
      faultsOfJavaScript('export const f = (x) => { for (;;) { if (x) break; } };\n').map(({ operator }) => operator),
    ).toEqual(['condition', 'jump']);
    expect(() => faultsOfJavaScript('export const = 1;')).toThrow(SyntaxError);
  });
});

describe('SQL', () => {
  const source = `SELECT o.month, COUNT(DISTINCT o.id) AS n, SUM(o.cents) AS cents
FROM orders o LEFT JOIN shipments s ON s.order_id = o.id
WHERE o.cents >= 100 AND s.id IS NOT NULL
GROUP BY o.month ORDER BY n DESC LIMIT 3`;

  test('plants each operator in the tree and prints the whole statement', async () => {
    const faults = await faultsOfSql(source);
    expect(briefly(faults)).toEqual(
      expect.arrayContaining([
        'boundary 3:15 >= → >',
        'comparison 3:15 >= → <',
        'constant 3:18 100 → 101',
        'condition 3:31 is not null → is null',
        'function 1:44 sum → max',
        'distinct 1:17 count(distinct …) → count(…)',
      ]),
    );
    const operators = new Set(faults.map(({ operator }) => operator));
    expect([...operators].sort()).toEqual(
      expect.arrayContaining(['boundary', 'clause', 'comparison', 'connector', 'constant', 'join', 'order']),
    );
    const whole = await rewrittenSql(source);
    for (const { source: faulty } of faults) expect(faulty).not.toBe(whole);
  });

  test('both sides of a set operation are reached, and the operation itself', async () => {
    const faults = await faultsOfSql('select a from t where a > 1 union select b from u limit 2');
    expect(briefly(faults)).toEqual(
      expect.arrayContaining(['set 1:8 union → union all', 'clause 1:8 where → nothing']),
    );
  });

  test('casts can be printed in the form that every dialect reads', async () => {
    const text = 'select cast(a as integer) from t where b > 1';
    expect(await rewrittenSql(text)).toContain('::int');
    expect(await rewrittenSql(text, 'standard')).toContain('CAST(a AS int)');
  });
});

test('a name contains operator, place and change, on one line', () => {
  const fault = faultOf('if (a <\n 1) b()', { operator: 'comparison', start: 6, end: 7, after: '>=' });
  expect(fault && named(fault).name).toBe('comparison@1:7 "<" to ">="');
});

test('the sample is stratified by operator and the same for the same seed', () => {
  const faults = ['a', 'a', 'a', 'a', 'b', 'c'].map((operator, index) =>
    named({ operator, line: index + 1, column: 1, before: 'x', after: 'y', source: `${index}` }),
  );
  const chosen = chooseFaults(faults, 4, rngOf('01'));
  expect(chosen.map(({ operator }) => operator).sort()).toEqual(['a', 'a', 'b', 'c']);
  expect(chooseFaults(faults, 4, rngOf('01'))).toEqual(chosen);
  expect(chooseFaults(faults, 30, rngOf('01'))).toHaveLength(6);
});
