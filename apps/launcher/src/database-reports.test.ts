import { FailureReports } from './database-reports';

test('a reason is printed once a minute, at once when it changes, and again after the server ran', () => {
  const printed: string[] = [];
  let now = 0;
  const reports = new FailureReports(
    (line) => printed.push(line),
    () => now,
  );
  const tell = (reason: string, atMs: number): void => {
    now = atMs;
    reports.failed(new Error(reason), 500);
  };
  tell('full', 0);
  tell('full', 30_000);
  expect(printed).toEqual(['full\nThe start is tried again in 0.5 s, and then in growing gaps.']);
  tell('damaged', 40_000);
  expect(printed).toHaveLength(2);
  tell('damaged', 99_999);
  expect(printed).toHaveLength(2);
  tell('damaged', 100_000);
  expect(printed).toHaveLength(3);
  reports.started();
  tell('damaged', 100_001);
  expect(printed.slice(3)).toEqual(['The database runs again.', expect.stringContaining('damaged')]);
});
