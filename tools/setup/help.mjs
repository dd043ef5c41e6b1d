import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './workspace.mjs';

const USAGE = `Usage: ./holdout <command> [options]

  doctor                 report which languages this machine can grade, their isolation and what is missing
  grade                  grade a file: ./holdout grade <question id or folder> <file>; see grade --help
  question new           create a question: ./holdout question new <kind> <slug>
  question check         check whether questions grade fairly, and list what to fix
  question preview       show a question as a candidate sees it, with its answers; reloads on save
  question publish       check a question, then publish it to an organization of a running installation
  question withdraw      take a published question out of its bank
  admin create           create an organization and its first administrator
  admin invite           create an invitation link
  admin database-roles   print the SQL that creates the grader's login in an external database
  admin help             list all admin commands and their options

admin uses DATABASE_URL if it is set, otherwise the database in HOLDOUT_HOME; the product need not be running.
`;

/** The words after an area that have a meaning there; null for an area without words of its own. */
const AREAS = {
  doctor: () => null,
  grade: () => null,
  question: () => ['check', 'new', 'preview', 'publish'],
  admin: () => Object.keys(adminUsage()),
};

const readJson = (path) => JSON.parse(readFileSync(join(workspace, path), 'utf8'));
const adminUsage = () => readJson('apps/api/src/administration/usage.json');

function adminHelp() {
  const lines = Object.entries(adminUsage()).map(
    ([name, { usage, says }]) => `  ${`${name} ${usage}`.trim()}\n      ${says}\n`,
  );
  return `Usage: ./holdout admin <command>\n\n${lines.join('')}`;
}

const usageOf = (area) =>
  area === 'admin' ? adminHelp() : `${readJson('apps/cli/src/usage.json').lines.join('\n')}\n`;

const isHelp = (word) => word === '--help' || word === '-h';
const misused = (message, usage) => ({ code: 2, text: `${message}\n\n${usage}` });

/**
 * The answer to a command line that asks for help or names no command; null for a command to run. Reads only sources,
 * because such an answer should take no build.
 */
export function helpFor([area, ...rest]) {
  if (area === undefined) return { code: 2, text: USAGE };
  if (area === 'help' || isHelp(area)) return { code: 0, text: USAGE };
  if (!Object.hasOwn(AREAS, area)) return misused(`Unknown command "${area}".`, USAGE);
  return helpOn(area, rest);
}

function helpOn(area, rest) {
  if (rest.some(isHelp) || (area === 'admin' && rest[0] === 'help')) return { code: 0, text: usageOf(area) };
  const known = AREAS[area]();
  if (known === null || known.includes(rest[0])) return null;
  const problem = rest[0] === undefined ? `Name a command after "${area}".` : `Unknown command "${area} ${rest[0]}".`;
  return misused(problem, usageOf(area));
}
