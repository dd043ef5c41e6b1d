const { TEST_MS } = require('./waits.cjs');

// Not `testTimeout` of the configuration, which hooks do not heed in a project.
jest.setTimeout(TEST_MS);
