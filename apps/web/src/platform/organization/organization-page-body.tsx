import { Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageBody } from '../page-body';
import { PageHeading } from '../page-heading';
import { Breadcrumb, type Crumb } from './breadcrumb';

type Props = {
  readonly title: string;
  /** The pages between the organization and this one. */
  readonly trail?: readonly Crumb[];
  /** The only filled button of the page. */
  readonly action?: ReactNode;
  readonly width?: 'reading' | 'page' | 'full';
  readonly children: ReactNode;
};

/** A page of an organization: breadcrumb, heading with the main action, and the content. */
export function OrganizationPageBody({ title, trail, action, width = 'page', children }: Props) {
  return (
    <PageBody width={width} isBesideRail>
      <Stack>
        {trail ? <Breadcrumb trail={trail} title={title} /> : null}
        <Group justify="space-between" align="flex-start">
          <PageHeading title={title} />
          {action}
        </Group>
        {children}
      </Stack>
    </PageBody>
  );
}
