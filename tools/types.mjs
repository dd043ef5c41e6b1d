import { globSync } from 'node:fs';
import ts from 'typescript';

/**
 * The types of every project, in one process: projects with the same compiler options become one program, so that
 * what they share is read and resolved once. Each file is checked under the options of the project that it belongs to.
 */
const cwd = process.cwd();
const formatting = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => cwd, getNewLine: () => '\n' };

function projectAt(file) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.formatDiagnostic(problem, formatting));
    },
  };
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  const key = JSON.stringify({ ...options, configFilePath: undefined });
  return { options, fileNames, errors, key };
}

/** A file that several programs use, as those of `node_modules` are, is parsed once. */
function hostOf(options, parsed) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) => {
    const key = `${name} ${JSON.stringify(version)}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, version, ...rest));
    return parsed.get(key);
  };
  return host;
}

/** Its own files, and those beside them that no project names, as a configuration file's neighbour is. */
function problemsOf({ options, fileNames, foreign }, parsed) {
  const program = ts.createProgram({ rootNames: fileNames, options, host: hostOf(options, parsed) });
  const own = program
    .getSourceFiles()
    .filter((file) => !foreign.has(file.fileName) && !program.isSourceFileFromExternalLibrary(file))
    .filter((file) => !program.isSourceFileDefaultLibrary(file) && !file.fileName.includes('/node_modules/'));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const projects = globSync('{apps,libs}/*/tsconfig.json').map(projectAt);
const groups = Object.values(Object.groupBy(projects, ({ key }) => key)).map((group) => ({
  options: group[0].options,
  fileNames: group.flatMap(({ fileNames }) => fileNames),
}));
const parsed = new Map();
const problems = projects.flatMap(({ errors }) => errors);
for (const group of groups) {
  const own = new Set(group.fileNames);
  const foreign = new Set(projects.flatMap(({ fileNames }) => fileNames.filter((name) => !own.has(name))));
  problems.push(...problemsOf({ ...group, foreign }, parsed));
  process.stdout.write(`${group.fileNames.length} files\n`);
}
process.stdout.write(ts.formatDiagnosticsWithColorAndContext(problems, formatting));
if (problems.length > 0) process.exitCode = 1;
