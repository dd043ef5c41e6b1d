import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ATTEMPT_SPACE, copyId, tokenOf } from './many-attempts.mjs';
import { operation } from './operations.mjs';

const AT_ONCE = 25;

/** One open page: a websocket that listens for news of the attempt. Resolves when the server has accepted it. */
function openSocket(port, person) {
  const headers = { cookie: `holdout-candidate=${tokenOf(person)}` };
  const webSocketImpl = class extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  };
  const client = createClient({ url: `ws://127.0.0.1:${port}/graphql`, webSocketImpl, lazy: false, retryAttempts: 0 });
  const request = { query: '', ...operation('AttemptNews', { attemptId: copyId(ATTEMPT_SPACE, person) }) };
  const state = { isOpen: false, error: null };
  const failed = (error) => (state.error ??= error);
  client.subscribe(request, { next: () => undefined, error: failed, complete: () => failed('completed') });
  const accepted = new Promise((resolve, reject) => {
    client.on('connected', () => {
      state.isOpen = true;
      resolve();
    });
    client.on('closed', (event) => {
      state.isOpen = false;
      reject(new Error(`A socket was closed: ${JSON.stringify(state.error ?? event.reason)}`));
    });
  });
  return { state, accepted, close: () => client.dispose() };
}

/** As many pages as asked for, spread over the processes; `alive` says how many still listen without an error. */
export async function openSockets(ports, count) {
  const sockets = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) =>
      openSocket(ports[(from + n) % ports.length], from + n),
    );
    await Promise.all(some.map(({ accepted }) => accepted));
    sockets.push(...some);
  }
  return {
    alive: () => sockets.filter(({ state }) => state.isOpen && state.error === null).length,
    close: () => Promise.all(sockets.map(({ close }) => close())),
  };
}
