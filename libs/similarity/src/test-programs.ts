/** Numbers that look random, the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const SHAPES: readonly ((a: string, b: string, n: number) => string)[] = [
  (a, b, n) => `    ${a} = ${b} + ${n}`,
  (a, b, n) => `    if ${a} > ${n}:\n        ${b} = ${a}`,
  (a, b) => `    for ${a} in ${b}:\n        print(${a})`,
  (a, b, n) => `    ${a} = [x * ${n} for x in ${b} if x]`,
  (a, b, n) => `    ${a}[${n}] = ${b}.mean(axis=${n})`,
  (a, b) => `    while not ${a}:\n        ${a} -= ${b}`,
  (a, b, n) => `    ${a}, ${b} = ${b}, ${a} ** ${n}`,
  (a, b) => `    try:\n        ${a}(${b})\n    except ValueError:\n        return None`,
  (a, b, n) => `    assert ${a} is not ${b}, "value ${n}"`,
  (a, b) => `    ${a} = {k: v for k, v in ${b}.items()}`,
  (a, b, n) => `    ${a} = ${b} if ${a} else lambda z: z % ${n}`,
  (a, b) => `    with open(${a}) as ${b}:\n        yield from ${b}`,
];

const NAMES = ['rows', 'total', 'mean', 'left', 'right', 'count'] as const;

/** A Python function of so many random statements; `name` gives the names that stand in it. */
export function pythonProgram(seed: number, statements: number, name = (of: string) => of): string {
  const next = numbersFrom(seed);
  const one = () => name(NAMES[next(NAMES.length)] ?? 'rows');
  const lines = Array.from({ length: statements }, () => SHAPES[next(SHAPES.length)]?.(one(), one(), next(9)) ?? '');
  return `def ${name('solve')}(${name('rows')}):\n${lines.join('\n')}\n`;
}

export const many = (count: number, statements: number, from = 1) =>
  Array.from({ length: count }, (_, n) => ({ id: `p${n}`, source: pythonProgram(from + n * 7_919, statements) }));
