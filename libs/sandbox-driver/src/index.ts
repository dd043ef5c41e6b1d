export { createSandbox } from './create-sandbox';
export { findMissingPackages, systemPackages } from './machine/system-packages';
export type { SandboxLog, SandboxOptions, UserIds } from './options';
export type { SystemPackage } from './machine/system-packages';
