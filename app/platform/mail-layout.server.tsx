import type { CSSProperties } from "react";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

/** What a mail says, in one language: paragraphs, and at most one thing to do. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  /** A button, which leads to a path of the portal. */
  action?: { label: string; path: string };
  /** In small type below the button: how long it works, what to do when it was not you. */
  notes?: string[];
};

type Props = { language: Language; letter: Letter; address: string | undefined; home: string };

/** A letter as HTML. Tables and inline styles: what mail programs of all ages understand. */
export function MailLayout({ language, letter, address, home }: Props) {
  const t = translator(language);

  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
      </head>
      <body style={style.page}>
        <main>
          <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={style.table}>
            <tbody>
              <tr>
                <td align="center" style={style.margin}>
                  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={style.sheet}>
                    <tbody>
                      <tr>
                        <td style={style.head}>{t("site.name")}</td>
                      </tr>
                      <tr>
                        <td style={style.body}>
                          <h1 style={style.title}>{letter.subject}</h1>
                          {letter.paragraphs.map((paragraph) => (
                            <p key={paragraph} style={style.paragraph}>
                              {paragraph}
                            </p>
                          ))}
                          {letter.action && (
                            <p style={style.paragraph}>
                              <a href={address} style={style.button}>
                                {letter.action.label}
                              </a>
                            </p>
                          )}
                          {letter.action && (
                            <p style={style.note}>
                              {t("accounts.mail.orCopy")}
                              <br />
                              <a href={address} style={style.address}>
                                {address}
                              </a>
                            </p>
                          )}
                          {letter.notes?.map((note) => (
                            <p key={note} style={style.note}>
                              {note}
                            </p>
                          ))}
                        </td>
                      </tr>
                      <tr>
                        <td style={style.foot}>
                          <a href={home} style={style.quiet}>
                            {t("site.name")}
                          </a>
                          <br />
                          {t("accounts.mail.automatic")}
                        </td>
                      </tr>
                    </tbody>
                  </table>
                </td>
              </tr>
            </tbody>
          </table>
        </main>
      </body>
    </html>
  );
}

const INK = "#1c2b2a";
const ACCENT = "#0f5650";
const MUTED = "#4b5b59";
const SANS = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const style = {
  page: { margin: 0, padding: 0, backgroundColor: "#faf7f1", color: INK, fontFamily: SANS },
  table: { backgroundColor: "#faf7f1" },
  margin: { padding: "32px 12px" },
  sheet: { maxWidth: "560px", backgroundColor: "#ffffff", borderRadius: "10px", textAlign: "left" },
  head: { padding: "22px 32px 0", color: ACCENT, fontSize: "15px", fontWeight: 700, letterSpacing: "0.02em" },
  body: { padding: "10px 32px 12px" },
  title: { margin: "0 0 18px", fontSize: "24px", lineHeight: "1.3", fontWeight: 700, color: INK },
  paragraph: { margin: "0 0 18px", fontSize: "16px", lineHeight: "1.6", color: INK, whiteSpace: "pre-line" },
  button: {
    display: "inline-block",
    padding: "13px 22px",
    borderRadius: "8px",
    backgroundColor: ACCENT,
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 700,
    textDecoration: "none",
  },
  note: { margin: "0 0 14px", fontSize: "14px", lineHeight: "1.55", color: MUTED },
  address: { color: ACCENT, wordBreak: "break-all" },
  foot: { padding: "16px 32px 24px", borderTop: "1px solid #dfd8ca", fontSize: "13px", lineHeight: "1.55", color: MUTED },
  quiet: { color: MUTED },
} satisfies Record<string, CSSProperties>;
