import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { operation } from './operations.mjs';

/** A guest who stores the session cookie and sends the web app's operations. */
export class Guest {
  cookie = '';
  /** Sent with every request. */
  headers = {};

  constructor(url) {
    this.url = url;
  }

  async ask(name, variables) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, ...this.headers },
      body: JSON.stringify(operation(name, variables)),
    });
    const [line] = response.headers.getSetCookie();
    if (line) this.cookie = line.split(';', 1)[0];
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
    return Object.values(data)[0];
  }

  /** The changes of a submission, over a websocket that is opened at the first, as in the web app. */
  async *changes(id) {
    const headers = { cookie: this.cookie, ...this.headers };
    const socket = class extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers });
      }
    };
    const client = createClient({ url: `${this.url.replace('http', 'ws')}/graphql`, webSocketImpl: socket });
    const request = { query: '', ...operation('SubmissionChanged', { id }) };
    for await (const { data, errors } of client.iterate(request)) {
      if (errors) throw new Error(`The subscription was refused: ${JSON.stringify(errors)}`);
      yield data.submissionChanged;
    }
    await client.dispose();
  }
}
