import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppOptions } from '../app-options';
import type { MakeContext, RequestOrigins } from '../http/request-origin';
import { DateTime } from './date-time';
import { makeErrorFormatter } from './format-error';
import { MOST_TOKENS, refuseTooCostly, validationRules } from './query-limits';

const costLimit: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request, operationName }) =>
      refuseTooCostly({
        schema,
        document,
        variables: request.variables ?? {},
        operationName: operationName ?? undefined,
      }),
  }),
};

/** How GraphQL is served over HTTP. The websocket is ours (`websocket.ts`): Apollo's guards do not reach it. */
export function graphqlOptions(
  options: AppOptions,
  origins: RequestOrigins,
  makeContext: MakeContext,
): ApolloDriverConfig {
  const introspection = options.admission.isOpen;
  return {
    driver: ApolloDriver,
    path: '/graphql',
    typePaths: [...options.schemaPaths],
    resolvers: { DateTime },
    context: (request: FastifyRequest, reply: FastifyReply) => makeContext(origins.ofRequest(request, reply)),
    introspection,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: validationRules({ introspection }),
    // Nothing is reported to anybody, whatever the environment says.
    plugins: [costLimit, ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled()],
    formatError: makeErrorFormatter(options.log),
  };
}
