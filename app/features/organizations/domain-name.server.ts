import { domainToASCII } from "node:url";

/** Where everyone can have an address: such a domain tells nothing about an organization. Families of names go by their first part. */
const publicProviders = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.ca hotmail.fr live.com live.ca live.fr msn.com passport.com windowslive.com " +
    "yahoo.com yahoo.ca yahoo.fr yahoo.co.uk ymail.com rocketmail.com myyahoo.com aol.com aim.com verizon.net att.net comcast.net " +
    "icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.com tuta.io hey.com fastmail.com fastmail.fm " +
    "mail.com email.com gmx.com gmx.net gmx.ca gmx.fr gmx.de web.de zoho.com zohomail.com zohomail.ca yandex.com yandex.ru mail.ru inbox.com qq.com 163.com 126.com naver.com " +
    "hushmail.com duck.com mozmail.com privaterelay.appleid.com mailbox.org posteo.net posteo.de disroot.org riseup.net laposte.net orange.fr free.fr wanadoo.fr sfr.fr " +
    "videotron.ca videotron.qc.ca bell.ca bell.net sympatico.ca rogers.com nl.rogers.com shaw.ca telus.net telus.com telusplanet.net cogeco.ca cogeco.net eastlink.ca " +
    "bellaliant.net bellaliant.com nb.sympatico.ca ns.sympatico.ca aliant.net nbnet.nb.ca sasktel.net mts.net mymts.net xplornet.com xplornet.ca teksavvy.com ebox.ca " +
    "execulink.com tbaytel.net northwestel.net nwtel.ca vianet.ca start.ca primus.ca look.ca globetrotter.net tlb.sympatico.ca hotmail.co.uk hotmail.es fido.ca virginmobile.ca koodomobile.com " +
    "mailinator.com guerrillamail.com yopmail.com 10minutemail.com tempmail.com temp-mail.org trashmail.com sharklasers.com"
  ).split(" "),
);

export const isPublicProvider = (domain: string): boolean => publicProviders.has(domain);

/** A domain as the internet writes it: "@Éxample.ca" is "xn--xample-9ua.ca". Null where it is none, or has no dot. */
export function domainFrom(text: string): string | null {
  const typed = text.trim().replace(/^@/, "").replace(/\.$/, "").normalize("NFC");
  if (/[\s/:%@?#\\[\]]/.test(typed)) return null;
  const domain = domainToASCII(typed).toLowerCase();

  return domain.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain) ? domain : null;
}

/** The domain of an e-mail address, or nothing that is held by anyone. */
export const domainOf = (email: string): string => domainFrom(email.slice(email.lastIndexOf("@") + 1)) ?? "";
