import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

/** A signing key and the id that tokens name it by. The first of several signs, all of them verify. */
export interface SigningKey {
  id: string;
  secret: string;
}

const Environment = z.object({
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "must start with mongodb:// or mongodb+srv://")
    .optional(),
  MONGOD_BINARY: z.string().min(1).optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, "must be an address such as https://meridian.example.com, without a path")
    .transform((address) => new URL(address).origin)
    .optional(),
  JWT_KEYS: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TRUSTED_PROXIES: z.coerce.number("must be a number").int().min(0).max(10).default(0),
  DRAIN_SECONDS: z.coerce.number("must be a number").min(0).max(60).default(0),
  METRICS_PORT: z.coerce.number("must be a number").int().min(1).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  RATE_LIMITS: z.enum(["on", "off"]).default("on"),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Absent: a mongod of our own, in dataDir. */
  mongodbUri: string | undefined;
  /** Absent: http://host:port, once the port is known. */
  publicUrl: string | undefined;
  keys: SigningKey[];
  logLevel: z.infer<typeof Environment>["LOG_LEVEL"];
  rateLimits: boolean;
  /** How many proxies of ours stand in front: what the last of them says of the caller's address is believed. */
  trustedProxies: number;
  /** How long a node that was told to stop answers on, until the balancer has noticed. */
  drainSeconds: number;
  /** Where Prometheus may ask; absent: nowhere. */
  metrics: { host: string; port: number } | undefined;
}

/** What is wrong with the settings, one line each. */
export class ConfigError extends Error {}

/** Where the database is, for commands that need nothing else. Throws ConfigError as `readConfig` does. */
export function readDatabaseConfig(env: NodeJS.ProcessEnv): Pick<Config, "dataDir" | "mongodbUri"> {
  const { DATA_DIR, MONGODB_URI } = readSettings(env);
  return { dataDir: resolve(DATA_DIR), mongodbUri: MONGODB_URI };
}

/** Reads and checks every setting once. Throws ConfigError that names each wrong one. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const settings = readSettings(env);
  const dataDir = resolve(settings.DATA_DIR);
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir,
    mongodbUri: settings.MONGODB_URI,
    publicUrl: settings.PUBLIC_URL,
    keys: settings.JWT_KEYS
      ? parseKeys(settings.JWT_KEYS)
      : keptKey(dataDir, settings.MONGODB_URI !== undefined),
    logLevel: settings.LOG_LEVEL,
    rateLimits: settings.RATE_LIMITS === "on",
    trustedProxies: settings.TRUSTED_PROXIES,
    drainSeconds: settings.DRAIN_SECONDS,
    metrics: settings.METRICS_PORT ? { host: settings.METRICS_HOST, port: settings.METRICS_PORT } : undefined,
  };
}

/** Browsers send the origin in one spelling only, to which ours is compared. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && pathname + search + hash + username + password === "/";
}

function readSettings(env: NodeJS.ProcessEnv): z.infer<typeof Environment> {
  const given = Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  return parsed.data;
}

/** "id:secret,id:secret". Short secrets and ones that stand in somebody's documentation are refused. */
function parseKeys(text: string): SigningKey[] {
  return text.split(",").map((pair) => {
    const [id, secret] = [pair.slice(0, pair.indexOf(":")).trim(), pair.slice(pair.indexOf(":") + 1).trim()];
    if (!/^[\w-]{1,32}$/.test(id)) throw new ConfigError("JWT_KEYS: must read id:secret,id:secret");
    if (secret.length < 32 || new Set(secret).size < 10 || /secret|change|example|password/i.test(secret)) {
      throw new ConfigError(`JWT_KEYS: the secret of "${id}" must be at least 32 random characters`);
    }
    return { id, secret };
  });
}

/** With an own mongod the key is made once and kept beside it; with somebody's database it must be given. */
function keptKey(dataDir: string, needed: boolean): SigningKey[] {
  if (needed) throw new ConfigError("JWT_KEYS: must be set when MONGODB_URI is, as id:secret");
  const file = join(dataDir, "jwt-key");
  try {
    // an empty one was left by a start that was cut off
    if (!existsSync(file) || readFileSync(file, "utf8").trim().length < 32) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
    }
    chmodSync(file, 0o600);
    return [{ id: "kept", secret: readFileSync(file, "utf8").trim() }];
  } catch (error) {
    throw new ConfigError(`DATA_DIR: can't be used (${error instanceof Error ? error.message : "unknown"})`);
  }
}
