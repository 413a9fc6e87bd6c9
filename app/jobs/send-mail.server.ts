import { sendMail } from "~/platform/mail.server";
import type { Jobs } from "~/platform/queue.server";

/** Sends one mail. When it is not taken the queue tries again, with the same Message-ID. */
export const sendMailJob = (mail: Jobs["send-mail"]) => sendMail(mail);
