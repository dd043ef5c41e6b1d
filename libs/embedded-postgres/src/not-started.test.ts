import { causeIn, NotStarted } from './not-started';

test.each([
  ['disk full', 'FATAL:  could not write lock file "postmaster.pid": No space left on device'],
  [
    'disk full',
    'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device\nLOG:  startup process exited',
  ],
  [
    'port taken',
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
  ],
  ['left over', 'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use'],
  ['damaged', 'PANIC:  could not locate a valid checkpoint record at 0/1'],
  [
    'damaged',
    'postgres: could not find the database system\nDETAIL: could not open file "global/pg_control": No such file or directory',
  ],
  ['other version', 'FATAL:  database files are incompatible with server'],
  ['not readable', 'FATAL:  could not open file "PG_VERSION": Permission denied'],
  ['unknown', 'FATAL:  unrecognized configuration parameter "x"'],
])('%s is read from the log: %s', (why, log) => {
  expect(causeIn(log).why).toBe(why);
  expect(new NotStarted(causeIn(log)).message).toMatch(/^The database did not start: [A-Za-z ]+\n(.|\n)*[A-Z]+: /);
});
