import type { Practiser } from '@holdout/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql, type GraphQLSchema, isObjectType } from 'graphql';
import { MAKE_CONTEXT, type MakeContext } from '../platform/http/request-origin';
import type { TestApi } from '../test-api';
import { type AnsweredField, disclosureOf, everythingOf, fieldsIn } from './test-secrets';

/** Requests everything that the contract offers, inside the process: without the limits of a request. */
export class Everything {
  readonly schema: GraphQLSchema;

  constructor(private readonly api: TestApi) {
    this.schema = api.app.get(GraphQLSchemaHost).schema;
  }

  /** All fields below these root fields that the person can select. */
  async askFor(roots: readonly string[], person: Practiser): Promise<AnsweredField[]> {
    const contextValue = await this.contextOf(person);
    const { schema } = this;
    const fields: AnsweredField[] = [];
    for (const root of roots) {
      const source = `{ Query__${/^\w+/.exec(root)?.[0] ?? ''}: ${root} ${this.selectionOf(root)} }`;
      const { data, errors } = await graphql({ schema, source, contextValue });
      expect(errors).toBeUndefined();
      fields.push(...fieldsIn(data));
    }
    return fields;
  }

  /** Whether a field, such as `Submission.verdict`, is marked as secret until something has happened. */
  isMarked(name: string): boolean {
    const [typeName = '', fieldName = ''] = name.split('.');
    const type = this.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return field !== undefined && disclosureOf(field) !== null;
  }

  private selectionOf(root: string): string {
    const field = this.schema.getQueryType()?.getFields()[/^\w+/.exec(root)?.[0] ?? ''];
    const name = String(field?.type).replaceAll(/\W/g, '');
    const type = this.schema.getType(name);
    if (type === undefined) throw new Error(`There is no ${root}.`);
    return everythingOf(this.schema, type);
  }

  private contextOf(practiser: Practiser): Promise<object> {
    const cookie = practiser.cookieHeader()['cookie'] ?? '';
    const tokenOf = (name: string): string | null => new RegExp(`holdout-${name}=([^;]+)`).exec(cookie)?.[1] ?? null;
    const refuse = (): never => {
      throw new Error('No field of this test sets a cookie.');
    };
    const cookies = { get: tokenOf, set: refuse, clear: refuse };
    return this.api.app.get<MakeContext>(MAKE_CONTEXT)({
      cookies,
      requestId: 'test',
      address: '',
      bearer: null,
      userAgent: '',
      identified: () => undefined,
    });
  }
}
