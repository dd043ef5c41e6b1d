import { sandboxPackages } from './system-packages.mjs';

test('the sandbox’s list is found where the sandbox writes it down', () => {
  expect(sandboxPackages()).toEqual(expect.arrayContaining(['python3', 'python3-numpy', 'python3-seccomp']));
});
