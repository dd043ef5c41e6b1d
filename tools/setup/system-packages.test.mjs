import { sandboxPackages } from './system-packages.mjs';

test('the sandbox’s list is found where the sandbox writes it down', () => {
  const all = ['python3', 'python3-numpy', 'python3-seccomp', 'r-base-core'];
  expect(sandboxPackages('')).toEqual(expect.arrayContaining(all));
  expect(sandboxPackages('sql, R')).toEqual(sandboxPackages(''));
});

test('what only R needs is left out where R is not offered', () => {
  const narrowed = sandboxPackages('python,sql');
  expect(sandboxPackages('').filter((name) => !narrowed.includes(name))).toContain('r-base-core');
  expect(narrowed).toEqual(expect.arrayContaining(['python3', 'python3-pandas']));
});
