import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

import { migrate } from "~/platform/migrations.server";

/**
 * The SQL that leads from the migrations on disk to prisma/schema.prisma, drawn by Prisma's own schema engine (WebAssembly,
 * since the native one is a download). Needs a PostgreSQL in which it may make and drop a database.
 */
export async function diffSchema(databaseUrl: string): Promise<string> {
  const shadow = `shadow_${randomUUID().replaceAll("-", "")}`;
  const shadowUrl = Object.assign(new URL(databaseUrl), { pathname: `/${shadow}` }).href;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE "${shadow}"`);
    await migrate(shadowUrl);
    return await diffFrom(shadowUrl);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS "${shadow}" WITH (FORCE)`);
    await admin.end();
  }
}

async function diffFrom(databaseUrl: string): Promise<string> {
  const schema = { path: "prisma/schema.prisma", content: readFileSync("prisma/schema.prisma", "utf8") };
  await loadEngine();
  const factory = new CataloguePg({ connectionString: databaseUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory as never);
  const engine = await engineModule.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter as never);
  const result = await engine.diff({
    from: { tag: "schemaDatasource", files: [schema], configDir: "prisma" },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
  } as never);
  for (const connection of factory.connections) await connection.dispose();

  return result.stdout ?? "";
}

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": engineModule as never });
  (engineModule as never as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
/** What the adapter keeps to itself, and we have to reach. */
type Inside = Pick<Connection, "queryRaw"> & {
  performIO: (query: unknown) => Promise<{ fields?: { dataTypeID: number }[]; rows?: object }>;
};

/** The adapter refuses column types that only the catalogue uses (name, "char", oid, regproc…); the engine wants them as text. */
class CataloguePg extends PrismaPg {
  connections: Connection[] = [];

  override async connect() {
    const connection = await super.connect();
    makeReadable(connection as unknown as Inside);
    this.connections.push(connection);
    return connection;
  }
}

const TEXT = 25;
const CHAR = 18;
const CHARACTER = 6;
const asText: Record<number, number> = {
  18: TEXT,
  19: TEXT,
  22: TEXT,
  30: TEXT,
  194: TEXT,
  2205: TEXT,
  2206: TEXT,
  1002: 1009,
  1003: 1009,
};

function makeReadable(connection: Inside) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  const characters = new WeakMap<object, number[]>();
  connection.performIO = async (query) => {
    const result = await performIO(query);
    const columns: number[] = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID === CHAR) columns.push(index);
      field.dataTypeID = asText[field.dataTypeID] ?? field.dataTypeID;
    });
    if (result.rows) characters.set(result.rows, columns);
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of characters.get(result.rows) ?? []) result.columnTypes[index] = CHARACTER;
    return result;
  };
}
