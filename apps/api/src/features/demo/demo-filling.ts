import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DemoInvitations } from './demo-invitations';
import { DemoOrganization } from './demo-organization';
import { SimulatedCohort } from './simulated/simulated-cohort';

/** What the demo organization of local mode is filled with. */
@Injectable()
export class DemoFilling {
  constructor(
    private readonly organization: DemoOrganization,
    private readonly simulated: SimulatedCohort,
    private readonly invitations: DemoInvitations,
  ) {}

  /** False while hidden data is being generated that invitations wait for. */
  async fill(log: Logger): Promise<boolean> {
    const place = await this.organization.findPlace();
    if (place === null) return true;
    await this.organization.fill(place, log);
    await this.simulated.fill(place, log);
    return this.invitations.invite(place);
  }
}
