/** The domain of the demo accounts' addresses: `.localhost` belongs to no network (RFC 6761). */
export const DEMO_DOMAIN = '@demo.localhost';
