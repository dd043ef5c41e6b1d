import { Module } from '@nestjs/common';
import { Credentials } from './credentials';
import { Guesses } from './guesses';
import { KnownDevices } from './known-devices';

/** What verifies a person by a password, for every way of signing in. */
@Module({ providers: [Credentials, Guesses, KnownDevices], exports: [Credentials, Guesses] })
export class CredentialsModule {}
