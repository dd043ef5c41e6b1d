const { TEST_MS } = require('./waits.cjs');

// Not `testTimeout` of the configuration, which Jest does not apply to hooks in a project.
jest.setTimeout(TEST_MS);
