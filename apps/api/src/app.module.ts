import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { AccessModule } from './access/access.module';
import { ApiTokenModule } from './features/api-token/api-token.module';
import { AssessmentModule } from './features/assessment/assessment.module';
import { CandidateInvitationModule } from './features/candidate-invitation/candidate-invitation.module';
import { AttemptModule } from './features/attempt/attempt.module';
import { AuditModule } from './features/audit/audit.module';
import { CohortModule } from './features/cohort/cohort.module';
import { CoverageModule } from './features/coverage/coverage.module';
import { DemoModule } from './features/demo/demo.module';
import { IdentityModule } from './features/identity/identity.module';
import { LateModule } from './features/late/late.module';
import { LiveModule } from './features/live/live.module';
import { MailModule } from './features/mail/mail.module';
import { OrganizationModule } from './features/organization/organization.module';
import { PrivacyModule } from './features/privacy/privacy.module';
import { ProgressModule } from './features/progress/progress.module';
import { QuestionBankModule } from './features/question-bank/question-bank.module';
import { ReviewModule } from './features/review/review.module';
import { ReportModule } from './features/report/report.module';
import { SecondFactorModule } from './features/second-factor/second-factor.module';
import { SimilarityModule } from './features/similarity/similarity.module';
import { SingleSignOnModule } from './features/single-sign-on/single-sign-on.module';
import { SubmissionModule } from './features/submission/submission.module';
import { TakingModule } from './features/taking/taking.module';
import type { AppOptions } from './platform/app-options';
import { graphqlOptions } from './platform/graphql/graphql-options';
import { PlatformModule } from './platform/platform.module';
import { MAKE_CONTEXT, type MakeContext, RequestOrigins } from './platform/http/request-origin';

/** The features, on the platform. */
const FEATURES = [
  DemoModule,
  MailModule,
  IdentityModule,
  SecondFactorModule,
  SingleSignOnModule,
  OrganizationModule,
  ApiTokenModule,
  AuditModule,
  QuestionBankModule,
  CoverageModule,
  AttemptModule,
  AssessmentModule,
  CandidateInvitationModule,
  SubmissionModule,
  ProgressModule,
  TakingModule,
  LateModule,
  LiveModule,
  ReviewModule,
  ReportModule,
  SimilarityModule,
  CohortModule,
  PrivacyModule,
];

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [RequestOrigins, MAKE_CONTEXT],
      useFactory: (origins: RequestOrigins, makeContext: MakeContext) => graphqlOptions(options, origins, makeContext),
    });
    return { module: AppModule, imports: [PlatformModule.with(options), AccessModule, graphql, ...FEATURES] };
  }
}
