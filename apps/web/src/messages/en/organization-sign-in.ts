export const organizationSignIn = {
  title: 'Sign-in',
  provider: {
    title: 'Identity provider',
    intro:
      'Members can sign in through your own OpenID Connect provider. Register this site there as a web application with the redirect address below, and copy the three values here.',
    redirect: 'Redirect address',
    issuer: 'Issuer',
    issuerHint: 'The https address of the provider, such as https://login.example.org.',
    clientId: 'Client id',
    clientSecret: 'Client secret',
    secretKept: 'Leave empty to keep the stored one. It is stored encrypted and never shown.',
    secretHint: 'It is stored encrypted and never shown.',
    role: 'Role of people who join by signing in',
    roleHint: 'Nobody becomes an administrator by signing in.',
    save: 'Save provider',
    saved: 'The provider answered and was saved.',
    remove: 'Remove provider',
    removed: 'The provider was removed. Members sign in by password or passkey.',
    faults: {
      UNREACHABLE: 'Nothing answers at this address. Nothing was saved. Check the issuer.',
      PRIVATE_ADDRESS:
        'This address is not https, or belongs to a private network, which this site does not connect to. Nothing was saved.',
      NOT_OPENID:
        'What answers there is not an OpenID Connect provider with this issuer. Nothing was saved. Copy the issuer exactly as the provider names it.',
    },
  },
  domains: {
    title: 'E-mail domains',
    intro:
      'Addresses of a proven domain are signed in through your provider. Prove a domain by a TXT record in its DNS; it is checked again every day.',
    add: 'Add domain',
    label: 'Domain',
    hint: 'Such as example.org. Subdomains are added one by one.',
    malformed: 'Write a domain like example.org.',
    tooMany: 'At most 50 domains.',
    name: 'Name',
    text: 'TXT value',
    proven: 'Proven',
    notProven: 'Not proven yet',
    missing: (day: string) => `Its record is missing since ${day}. After three days the proof ends.`,
    check: 'Check now',
    checkNamed: (domain: string) => `Check now: ${domain}`,
    remove: 'Remove',
    removeNamed: (domain: string) => `Remove ${domain}`,
    none: 'No domains yet.',
    checked: (domain: string) => `${domain} is proven.`,
    notFound: (name: string, found: readonly string[]) =>
      found.length === 0
        ? `No TXT record was found at ${name}. New records can take an hour to be seen.`
        : `At ${name} there is only: ${found.join(' · ')}. New records can take an hour to be seen.`,
    taken: 'Another organization has proven this domain. Its proof ends three days after its record is removed.',
    dnsFailed: 'The DNS did not answer, which says nothing about the record. Try again.',
  },
  rules: {
    title: 'What members need',
    singleSignOn: 'Members sign in through the identity provider',
    singleSignOnHint:
      'Other sessions no longer open your pages. Administrators may still use a password, as a way out if the provider fails.',
    noProvider: 'Save an identity provider first.',
    secondFactor: 'Members use a second factor',
    secondFactorHint:
      'An authenticator app or a passkey, or your identity provider. Members without one, you too, are led to set one up.',
    save: 'Save',
    saved: 'Saved. It applies at once, also to open sessions.',
  },
};
