import { offerNewPassword } from "~/features/accounts/password-reset.server";
import type { Jobs } from "~/platform/queue.server";

/** Looks whether a forgotten password has an account, out of the sight of who asked. */
export const offerNewPasswordJob = ({ email }: Jobs["offer-new-password"]) => offerNewPassword(email);
