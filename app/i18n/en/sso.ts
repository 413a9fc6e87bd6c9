/** Signing in through one’s own organization. */
export const sso = {
  signIn: {
    title: "Sign in through your organization",
    lead: "If your organization has set this up, you sign in with the account that you have there. Your work address tells us where to send you.",
    submit: "Go on",
    byPassword: "Sign in with a password instead",
    link: "Sign in through your organization",
  },
  leaving: {
    title: "One moment",
    lead: "You sign in at {{host}}, and come back here by yourself.",
    go: "Go to {{host}}",
  },
  refused: {
    title: "That did not work",
    nothing: "Nothing was changed, and nobody was signed in.",
    again: "Try again",
    reasons: {
      unknown: "This sign-in is not known here, or it was used already. Each one works once.",
      expired: "This sign-in took longer than ten minutes. Please begin once more.",
      foreign: "This sign-in was begun in another browser. Please begin once more in this one.",
      denied: "Your organization did not let the sign-in through, or you stopped it.",
      unverified:
        "Your organization does not say that it has verified your e-mail address, so we cannot tell which account is yours. Please ask whoever looks after sign-ins there.",
      domain: "The address that your organization gave is not at one of its own domains. Please ask whoever looks after sign-ins there.",
      closed: "Signing in through this organization is not open at present.",
      suspended: "This account is suspended at present. The mail about it says until when, why, and how to contest the decision.",
      provider:
        "We could not check the answer of your organization’s sign-in. Please try again; if it happens again, tell whoever looks after it there.",
    },
  },
  settings: {
    title: "Sign-in through the organization",
    lead: "How the people of {{name}} sign in with the accounts that they have there (OpenID Connect).",
    issuer: "Address of the provider (issuer)",
    issuerHint: "Such as https://login.example.org. It is asked when you save whether it answers.",
    clientId: "Client ID",
    secret: "Client secret",
    secretKept: "Leave it empty to keep the one that is set.",
    standing: "Is it open?",
    isActive: "People can sign in this way",
    submit: "Save",
    remove: "Remove this sign-in",
    callback: "Redirect URI, to be registered with the provider",
    domains: "Domains of the organization",
    noDomains:
      "The organization holds no domain yet. Only addresses at its own domains can sign in, so add one first on the page of its people.",
  },
  errors: {
    issuer: "Give an address that begins with https:// and is on the open web.",
    noProvider: "There is no OpenID Connect provider that answers at this address.",
    clientIdRequired: "Give the client ID that the provider gave you.",
    secretRequired: "Give the client secret that the provider gave you.",
    tooLong: "That is too long.",
    noSignIn: "No organization has set up a sign-in for this address. You can sign in with a password.",
  },
  flash: {
    saved: "The sign-in is saved.",
    removed: "The sign-in is removed. People keep their accounts, and can set a password through “Forgotten your password?”.",
  },
} as const;
