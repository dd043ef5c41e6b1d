import { sandboxPackages } from './system-packages.mjs';

test('the packages are found in the source of the sandbox', () => {
  const all = ['python3', 'python3-numpy', 'python3-seccomp', 'r-base-core'];
  expect(sandboxPackages('')).toEqual(expect.arrayContaining(all));
  expect(sandboxPackages('sql, R')).toEqual(sandboxPackages(''));
});

test('packages that only R needs are left out if R is not offered', () => {
  const narrowed = sandboxPackages('python,sql');
  expect(sandboxPackages('').filter((name) => !narrowed.includes(name))).toContain('r-base-core');
  expect(narrowed).toEqual(expect.arrayContaining(['python3', 'python3-pandas']));
});
