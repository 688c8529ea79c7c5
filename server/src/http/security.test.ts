import { describe, expect, it } from "vitest";
import { useServer } from "../test/startServer.ts";

const server = useServer();

describe("every answer", () => {
  it.each([
    "/healthz",
    "/api/company",
    "/api/me",
    "/api/nothing/here",
    "/nothing",
    "/socket.io/?EIO=4&transport=polling",
  ])("of %s forbids frames, sniffing and scripts from elsewhere", async (path) => {
    const { headers } = await fetch(server.node.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "script-src 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
    if (path.startsWith("/api")) expect(headers.get("cache-control")).toBe("no-store");
  });
});
