import type { Request } from "express";

/** What a request says of a cookie, as it was sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  const cookies = (request.get("cookie") ?? "").split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
