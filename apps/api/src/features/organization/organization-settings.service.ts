import { Database, type OrganizationId, OrganizationRepository } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import type { ChangeOrganizationInput, InputIssue } from '../../generated/resolvers';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { Founding, LOOKS_LIKE_ANOTHER, type SlugTaken } from './founding.service';
import { parseOrganization } from './organization-input';

type Fitting = ReturnType<typeof parseOrganization>['settings'];

export type ChangeOutcome =
  { readonly kind: 'changed' } | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] } | SlugTaken;

/** The settings of an organization. */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly founding: Founding,
  ) {}

  read(id: OrganizationId) {
    return this.db.repo(OrganizationRepository).getSettings(id);
  }

  async change(actor: Actor, input: ChangeOrganizationInput): Promise<ChangeOutcome> {
    const { settings, issues } = parseOrganization({ ...input, slug: input.newSlug });
    if (issues.length > 0) return { kind: 'invalid', issues };
    const before = await this.read(actor.organizationId);
    if (settings.name !== before.name && (await this.founding.looksLikeAnother(settings.name))) {
      return { kind: 'invalid', issues: [LOOKS_LIKE_ANOTHER] };
    }
    if (settings.slug !== before.slug) {
      const taken = await this.founding.findTaken(settings.slug, actor.organizationId);
      if (taken !== null) return taken;
    }
    return this.save(actor, settings);
  }

  private async save(actor: Actor, settings: Fitting): Promise<ChangeOutcome> {
    try {
      await this.acts.run(actor, async (tx) => {
        const organizations = tx.repo(OrganizationRepository);
        const before = await organizations.getSettings(actor.organizationId);
        const changed = (Object.keys(settings) as (keyof Fitting)[]).filter((key) => settings[key] !== before[key]);
        if (changed.length === 0) return nothingDone(null);
        await organizations.change(actor.organizationId, settings);
        return done(null, {
          act: 'organization.changed',
          objectId: actor.organizationId,
          detail: {
            fields: changed,
            ...(changed.includes('slug') ? { slug: settings.slug, before: before.slug } : {}),
          },
        });
      });
      return { kind: 'changed' };
    } catch (error) {
      // Another organization took the slug between the check and the update.
      const taken = isUniqueViolation(error)
        ? await this.founding.findTaken(settings.slug, actor.organizationId)
        : null;
      if (taken !== null) return taken;
      throw error;
    }
  }
}
