// The project's version and address, which stand in Cargo.toml alone.

import { readFileSync } from "node:fs";

/** What Cargo.toml says of the whole workspace. */
export function project() {
  const text = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
  const [, table] = text.match(/\[workspace\.package\]\n([\s\S]*?)\n\n/);
  const value = (key) => table.match(new RegExp(`^${key} = "(.+)"$`, "m"))[1];
  return { version: value("version"), repository: value("repository") };
}
