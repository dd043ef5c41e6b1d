import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { AppError } from '../app-error';
import type { AppOptions } from '../app-options';
import { isUnavailable, unavailable } from '../database/unavailable';
import type { MakeContext, RequestOrigins } from '../http/request-origin';
import { GRAPHQL_PATH } from './path';
import { DateTime } from './date-time';
import { makeErrorFormatter } from './format-error';
import { MOST_TOKENS, refuseTooCostly, validationRules } from './query-limits';

/** Apollo responds with status 500 to errors thrown before execution, unless the error has another status. */
function withStatus(status: number, error: AppError): GraphQLError {
  const { retryAfterSeconds } = error.fields;
  const headers = new HeaderMap(retryAfterSeconds === undefined ? [] : [['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status, headers } } });
}

const asBadRequest = (error: unknown): unknown => (error instanceof AppError ? withStatus(400, error) : error);

/** The sender is looked up in the database before anything is executed. */
async function contextOrUnavailable(making: Promise<object>): Promise<object> {
  try {
    return await making;
  } catch (error) {
    throw isUnavailable(error) ? withStatus(503, unavailable()) : error;
  }
}

const limits: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request, operation, operationName }) => {
      try {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
          throw new AppError('BAD_INPUT', 'Send subscriptions over the websocket.');
        }
        const { variables = {} } = request;
        refuseTooCostly({ schema, document, variables, operationName: operationName ?? undefined });
      } catch (error) {
        throw asBadRequest(error);
      }
    },
  }),
};

/** Says also in a header how long a refused client should wait, for clients that do not read the error. */
const retryAfter: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body } }) => {
      const errors = 'singleResult' in body ? (body.singleResult.errors ?? []) : [];
      const waits = errors.map(({ extensions }) => Number(extensions?.['retryAfterSeconds'] ?? 0));
      const longest = Math.max(0, ...waits);
      if (longest > 0) http.headers.set('retry-after', String(longest));
    },
  }),
};

/** GraphQL over HTTP. Apollo's plugins and rules do not run for the websocket, which is served by `websocket.ts`. */
export function graphqlOptions(
  options: AppOptions,
  origins: RequestOrigins,
  makeContext: MakeContext,
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    typePaths: [...options.schemaPaths],
    resolvers: { DateTime },
    context: (request: FastifyRequest, reply: FastifyReply) =>
      contextOrUnavailable(makeContext(origins.ofRequest(request, reply))),
    // In production only tokens may send an operation that is not listed, and so introspect.
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: validationRules({ introspection: true }),
    // No telemetry, whatever the environment variables say.
    plugins: [
      limits,
      retryAfter,
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
    formatError: makeErrorFormatter(options.log),
  };
}
