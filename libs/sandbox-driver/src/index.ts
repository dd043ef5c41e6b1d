export { createSandbox } from './create-sandbox';
export { findMissingPackages } from './machine/missing-packages';
export { systemPackages } from './machine/system-packages';
export type { SandboxLog, SandboxOptions, UserIds } from './options';
export type { SystemPackage } from './machine/system-packages';
