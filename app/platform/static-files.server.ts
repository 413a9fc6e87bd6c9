import { type Handler, Router } from "express";
import expressStaticGzip from "express-static-gzip";

import { languageOf } from "~/i18n/languages";

const HOUR_MS = 3_600_000;

/** Names and addresses that change with the contents: these may be kept for ever. */
const VERSIONED = /-[A-Z0-9]{8}\.\w+(\.\w+)?$|\?v=\w+$/;

/** The files that browsers may have as they are: those of the build, and public/. Each was compressed at build time. */
export function staticFiles(): Handler {
  const files = Router();
  files.use("/build", directory("public/build", false));
  files.use(directory("public", true));

  return (request, response, next) => {
    if ((request.method !== "GET" && request.method !== "HEAD") || languageOf(request.path)) return next();
    files(request, response, next);
  };
}

function directory(root: string, fallthrough: boolean): Handler {
  return expressStaticGzip(root, {
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: {
      fallthrough,
      redirect: false,
      maxAge: HOUR_MS,
      setHeaders: (response) => {
        if (VERSIONED.test(response.req.url ?? "")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      },
    },
  });
}
