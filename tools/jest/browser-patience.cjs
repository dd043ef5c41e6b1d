const { configure } = require('@testing-library/react');
const { CONDITION_MS } = require('./waits.cjs');

configure({ asyncUtilTimeout: CONDITION_MS });
