/** The path of GraphQL, for HTTP and the websocket. */
export const GRAPHQL_PATH = '/graphql';
