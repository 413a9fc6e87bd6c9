// A process that does nothing but run the embedded database in the folder it is given, as a portal does, until it is told to end.
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";

try {
  const database = await startEmbeddedDatabase(process.argv[2] ?? "");
  process.stdout.write(`${database.url}\n`);
  process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
  process.exit(1);
}
