/** One’s own data, and leaving. */
export const leaving = {
  formerMember: "A former member",
  conflict: {
    lastSteward: "You are the only steward of an organization to which others belong. Name another steward first.",
  },
  errors: {
    gone: "The time to change your mind is over: this account no longer exists.",
  },
  mail: {
    signIn: "Sign in",
    keep: "Keep my account",
    open: "Open my account",
    notYou: "It was not you? Then sign in, wake the account, and choose a new password at once.",
    deactivated: {
      subject: "Your account is deactivated",
      text: "As you asked, your account is at rest. You are signed out everywhere, your profile is hidden, and we stop writing to you, save about the account itself.",
      more: "Nothing is lost. To come back, sign in as always: you will be asked whether to wake your account.",
    },
    erasureAsked: {
      subject: "Your account will be deleted",
      text: "As you asked, your account and your personal data will be deleted. Until {{time}} you can change your mind.",
      more: "To keep your account, sign in before then and choose to wake it. If you do nothing, it is deleted for good, and we write to you one last time.",
    },
    kept: {
      subject: "Your account is active again",
      text: "Welcome back. Your account is awake, your profile shows as before, and nothing will be deleted.",
    },
    erased: {
      subject: "Your account is deleted",
      text: "Your account and your personal data have been deleted. What you wrote for organizations stays with them, without your name.",
      more: "We no longer have your address, and this is the last mail that you get from us. Thank you for having been part of the community.",
    },
    orphaned: {
      subject: "An organization has nobody any more",
      text_one: "The only person of this organization has closed their account: {{names}}.",
      text_other: "The only person of these organizations has closed their account: {{names}}.",
      more: "Its texts stay where they are. Please find someone who answers for them.",
    },
  },
} as const;
