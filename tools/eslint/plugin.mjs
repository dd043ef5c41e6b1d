import { guardedRootFields } from './guarded-root-fields.mjs';
import { kebabCaseFilename } from './kebab-case-filename.mjs';
import { loneText } from './lone-text.mjs';
import { mutationReturnsResult } from './mutation-returns-result.mjs';
import { noCycle } from './no-cycle.mjs';
import { noDbInTransaction } from './no-db-in-transaction.mjs';
import { noLiteralText } from './no-literal-text.mjs';
import { noThemeLiterals } from './no-theme-literals.mjs';
import { parameterCount } from './parameter-count.mjs';

/** Our own lint rules. */
export const plugin = {
  rules: {
    'guarded-root-fields': guardedRootFields,
    'kebab-case-filename': kebabCaseFilename,
    'lone-text': loneText,
    'mutation-returns-result': mutationReturnsResult,
    'no-cycle': noCycle,
    'no-db-in-transaction': noDbInTransaction,
    'no-literal-text': noLiteralText,
    'no-theme-literals': noThemeLiterals,
    'parameter-count': parameterCount,
  },
};
