import { command } from './command.mjs';
import { installSystemPackages, sandboxPackages } from './system-packages.mjs';

/** What an image needs from the system before anything is copied into it: the Dockerfile's first step. */
await command(async () => ((await installSystemPackages(sandboxPackages(), 'Grading')) ? 0 : 1));
