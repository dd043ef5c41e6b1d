import type { Connection, Submittable } from 'pg';
import type { SqlAnswer, SqlError } from '@holdout/sandbox';

/** The most rows and bytes to keep of an answer. */
export type QueryCaps = { readonly rows: number; readonly bytes: number };

type Field = { readonly name: string; readonly dataTypeID: number };
type Row = { readonly fields: readonly (string | null)[] };
type ServerError = Error & {
  readonly code?: string;
  readonly hint?: string;
  readonly position?: string;
  readonly severity?: string;
};

/**
 * Timeouts that a session can set for itself (idle_in_transaction_session, transaction, idle_session): they end the
 * connection, but are errors of the statement.
 */
const SESSION_TIMEOUTS: readonly (string | undefined)[] = ['25P03', '25P04', '57P05'];

/** How a query ended, as seen from its connection. */
export type QueryEnd =
  | { readonly kind: 'answered'; readonly answer: SqlAnswer }
  | { readonly kind: 'overOutput' }
  | { readonly kind: 'connectionLost'; readonly reason: string };

/**
 * One statement sent by the extended query protocol, which rejects a second statement. Cells stay in PostgreSQL's text
 * format. Rows and bytes over the caps are dropped, not buffered.
 */
export class CappedQuery implements Submittable {
  readonly ended: Promise<QueryEnd>;
  private end!: (end: QueryEnd) => void;
  private fields: readonly Field[] = [];
  private readonly rows: (readonly (string | null)[])[] = [];
  private bytes = 0;
  private truncated = false;

  constructor(
    private readonly text: string,
    private readonly caps: QueryCaps,
    private readonly typeName: (oid: number) => string | undefined,
  ) {
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  submit(connection: Connection): void {
    connection.parse({ name: '', text: this.text, types: [] }, true);
    connection.bind({ portal: '', statement: '', values: [] }, true);
    connection.describe({ type: 'P', name: '' }, true);
    connection.execute({ portal: '', rows: String(this.caps.rows + 1) }, true);
    connection.sync();
  }

  handleRowDescription(message: { readonly fields: readonly Field[] }): void {
    this.fields = message.fields;
  }

  handleDataRow(row: Row): void {
    this.bytes += row.fields.reduce((sum, cell) => sum + (cell?.length ?? 0) + 1, 0);
    if (this.bytes > this.caps.bytes) this.end({ kind: 'overOutput' });
    else if (this.rows.length < this.caps.rows) this.rows.push(row.fields);
    else this.truncated = true;
  }

  handlePortalSuspended(): void {
    this.truncated = true;
  }

  handleCommandComplete(): void {
    return;
  }

  handleEmptyQuery(): void {
    return;
  }

  handleCopyInResponse(connection: Connection): void {
    (connection as unknown as { sendCopyFail(reason: string): void }).sendCopyFail('COPY FROM STDIN has no input here');
  }

  handleCopyData(): void {
    return;
  }

  /** The last message of a failed query. `pg` also calls it when the connection breaks. */
  handleError(error: ServerError): void {
    if (isLost(error)) this.end({ kind: 'connectionLost', reason: error.message });
    else this.end({ kind: 'answered', answer: { sqlError: sqlErrorOf(error) } });
  }

  handleReadyForQuery(): void {
    this.end({ kind: 'answered', answer: this.table() });
  }

  private table(): SqlAnswer {
    const columns = this.fields.map(({ name, dataTypeID }) => ({
      name,
      type: this.typeName(dataTypeID) ?? 'unnamed',
    }));
    return { columns, rows: this.rows, truncated: this.truncated };
  }
}

function isLost({ severity, code }: ServerError): boolean {
  return (severity === undefined || severity === 'FATAL' || severity === 'PANIC') && !SESSION_TIMEOUTS.includes(code);
}

function sqlErrorOf(error: ServerError): SqlError {
  return {
    code: error.code ?? 'XX000',
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.position === undefined ? {} : { position: Number(error.position) }),
  };
}
