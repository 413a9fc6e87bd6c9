import { defineConfig } from "prisma/config";

// `prisma generate` needs no engine; without a path it would try to download one. This program is never run.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL ?? "postgresql://unset" },
});
