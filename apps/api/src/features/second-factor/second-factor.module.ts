import { Module } from '@nestjs/common';
import { CredentialsModule } from '../identity/credentials.module';
import { PasskeyCeremonies } from './passkey-ceremonies';
import { PasskeyResolver } from './passkey.resolver';
import { PasskeySignIn, PasskeyUse } from './passkey-sign-in';
import { Passkeys } from './passkeys';
import { SecondFactorResolver, SignInSecurityResolver } from './second-factor.resolver';
import { SecondFactors } from './second-factors';
import { SignIns } from './sign-ins';

/** The second step of signing in, and passkeys. */
@Module({
  imports: [CredentialsModule],
  providers: [
    PasskeyCeremonies,
    PasskeyResolver,
    PasskeySignIn,
    PasskeyUse,
    Passkeys,
    SecondFactorResolver,
    SecondFactors,
    SignInSecurityResolver,
    SignIns,
  ],
  exports: [SignIns],
})
export class SecondFactorModule {}
