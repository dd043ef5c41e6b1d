import { Anchor, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../page-body';
import { PageHeading } from '../page-heading';
import { useOrganization } from './organization-context';
import styles from './organization-page-body.module.css';

/** A page above this one. `to` is relative to the organization, as `assessments` or `settings/members`. */
export type Crumb = { readonly name: string; readonly to: string };

type Props = {
  readonly title: string;
  /** The pages between the organization and this one. */
  readonly trail?: readonly Crumb[];
  /** The only filled button of the page. */
  readonly action?: ReactNode;
  readonly width?: 'reading' | 'page' | 'full';
  readonly children: ReactNode;
};

function Breadcrumb({ trail, title }: { readonly trail: readonly Crumb[]; readonly title: string }) {
  const words = useMessages().organization;
  const { slug, name } = useOrganization();
  return (
    <nav aria-label={words.breadcrumb}>
      <ol className={styles['trail']}>
        {[{ name, to: '' }, ...trail].map((crumb) => (
          <li key={crumb.to}>
            <Anchor component={Link} size="sm" to={`/o/${slug}${crumb.to === '' ? '' : `/${crumb.to}`}`}>
              {crumb.name}
            </Anchor>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

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
