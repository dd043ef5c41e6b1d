import { SkeletonLines } from '@holdout/ui';
import { Anchor, Button, Group, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';

const Calculator = lazy(async () => ({ default: (await import('./calculator/calculator')).Calculator }));

type Props = {
  readonly hasCalculator: boolean;
  readonly documentation: readonly { readonly title: string; readonly url: string }[];
};

/** What the assessment allows beside the question: links to documentation, and a calculator that opens on the page. */
export function Aids({ hasCalculator, documentation }: Props) {
  const words = useTakingMessages().attempt;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (!hasCalculator && documentation.length === 0) return null;
  const close = () => {
    setIsOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <Group gap="sm">
        {documentation.map(({ title, url }) => (
          <Anchor key={url} href={url} target="_blank" rel="noreferrer" size="sm">
            <span>{title}</span>
            <VisuallyHidden> {words.opensTab}</VisuallyHidden>
          </Anchor>
        ))}
        {hasCalculator ? (
          <Button
            ref={opener}
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => (isOpen ? close() : setIsOpen(true))}
          >
            {words.calculator}
          </Button>
        ) : null}
      </Group>
      {isOpen ? (
        <Suspense fallback={<SkeletonLines count={3} />}>
          <Calculator id={id} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
