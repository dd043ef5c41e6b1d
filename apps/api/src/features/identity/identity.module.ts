import { Module } from '@nestjs/common';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { ViewerResolver } from './viewer.resolver';

@Module({ providers: [IdentityService, IdentityResolver, ViewerResolver] })
export class IdentityModule {}
