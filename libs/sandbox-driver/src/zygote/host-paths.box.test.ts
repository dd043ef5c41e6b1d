import type { CallProgram } from '@holdout/sandbox';
import { aJavaScriptProgram, aPythonProgram, aSandbox } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { anRProgram } from './test-r';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox();
});
afterAll(() => box.close());

test.each<[string, CallProgram, RegExp]>([
  [
    'Python: the stack, which includes the harness and the zygote',
    aPythonProgram('import traceback\ndef solve():\n  traceback.print_stack()\n'),
    /File "box\/zygote\.py", line \d+, in main\n[^]*File "box\/harness\.py", line \d+, in _call\n/,
  ],
  [
    'Python: a warning of the caller',
    aPythonProgram('import warnings\ndef solve():\n  warnings.warn("look", stacklevel=2)\n'),
    /^box\/harness\.py:\d+: UserWarning: look\n/,
  ],
  [
    'Python: a coroutine that nothing awaits',
    aPythonProgram('async def other():\n  return 1\ndef solve():\n  other()\n  return 1\n'),
    /RuntimeWarning: coroutine 'other' was never awaited/,
  ],
  [
    'JavaScript: the stack',
    aJavaScriptProgram('export function solve() { console.error(new Error("look").stack); return 1; }\n'),
    /Error: look\n/,
  ],
  ['R: the calls', anRProgram('solve <- function() { message(format(sys.calls())); 1 }\n'), /solve/],
])('what a program prints has no path of the host (%s)', async (_what, program, printed) => {
  const { stderr } = await box.run(program);
  expect(stderr).toMatch(printed);
  expect(stderr).not.toContain(process.cwd());
});
