import { ApolloLink, type OperationVariables } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { Observable } from 'rxjs';

type Answer = (variables: OperationVariables) => Record<string, unknown>;
type Listener = { next: (result: ApolloLink.Result) => void; error: (reason: Error) => void };

/** For tests: an API that answers each operation by name, with a WebSocket connection that the test controls. */
export class FakeApi {
  /** The variables of all requests so far, by operation name. */
  readonly asked = new Map<string, OperationVariables[]>();
  private readonly listeners = new Set<Listener>();

  constructor(private readonly answers: Readonly<Record<string, Answer>>) {}

  readonly link = new ApolloLink(
    ({ operationName = '', operationType, variables }) =>
      new Observable<ApolloLink.Result>((observer) => {
        if (operationType === OperationTypeNode.SUBSCRIPTION) return this.listen(observer);
        this.asked.set(operationName, [...(this.asked.get(operationName) ?? []), variables]);
        const answer = this.answers[operationName];
        if (answer === undefined) throw new Error(`The test has no answer to ${operationName}`);
        observer.next({ data: answer(variables) });
        observer.complete();
        return undefined;
      }),
  );

  /** The number of active subscriptions. */
  get watchers(): number {
    return this.listeners.size;
  }

  /** Pushes data to all subscriptions. */
  tell(data: Record<string, unknown>): void {
    for (const listener of this.listeners) listener.next({ data });
  }

  /** Drops the WebSocket connection. */
  drop(): void {
    const dropped = [...this.listeners];
    this.listeners.clear();
    for (const listener of dropped) listener.error(new Error('The connection for live changes was closed'));
  }

  private listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
