import { DEMO_DOMAIN } from '../identity/demo-domain';

/** The organization of local mode, and who is in it. */
export const DEMO_ORGANIZATION = { slug: 'demo', name: 'Demo organization' } as const;
export const DEMO_MANAGER = `manager${DEMO_DOMAIN}`;
