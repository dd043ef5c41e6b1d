import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Limits, ProgramError } from '@holdout/sandbox';
import { errorOf } from '../test-sandbox';
import { aWarmR, anRProgram } from './test-r';
import type { RBox } from './test-r';

let box: RBox;
beforeAll(async () => {
  box = await aWarmR();
});
afterAll(() => box.close());

const CRASH = `solve <- function() {
  dyn.load(list.files("/usr/lib", "^libc.so.6$", recursive = TRUE, full.names = TRUE)[1])
  .C("abort")
}`;

describe('errors', () => {
  test('have a line number and only frames of the program', async () => {
    const source =
      'mean_of <- function(x) {\n  x <- unlist(x)\n  sum(x) / "n"\n}\nsolve <- function(rows) {\n  mean_of(rows)\n}\n';
    const error = errorOf(await box.run(anRProgram(source, { calls: [[[1, 2]]] })));
    expect(error).toMatchObject({ type: 'simpleError', message: 'non-numeric argument to binary operator', line: 3 });
    expect(error.traceback).toMatchInlineSnapshot(`
     "Error in sum(x)/"n" : non-numeric argument to binary operator
       main.R, line 6: mean_of(rows)
       main.R, line 3: sum(x) / "n""
    `);
  });

  test('of one call do not prevent the next, and keep their condition class', async () => {
    const source = 'solve <- function(x) if (x == 0) stop(errorCondition("no zero", class = "zero")) else 1 / x';
    const run = await box.run(anRProgram(source, { calls: [[0], [2]] }));
    expect(run.answer).toMatchObject({
      calls: [
        { ok: false, error: { type: 'zero', message: 'no zero', line: 1 } },
        { ok: true, value: 0.5 },
      ],
    });
  });

  test.each([
    ['a syntax error', 'x <- 1\nsolve <- function( {', { type: 'parseError', line: 2 }],
    ['a missing package', '\nlibrary(ggplot2)', { type: 'packageNotFoundError', line: 2 }],
    ['a missing function', 'solved <- function() 1', { message: 'main.R has no function named solve' }],
    ['a value in place of the function', 'solve <- 1', { message: 'main.R has no function named solve' }],
    [
      'stop',
      '\n\nstop("early")',
      { type: 'simpleError', message: 'early', line: 3, traceback: expect.stringContaining('Error: early') as string },
    ],
  ])('at load are reported: %s', async (_name, source, expected) => {
    const run = await box.run(anRProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect((run.answer as { loadError: ProgramError }).loadError).toMatchObject(expected);
  });

  test('in another file name that file', async () => {
    const files = { 'main.R': 'source("other.R")', 'other.R': '\nsolve <- function() {\n  stop("there")\n}' };
    const error = errorOf(await box.run(anRProgram('', { files })));
    expect(error.traceback).toContain('other.R, line 3: stop("there")');
    expect(error.line).toBeUndefined();
  });

  test.each([
    [
      'without a base case',
      '\nsolve <- function(n = 1) solve(n + 1)',
      { type: 'expressionStackOverflowError', line: 2 },
    ],
    [
      'without a base case, with a higher limit',
      'options(expressions = 5e5)\nsolve <- function(n = 1) solve(n + 1)',
      { type: 'CStackOverflowError' },
    ],
  ])('report recursion %s', async (_name, source, expected) => {
    const run = await box.run(anRProgram(source));
    expect(run.end).toEqual({ kind: 'answered' });
    expect(errorOf(run)).toMatchObject(expected);
  });
});

describe('ends', () => {
  const small: Partial<Limits> = { cpuMs: 1000, wallMs: 5000 };
  test.each<[string, string, object, Partial<Limits>]>([
    ['returns', 'solve <- function() 1', { kind: 'answered' }, {}],
    ['quits', 'solve <- function() quit(status = 3)', { kind: 'exited', code: 3 }, {}],
    ['quits at load', 'q("no")\nsolve <- function() 1', { kind: 'exited', code: 0 }, {}],
    ['invokes the abort restart', 'solve <- function() invokeRestart("abort")', { kind: 'exited', code: 1 }, {}],
    ['loops forever', 'solve <- function() repeat {}', { kind: 'overLimit', limit: 'cpu' }, small],
    [
      'loops forever in a finally clause',
      'solve <- function() tryCatch(stop(), finally = repeat {})',
      { kind: 'overLimit', limit: 'cpu' },
      small,
    ],
    ['sleeps', 'solve <- function() Sys.sleep(60)', { kind: 'overLimit', limit: 'wall' }, { wallMs: 500 }],
    [
      'accumulates memory',
      'solve <- function() { x <- list(); repeat x <- c(x, list(numeric(1e6) + 1)) }',
      { kind: 'overLimit', limit: 'memory' },
      {},
    ],
    ['allocates too much at once', 'solve <- function() numeric(1e13)', { kind: 'overLimit', limit: 'memory' }, {}],
    [
      'prints too much',
      'solve <- function() repeat cat(strrep("x", 10000))',
      { kind: 'overLimit', limit: 'output' },
      {},
    ],
    [
      'writes too much to stderr',
      'solve <- function() repeat message(strrep("x", 10000))',
      { kind: 'overLimit', limit: 'output' },
      {},
    ],
    ['returns too much', 'solve <- function() strrep("x", 2e6)', { kind: 'overLimit', limit: 'output' }, {}],
    ['crashes', CRASH, { kind: 'signalled', signal: 'SIGSEGV' }, {}],
  ])('are reported for a program that %s', async (_name, source, end, limits) => {
    expect((await box.run(anRProgram(source, { limits }))).end).toEqual(end);
  });

  test('include measured CPU time and memory', async () => {
    const run = await box.run(anRProgram('solve <- function() sum(sqrt(seq_len(1e7) + 0.5))'));
    expect(run.cpuMs).toBeGreaterThan(20);
    expect(run.memoryBytes).toBeGreaterThan(80_000_000);
  });
});

describe('output', () => {
  test('is kept, with warnings as Rscript prints them', async () => {
    const source = [
      'print(1:3)',
      '"shown"',
      'hidden <- 2',
      'solve <- function(x) {',
      '  cat("out\\n")',
      '  message("err")',
      '  warning("careful")',
      '  invisible(x)',
      '}',
    ].join('\n');
    const run = await box.run(anRProgram(source, { calls: [[1]] }));
    expect(run.stdout).toBe('[1] 1 2 3\n[1] "shown"\nout\n');
    expect(run.stderr).toBe('err\nWarning message:\nIn solve(x) : careful\n');
  });

  test('equals that of Rscript', async () => {
    const script = [
      'frame <- data.frame(x = c(1.5, 2.25, 4), group = c("a", "b", "a"), flag = c(TRUE, NA, FALSE))',
      'frame',
      'str(frame)',
      'summary(lm(x ~ group, frame))',
      'table(frame$group)',
      'sort(c("b", "A", "a", "B"))',
      'list(a = 1, b = list(pi, NULL))',
      'print(100000); 1e5; 123456.789; 1e-20',
      'x <- as.integer("a")',
      'message("done")',
    ].join('\n');
    const env = { LANG: 'C', LC_CTYPE: 'C.UTF-8', TZ: 'UTC', PATH: process.env['PATH'] };
    const outside = await promisify(execFile)('Rscript', ['--vanilla', '-e', script], { env });
    const inside = await box.run(anRProgram(`${script}\nsolve <- function() 1`));
    expect(inside.stdout).toBe(outside.stdout);
    expect(inside.stderr).toContain('NAs introduced by coercion');
    expect(inside.stderr).toContain('done');
  });

  test('is kept when the program quits; stdin is empty', async () => {
    const source = 'solve <- function() { cat("[", readline(), readLines("stdin"), "]", sep = ""); quit(status = 3) }';
    expect(await box.run(anRProgram(source))).toMatchObject({ end: { kind: 'exited', code: 3 }, stdout: '\n[]' });
  });

  test('is kept up to the output limit', async () => {
    const run = await box.run(
      anRProgram('cat(strrep("x", 100))\nsolve <- function() 1', { limits: { outputBytes: 50 } }),
    );
    expect(run).toMatchObject({ end: { kind: 'overLimit', limit: 'output' }, stdout: 'x'.repeat(50) });
  });
});
