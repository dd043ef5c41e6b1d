import { command } from './command.mjs';
import { installSystemPackages, sandboxPackages } from './system-packages.mjs';

/** Installs the system packages of the sandbox: the first step of the Dockerfile, before the sources are copied. */
await command(async () => ((await installSystemPackages(sandboxPackages(), 'Grading')) ? 0 : 1));
