import { makeDataSource, systemClock } from '@holdout/persistence';
import { parseSettings } from '@holdout/settings';
import { AdministrationError } from './administration/administration';
import { explain } from './platform/log';
import { COMMANDS, type Workplace } from './administration/commands';
import usage from './administration/usage.json';

const help = (): string =>
  ['Usage: ./holdout admin <command>', '']
    .concat(Object.entries(usage).map(([name, { usage, says }]) => `  ${`${name} ${usage}`.trim()}\n      ${says}`))
    .join('\n');

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

async function openWorkplace(): Promise<Workplace> {
  const settings = parseSettings(process.env);
  if (settings.databaseUrl === null)
    throw new AdministrationError('DATABASE_URL is not set. Set it to the connection string of the database.');
  const dataSource = await makeDataSource({ url: settings.databaseUrl, poolSize: 2 }).initialize();
  return { settings, dataSource, clock: systemClock, print: say };
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const run = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (run === undefined) {
    complain(name === undefined ? help() : `Unknown command "admin ${name}".\n\n${help()}`);
    return 2;
  }
  try {
    const workplace = await openWorkplace();
    try {
      await run(workplace, args);
    } finally {
      await workplace.dataSource.destroy();
    }
    return 0;
  } catch (error) {
    complain(explain(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
