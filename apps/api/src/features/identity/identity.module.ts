import { Module } from '@nestjs/common';
import { Erasure } from './erasure';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { ViewerResolver } from './viewer.resolver';

@Module({ providers: [Erasure, IdentityService, IdentityResolver, ViewerResolver] })
export class IdentityModule {}
