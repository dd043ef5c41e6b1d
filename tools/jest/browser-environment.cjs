const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom lacks a few globals that every browser has and that React Router and Apollo Client expect. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of ['TextEncoder', 'TextDecoder', 'structuredClone', 'fetch', 'Request', 'Response', 'Headers']) {
      this.global[name] ??= globalThis[name];
    }
    for (const name of ['ReadableStream', 'TransformStream', 'WritableStream', 'BroadcastChannel']) {
      this.global[name] ??= globalThis[name];
    }
  }
};
