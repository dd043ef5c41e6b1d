import type { Value } from '@holdout/sandbox';
import { aWarmR, anRProgram } from './test-r';
import type { RBox } from './test-r';
import { valuesOf } from '../test-sandbox';

let box: RBox;
beforeAll(async () => {
  box = await aWarmR();
});
afterAll(() => box.close());

describe('between boxes', () => {
  test('no state is carried over', async () => {
    const source = `solve <- function() {
      seen <- list(exists("left", globalenv()), file.exists("/box/left"), getOption("left"), Sys.getenv("LEFT"),
        search()[2], names(warnings()))
      left <<- 1; writeLines("x", "/box/left"); options(left = 1); Sys.setenv(LEFT = "1")
      attach(list(left = 1)); warning("left")
      seen
    }`;
    const fresh = [false, false, null, '', 'package:stats', null];
    expect(await box.solved(source)).toEqual([fresh]);
    expect(await box.solved(source)).toEqual([fresh]);
    // Control: the same probe does see state left by an earlier call of its own program.
    expect((await box.solved(source, [], []))[1]).toEqual([true, true, 1, '1', 'list(left = 1)', 'left']);
  });

  test('random numbers differ', async () => {
    const source = 'solve <- function() c(runif(1), rnorm(1), sample(1e6, 1))';
    const [first, second] = await Promise.all([box.solved(source), box.solved(source)]);
    expect(first).not.toEqual(second);
  });

  test('random numbers with a fixed seed are those of any R', async () => {
    expect(await box.solved('solve <- function() { set.seed(1); round(runif(3), 6) }')).toEqual([
      [0.265509, 0.372124, 0.572853],
    ]);
  });
});

describe('the host', () => {
  test('is invisible', async () => {
    const source = `solve <- function() list(
      sort(list.files("/")), sort(names(Sys.getenv())), file.exists("/proc/self"), file.exists("/etc/hostname"),
      sort(list.files(.Library)), nrow(utils::data()$results), exists("airquality"), requireNamespace("datasets", quietly = TRUE))`;
    expect(await box.solved(source)).toEqual([
      [
        ['box', 'dev', 'empty', 'etc', 'lib', 'lib64', 'tmp', 'usr'],
        [
          'HOME',
          'LANG',
          'LC_CTYPE',
          'OMP_NUM_THREADS',
          'OPENBLAS_NUM_THREADS',
          'PATH',
          'R_DEFAULT_PACKAGES',
          'R_HOME',
          'TMPDIR',
          'TZ',
        ],
        false,
        false,
        [
          'base',
          'compiler',
          'grDevices',
          'graphics',
          'grid',
          'methods',
          'parallel',
          'splines',
          'stats',
          'stats4',
          'tools',
          'utils',
        ],
        0,
        false,
        false,
      ],
    ]);
  });

  test.each([
    ['reading a file of the host', 'readLines("/etc/shadow")', /cannot open/],
    ['writing a file outside the box', 'writeLines("x", "/usr/lib/R/evil")', /cannot open/],
    ['starting a program', 'system("id", intern = TRUE)', /cannot popen/],
    ['forking a process', 'parallel::mcparallel(1)', /unable to fork/],
    ['opening a socket', 'socketConnection(port = 22)', /internet.so: cannot open/],
    ['fetching a page', 'readLines(url("http://127.0.0.1/"))', /internet.so: cannot open/],
  ])('refuses %s', async (_name, act, message) => {
    const source = `solve <- function() tryCatch({ ${act}; "done" }, error = conditionMessage, warning = conditionMessage)`;
    expect((await box.solved(source))[0]).toMatch(message);
  });

  test('gives each box a tmpfs of its own, which also receives plots', async () => {
    const source = `solve <- function() {
      path <- tempfile(); writeLines("x", path); plot(1:3); dev.off()
      list(readLines(path), getwd(), sort(list.files()), startsWith(path, tempdir()))
    }`;
    expect(await box.solved(source)).toEqual([['x', '/box', ['Rplots.pdf', 'main.R', 'tmp'], true]]);
  });

  test('shows an author the datasets of R and those of the question', async () => {
    const datasets = [{ id: 'own', files: { 'rows.csv': `${process.cwd()}/package.json` } }];
    const source = `solve <- function() list(
      dim(datasets::airquality), dim(MASS::Pima.tr), nrow(survival::valveSeat), file.exists("/data/own/rows.csv"))`;
    expect(valuesOf(await box.run(anRProgram(source, { root: 'author', datasets })))).toEqual([
      [[153, 6], [200, 8], 89, true],
    ]);
  });
});

test('ordinary work runs, with a single thread', async () => {
  const source = `solve <- function(frame) {
    fit <- glm(y ~ x, data = frame, family = binomial)
    means <- tapply(frame$x, frame$g, mean)
    joined <- merge(frame, data.frame(g = c("a", "b"), w = 1:2))
    list(round(sum(fitted(fit)), 6), means, nrow(joined), gsub("[aeiou]", "", "regular"), det(matrix(c(2, 0, 0, 3), 2)))
  }`;
  const frame: Value = {
    $: 'dataframe',
    index: [0, 1, 2, 3],
    columns: [
      { name: 'x', dtype: 'float64', values: [1, 2, 3, 4] },
      { name: 'y', dtype: 'int64', values: [0, 1, 0, 1] },
      { name: 'g', dtype: 'object', values: ['a', 'b', 'a', 'b'] },
    ],
  };
  const [answer] = await box.solved(source, [frame]);
  expect(answer).toEqual([
    2,
    { $: 'series', name: null, dtype: 'float64', index: ['a', 'b'], values: [2, 3] },
    4,
    'rglr',
    6,
  ]);
});

test.each<[string, string, Value]>([
  ['recurses 4,000 times', 'solve <- function(n = 4000) if (n == 0) 0 else 1 + solve(n - 1)', 4000],
  [
    'defines S4 and S3 classes',
    `setClass("Point", representation(x = "numeric"))
     setMethod("length", "Point", function(x) 7L)
     print.money <- function(x, ...) cat("$", unclass(x), "\\n")
     solve <- function() c(length(new("Point", x = 1)), capture.output(print(list(structure(5, class = "money")))))`,
    ['7', '[[1]]', '$ 5 ', ''],
  ],
  [
    'converts to another time zone',
    'solve <- function() format(as.POSIXct("2026-07-01 12:00", tz = "UTC"), "%H:%M %Z", tz = "Europe/Berlin")',
    '14:00 CEST',
  ],
  ['uses a primitive as its function', 'solve <- sum', 0],
])('supports a program that %s', async (_name, source, answer) => {
  expect(await box.solved(source)).toEqual([answer]);
});

test('describe() reports the version of R', async () => {
  const report = (await box.sandbox.describe()).find(({ profile }) => profile === 'r');
  expect(report).toMatchObject({ usable: true, missing: [] });
  expect(report?.versions['R']).toMatch(/^4\.\d+\.\d+$/);
});

test.each([
  ['all file descriptors', 'file(tempfile(), "w")'],
  ['all connections of R', 'rawConnection(raw())'],
])('a program that has used %s is answered, and its warnings are shown', async (_name, use) => {
  const source = `
    held <- list()
    solve <- function(value) {
      suppressWarnings(try(for (i in 1:300) held[[length(held) + 1]] <<- ${use}, silent = TRUE))
      warning("careful")
      value
    }`;
  const run = await box.run(anRProgram(source, { calls: [[1], [2]] }));
  expect([run.end, valuesOf(run)]).toEqual([{ kind: 'answered' }, [1, 2]]);
  expect(run.stderr).toContain('careful');
});
