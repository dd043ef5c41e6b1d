import { Check, Entity, Unique } from 'typeorm';
import { Moment, Text, UuidKey } from '../schema/columns';
import type { OrganizationId } from '../ids';

@Entity('organization')
@Unique('organization_slug_key', ['slug'])
@Check('organization_slug_check', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'")
export class OrganizationEntity {
  @UuidKey() id!: OrganizationId;
  @Text() slug!: string;
  @Text() name!: string;
  @Moment() createdAt!: Date;
}
