// A file clones a database and starts a whole api, on a machine that may be busy with others. A project's own
// `testTimeout` is not heeded by hooks.
jest.setTimeout(30_000);
