import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { IdentityModule } from './features/identity/identity.module';
import type { AppOptions } from './platform/app-options';
import { graphqlOptions } from './platform/graphql-options';
import { PlatformModule } from './platform/platform.module';
import { RequestContexts } from './platform/request-context';

/** The features, on the platform. */
const FEATURES = [IdentityModule];

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [RequestContexts],
      useFactory: (contexts: RequestContexts) => graphqlOptions(options, contexts),
    });
    return { module: AppModule, imports: [PlatformModule.with(options), graphql, ...FEATURES] };
  }
}
