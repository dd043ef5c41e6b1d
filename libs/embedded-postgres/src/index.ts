export { binariesFor } from './binaries';
export { type Cluster, startCluster } from './cluster';
export { initialise } from './initialise';
export { NotStarted } from './not-started';
export { freePort, whyNotListen } from './port';
export type { ClusterFiles } from './server-process';
export { mayEnter, mayRead, serverUser, type ServerUser } from './server-user';
