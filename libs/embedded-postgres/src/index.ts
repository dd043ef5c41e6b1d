export { binariesFor } from './binaries';
export { initialise, startCluster, stopLeftOver, type Cluster, type ClusterFiles } from './cluster';
export { freePort, isPortFree } from './port';
export { mayReach, serverUser, type ServerUser } from './server-user';
