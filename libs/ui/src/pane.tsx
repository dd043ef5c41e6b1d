import { Component, createContext, type ReactNode, Suspense, use } from 'react';
import { DelayedSkeleton } from './delayed-skeleton';
import { PaneError } from './pane-error';

const TryContext = createContext(0);

/** How often the pane around has been retried: part of the key of every query in it, so that a retry asks again. */
export function usePaneTry(): number {
  return use(TryContext);
}

/** What a pane shows in place of its content, and the way to ask again. */
export type FailureView = (error: unknown, retry: () => void) => ReactNode;

type BoundaryProps = { readonly failure: FailureView; readonly resetKey: string; readonly children: ReactNode };
type BoundaryState = {
  readonly failed: { readonly error: unknown } | null;
  readonly tries: number;
  readonly key: string;
};

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null, tries: 0, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.key ? null : { failed: null, key: props.resetKey };
  }

  private readonly retry = () => this.setState(({ tries }) => ({ failed: null, tries: tries + 1 }));

  override render() {
    const { failed, tries } = this.state;
    if (failed) return this.props.failure(failed.error, this.retry);
    return <TryContext value={tries}>{this.props.children}</TryContext>;
  }
}

type Props = {
  readonly children: ReactNode;
  /** The still shape shown while waiting; nothing for the first 300 ms. */
  readonly skeleton?: ReactNode;
  readonly failure?: FailureView;
  /** A failure is forgotten when this changes, for example with the address. */
  readonly resetKey?: string;
};

const plainFailure: FailureView = (_error, retry) => <PaneError onRetry={retry} />;

/** A part of the page that loads and fails by itself. */
export function Pane({ children, skeleton, failure = plainFailure, resetKey = '' }: Props) {
  return (
    <Boundary failure={failure} resetKey={resetKey}>
      <Suspense fallback={<DelayedSkeleton>{skeleton}</DelayedSkeleton>}>{children}</Suspense>
    </Boundary>
  );
}
