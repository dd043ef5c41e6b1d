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
import { CatchUp } from '../jobs/catch-up';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { AppError } from '../app-error';
import type { AppOptions } from '../app-options';
import { type ErrorFormatter, makeErrorFormatter } from './format-error';
import { InputLimits } from './input-limits';
import { admitOperation, type GraphQLRequest } from './operations';
import { MOST_TOKENS, refuseTooCostly, validationRules } from './query-limits';
import { HOLD_SOCKET, type HoldSocket, MAKE_CONTEXT, type MakeContext, RequestOrigins } from '../http/request-origin';
import { SocketDoor } from './socket-door';

const MOST_BYTES = 64 * 1024;
/** Subscriptions per connection; a page needs one or two. */
const MOST_SUBSCRIPTIONS = 20;

type Admitted = { readonly document: DocumentNode; readonly request: GraphQLRequest };

/** The same checks as over HTTP: graphql-ws runs none of Apollo's rules. */
function admit(
  payload: unknown,
  schema: GraphQLSchema,
  { admission }: AppOptions,
  inputs: InputLimits,
): Admitted | readonly GraphQLError[] {
  const request = admitOperation(payload, admission);
  const document = parse(request.query, { maxLexicalTokens: MOST_TOKENS });
  const rules = [...specifiedRules, ...validationRules({ introspection: admission.isOpen })];
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return errors;
  if (getOperationAST(document, request.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new AppError('BAD_INPUT', 'The websocket accepts only subscriptions. Send queries and mutations over HTTP.');
  }
  inputs.check(document, request.variables ?? {});
  refuseTooCostly({ schema, document, variables: request.variables ?? {}, operationName: request.operationName });
  return { document, request };
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });

const format = (formatter: ErrorFormatter, errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
  errors.map((error) => formatter(error.toJSON(), error));

/** Serves subscriptions (graphql-transport-ws) with the same checks as HTTP. */
export function serveSubscriptions(app: NestFastifyApplication, options: AppOptions, schema: GraphQLSchema): void {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const formatter = makeErrorFormatter(options.log);
  const inputs = new InputLimits(() => schema);
  const origins = app.get(RequestOrigins);
  const makeContext = app.get<MakeContext>(MAKE_CONTEXT);
  const holdSocket = app.get<HoldSocket>(HOLD_SOCKET);
  const fastify = app.getHttpAdapter().getInstance();
  const door = new SocketDoor(options.settings, server);
  const served = useServer(
    {
      schema,
      onSubscribe: async ({ extra, subscriptions }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> => {
        try {
          if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) throw new AppError('RATE_LIMITED');
          const admitted = admit(payload, schema, options, inputs);
          if (!('document' in admitted)) return admitted;
          const cookies = fastify.parseCookie(extra.request.headers.cookie ?? '');
          await app.get(CatchUp).run();
          const contextValue = await makeContext(origins.ofSocket(extra.request, cookies));
          await holdSocket(contextValue, extra.socket);
          const { variables, operationName } = admitted.request;
          return { schema, document: admitted.document, contextValue, variableValues: variables, operationName };
        } catch (error) {
          return [asGraphQLError(error)];
        }
      },
      onError: (_context, _id, _payload, errors) => format(formatter, errors),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { data: result.data ?? null, errors: format(formatter, result.errors) } : undefined,
    },
    server,
  );
  app.getHttpServer().on('upgrade', door.upgrade.bind(door));
  fastify.addHook('preClose', async () => served.dispose());
}
