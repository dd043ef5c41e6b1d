import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { AppError } from './app-error';
import type { AppOptions } from './app-options';
import { type ErrorFormatter, makeErrorFormatter } from './format-error';
import { admitOperation, type GraphQLRequest } from './operations';
import { Origins } from './origins';
import { MOST_TOKENS, refuseTooCostly, validationRules } from './query-limits';
import { RequestContexts } from './request-context';

const PATH = '/graphql';
const MOST_BYTES = 64 * 1024;

type Admitted = { readonly document: DocumentNode; readonly request: GraphQLRequest };

/** What HTTP refuses is refused here too: graphql-ws runs none of Apollo's rules by itself. */
function admit(payload: unknown, schema: GraphQLSchema, { admission }: AppOptions): Admitted | readonly GraphQLError[] {
  const request = admitOperation(payload, admission);
  const document = parse(request.query, { maxLexicalTokens: MOST_TOKENS });
  const rules = [...specifiedRules, ...validationRules({ introspection: admission.isOpen })];
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return errors;
  if (getOperationAST(document, request.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new AppError('BAD_INPUT', 'The websocket carries subscriptions; ask the rest over HTTP.');
  }
  refuseTooCostly({ schema, document, variables: request.variables ?? {}, operationName: request.operationName });
  return { document, request };
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });

const format = (formatter: ErrorFormatter, errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
  errors.map((error) => formatter(error.toJSON(), error));

function addressOf({ socket, headers }: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = headers['x-forwarded-for'];
  const last = typeof forwarded === 'string' && trustsProxy ? forwarded.split(',').pop()?.trim() : undefined;
  return last ?? socket.remoteAddress ?? '';
}

/** Serves subscriptions (graphql-transport-ws) with the guards of HTTP. */
export function serveSubscriptions(app: NestFastifyApplication, options: AppOptions, schema: GraphQLSchema): void {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const formatter = makeErrorFormatter(options.log);
  const contexts = app.get(RequestContexts);
  const fastify = app.getHttpAdapter().getInstance();
  const trustsProxy = options.settings.trustProxy !== false;
  const served = useServer(
    {
      schema,
      onSubscribe: async ({ extra }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> => {
        try {
          const admitted = admit(payload, schema, options);
          if (!('document' in admitted)) return admitted;
          const cookies = fastify.parseCookie(extra.request.headers.cookie ?? '');
          const contextValue = await contexts.ofSocket(cookies, addressOf(extra.request, trustsProxy));
          const { variables, operationName } = admitted.request;
          return { schema, document: admitted.document, contextValue, variableValues: variables, operationName };
        } catch (error) {
          return [asGraphQLError(error)];
        }
      },
      onError: (_context, _id, _payload, errors) => format(formatter, errors),
      onNext: (...[, , , , result]) =>
        result.errors ? { data: result.data ?? null, errors: format(formatter, result.errors) } : undefined,
    },
    server,
  );
  const origins = new Origins(options.settings);
  app.getHttpServer().on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== PATH || !origins.admits(request.headers)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
  });
  fastify.addHook('preClose', async () => served.dispose());
}
