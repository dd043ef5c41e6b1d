import { Component, createContext, type ReactNode, Suspense, use } from 'react';
import { DelayedSkeleton } from './delayed-skeleton';
import { PaneError } from './pane-error';

const TryContext = createContext(0);

/** The retry count of the surrounding pane: part of the key of its queries, so that a retry refetches. */
export function usePaneTry(): number {
  return use(TryContext);
}

/** Renders a failure in place of a pane's content, with a retry function. */
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
  /** The static skeleton while loading; nothing for the first 300 ms. */
  readonly skeleton?: ReactNode;
  readonly failure?: FailureView;
  /** Resets the failure when this changes, for example with the URL. */
  readonly resetKey?: string;
};

const plainFailure: FailureView = (_error, retry) => <PaneError onRetry={retry} />;

/** A part of the page with its own loading state and error boundary. */
export function Pane({ children, skeleton, failure = plainFailure, resetKey = '' }: Props) {
  return (
    <Boundary failure={failure} resetKey={resetKey}>
      <Suspense fallback={<DelayedSkeleton>{skeleton}</DelayedSkeleton>}>{children}</Suspense>
    </Boundary>
  );
}
