export { createSandbox } from './create-sandbox';
export { findMissingPackages } from './missing-packages';
export { systemPackages } from './system-packages';
export type { SandboxLog, SandboxOptions, UserIds } from './options';
export type { SystemPackage } from './system-packages';
