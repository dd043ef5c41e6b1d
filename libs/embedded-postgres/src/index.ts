export { binariesFor } from './binaries';
export { type Cluster, type ClusterFiles, initialise, startCluster } from './cluster';
export { freePort, whyNotListen } from './port';
export { mayEnter, mayRead, serverUser, type ServerUser } from './server-user';
