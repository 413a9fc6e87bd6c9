import type { Handler } from "express";
import helmet from "helmet";

const PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/**
 * The headers of every answer. Scripts and styles come from files of ours only; a page that hydrates adds the nonce of
 * its own request. Nothing may frame the portal, and its forms post to itself alone.
 */
export const securityHeaders: Handler = (request, response, next) => {
  response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
  response.setHeader("Content-Security-Policy", contentSecurityPolicy());
  fixedHeaders(request, response, next);
};

const fixedHeaders = helmet({
  contentSecurityPolicy: false, // set per answer, above
  crossOriginEmbedderPolicy: false,
  crossOriginResourcePolicy: { policy: "same-origin" },
  referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
  xFrameOptions: { action: "deny" },
});

/** The policy of one answer. A nonce is given only where the page carries the framework's inline scripts. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}
