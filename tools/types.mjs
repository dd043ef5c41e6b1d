import { globSync } from 'node:fs';
import ts from 'typescript';

/**
 * Type-checks every project in one process. Projects with the same compiler options become one program, so that
 * shared files are read and resolved once. Each file is checked under the options of its project.
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

/** Parses a file that several programs use, such as those of `node_modules`, once. */
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

/** Errors in its own files, and in files that no project includes. */
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
