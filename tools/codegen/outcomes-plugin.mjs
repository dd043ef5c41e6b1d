import { isInterfaceType, isObjectType } from 'graphql';

const lower = (name) => name[0].toLowerCase() + name.slice(1);

/** `AttemptClosedProblem` has the code `ATTEMPT_CLOSED`. */
export const codeOf = (type) =>
  type
    .replace(/Problem$/, '')
    .replace(/(?<!^)(?=[A-Z])/g, '_')
    .toUpperCase();

function checkCodes(problems, codes) {
  const expected = problems.map(({ name }) => codeOf(name)).sort();
  const missing = expected.filter((code) => !codes.includes(code));
  const unused = codes.filter((code) => !expected.includes(code));
  if (missing.length + unused.length === 0) return;
  throw new Error(`ProblemCode differs from the types of problems: missing ${missing}; unused ${unused}`);
}

function factory(type, isProblem) {
  const given = isProblem ? ['code'] : [];
  const hasFields = Object.keys(type.getFields()).some((name) => !given.includes(name));
  const parameter = hasFields ? `fields: Fields<'${type.name}'>` : '';
  const values = [
    `__typename: '${type.name}'`,
    ...(isProblem ? [`code: '${codeOf(type.name)}'`] : []),
    ...(hasFields ? ['...fields'] : []),
  ];
  const comment = type.description ? `/** ${type.description.replaceAll(/\s+/g, ' ')} */\n` : '';
  return `${comment}export const ${lower(type.name)} = (${parameter}) => ({ ${values.join(', ')} }) as const;\n`;
}

const HEAD = `type Fields<Type extends keyof ResolversTypes> = Omit<Awaited<ResolversTypes[Type]>, '__typename' | 'code'>;
`;

/** For the API: a factory for each member of a mutation's result, so that no resolver contains type names or codes. */
export function plugin(schema) {
  const objects = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const problem = schema.getType('Problem');
  const isProblem = (type) => isInterfaceType(problem) && type.getInterfaces().includes(problem);
  const problems = objects.filter(isProblem);
  checkCodes(
    problems,
    schema
      .getType('ProblemCode')
      ?.getValues()
      .map(({ name }) => name) ?? [],
  );
  const outcomes = objects.filter((type) => isProblem(type) || type.name.endsWith('Success'));
  return {
    prepend: ["import type { ResolversTypes } from './resolvers';\n"],
    content: [HEAD, ...outcomes.map((type) => factory(type, isProblem(type)))].join('\n'),
  };
}
