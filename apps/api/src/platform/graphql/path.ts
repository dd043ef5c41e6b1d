/** The address of GraphQL, over HTTP and over the websocket. */
export const GRAPHQL_PATH = '/graphql';
