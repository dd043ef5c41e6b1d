// A file clones a database and starts a whole API, or renders whole pages, on a machine that may be busy with other work.
// A project's own `testTimeout` does not apply to hooks.
jest.setTimeout(30_000);
